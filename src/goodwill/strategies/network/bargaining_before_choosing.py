"""Bargaining began before the choice.

Looks for
    a first offer or agreement of the last 30 days, with no check, reference or referral before it, to someone you
    have not known for long.

Why it matters
    Once terms are on the table the question "with whom" is rarely asked again, though references predict how the
    work will go [taylor-2004]. Choosing the partner is a step of its own.

Do instead
    Take one day before the next number: ask one past partner, check one claim, and write down why this partner rather
    than another. Tell them you will come back to the terms after that.

Limits
    It sees offers that were recorded. It does not ask this of people you have known for a year, or with whom three
    things have already ended.

Example
    2026-01-05 offer o1 by=me to=tomas terms="price=300" | 300 for the wall

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import checks_on, known_well, references_on, vouches_for
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 30


@rule("N301", stance="gap", severity="advice")
def bargaining_before_choosing(case: Case) -> Iterator[Sighting]:
    """Report a recent first offer before which nothing was asked or checked."""
    first = next((offer for offer in case.offers if offer.kind != "walk"), None)
    if first is None or (case.today - first.day).days > RECENT or known_well(case):
        return
    looked = [vouch.day for vouch in vouches_for(case)] + [ref.day for ref in references_on(case)]
    looked += [check.day for check in checks_on(case)]
    if not any(day <= first.day for day in looked):
        said = quoted(first.words, f"the {first.kind} of {first.day}")
        says = f"{said} came before any check, reference or referral about {case.name(case.party)}"
        yield Sighting(first.by, (first.id,), says)
