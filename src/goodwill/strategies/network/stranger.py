"""Nothing is known of them yet.

Looks for
    a commitment to someone of whom the book knows no tie, referral, reference, check or rating, and with whom nothing
    has ended yet.

Why it matters
    Unknown is a wide range, not a low one: an established identity is worth something [resnick-2006] and a newcomer
    has had no chance to build one. Stakes that rise step by step coordinate best [ye-2020].

Do instead
    Give them a fair way in: one small, paid first step with a clear day, or two people you may call. Say that you do
    this with everybody.

Limits
    It speaks of what the book holds, never of the person. People outside your network are not riskier for that.

Example
    2026-01-05 agree a1 by=me to=tomas terms="price=300" | The garden wall

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import checks_on, commitments, record, references_on
from goodwill.case.ties import praises
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("N202", stance="gap", severity="info")
def stranger(case: Case) -> Iterator[Sighting]:
    """Report a commitment to someone of whom the book knows nothing yet."""
    bound = commitments(case)
    tied = any(case.party in (tie.a, tie.b) for tie in case.ties)
    heard = tied or references_on(case) or checks_on(case) or any(p.about == case.party for p in praises(case.book))
    if bound and not heard and not record(case):
        name = case.name(case.party)
        says = f"{bound[-1].told()}, and the book knows nothing of {name} yet: the range is wide, not low"
        yield Sighting(case.me, (bound[-1].id,), says)
