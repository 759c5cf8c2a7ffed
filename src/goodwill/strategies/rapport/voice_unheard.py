"""A deal by text alone.

Looks for
    six messages or more and an offer of the last 60 days, while you have never spoken.

Why it matters
    Writers overrate how well their tone carries [kruger-2005]. A short call before bargaining improved outcomes
    [morris-2002], and without one impasse was far more common [nadler-2004].

Do instead
    Propose one short call, for their sake as much as yours: "Ten minutes, so that I get this right for you?" Keep the
    numbers for afterwards.

Limits
    It counts calls and meetings that were noted. Some people need to write; then ask before you ring.

Example
    2026-01-05 offer o1 by=me to=tomas terms="price=300" | 300 for the wall

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import known_well
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST_MESSAGES = 6
RECENT = 60


@rule("R102", stance="gap", severity="advice")
def voice_unheard(case: Case) -> Iterator[Sighting]:
    """Report a recent offer in a thread of six messages and more without one talk."""
    offers = [o for o in case.offers if o.kind == "offer" and (case.today - o.day).days <= RECENT]
    both = {message.by for message in case.sent}
    if offers and not case.talks and len(both) > 1 and len(case.sent) >= LEAST_MESSAGES and not known_well(case):
        said = quoted(offers[-1].words, f"the offer of {offers[-1].day}")
        says = f"{said}, after {len(case.sent)} messages and no call or meeting"
        yield Sighting(case.me, (offers[-1].id, case.sent[-1].id), says)
