"""Bargaining began before a word of anything else.

Looks for
    a first offer or agreement of the last 30 days, with no talk for rapport and no friendly word before it, to someone
    you have not known for long.

Why it matters
    A short call before bargaining raised rapport and trusting plans and improved outcomes [morris-2002]; without one,
    e-mail negotiators reached impasse far more often and left more resentful [nadler-2004].

Do instead
    Ring them for five minutes before the next number and talk about anything but the deal; if that is not possible,
    ask how they came to this work. A voice does more than a kind line of text.

Limits
    It sees talks that were noted and friendly words that a machine read. It is silent once you have known each other
    for a year.

Example
    2026-01-05 offer o1 by=me to=tomas terms="price=300" | 300 for the wall

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import known_well
from goodwill.case.quoting import quoted
from goodwill.case.turns import RAPPORT
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 30


@rule("R101", stance="gap", severity="advice")
def bargaining_before_rapport(case: Case) -> Iterator[Sighting]:
    """Report a recent first offer with nothing friendly before it."""
    first = next((offer for offer in case.offers if offer.kind != "walk"), None)
    if first is None or (case.today - first.day).days > RECENT or known_well(case):
        return
    warm = [talk.day for talk in case.talks if talk.purpose == "rapport"]
    warm += [reading.day for reading in case.readings if reading.move in RAPPORT]
    if not any(day <= first.day for day in warm):
        said = quoted(first.words, f"the {first.kind} of {first.day}")
        yield Sighting(first.by, (first.id,), f"{said} came before any talk or friendly word between you")
