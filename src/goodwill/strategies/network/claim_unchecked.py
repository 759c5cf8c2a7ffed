"""A claim nobody checked.

Looks for
    claims and credentials of the other side that were neither confirmed nor refuted, while something is committed to
    them.

Why it matters
    People under-read what little negative evidence there is about newcomers [resnick-2006], so each claim that
    matters is worth its own check: open, confirmed, refuted or expired, by whom and how.

Do instead
    Take the claim the work depends on most and check that one first: a register, a published list, or the client they
    name. Write down who checked and how.

Limits
    A check that came out unclear leaves the claim open. Open does not mean doubtful; it means not yet known. It is
    silent where your own record with them is long.

Example
    2026-01-05 claim c1 by=lena matter=experience | Fourteen books, nine of them travel

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import commitments, known_well
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("N104", stance="gap", severity="advice")
def claim_unchecked(case: Case) -> Iterator[Sighting]:
    """Report the open claims of someone to whom something is committed, in one finding."""
    unchecked = [c for c in case.claims if c.by == case.party and c.state(case.today) == "open"]
    bound = commitments(case)
    if unchecked and bound and not known_well(case):
        first = quoted(unchecked[0].words, f"the claim on {unchecked[0].matter}")
        more = f" and {len(unchecked) - 1} more" if len(unchecked) > 1 else ""
        says = f"{first}{more}: claimed, not checked, and {bound[-1].told()} depends on it"
        yield Sighting(case.party, (*(c.id for c in unchecked), bound[-1].id), says)
