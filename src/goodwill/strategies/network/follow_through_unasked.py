"""Nobody independent was asked about follow-through.

Looks for
    a commitment to someone (a stake, an agreement, money promised) while no prior partner whom they did not choose
    themselves has said whether they keep their days.

Why it matters
    Quality shows in a sample; reliability shows only over time, and those who worked with them have seen it.
    References on reliability, teamwork and service, asked by a fixed set of questions, predicted later performance
    [taylor-2004].

Do instead
    Before you sign, find two past partners yourself and ask both the same four things: did they keep their days, did
    they warn you early when they could not, how did they answer when it was difficult, would you work with them again.

    It is a kindness to tell the candidate first that you always do this.

Limits
    It stops once three promises, bills or deliveries between you have ended, or you have known each other for a year:
    then your own record speaks. It cannot see a question you asked and did not write down.

Example
    2026-01-05 stake s1 with=lena amount=9000 currency=EUR until=2026-06-30 | The advance

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import commitments, known_well, references_on
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("N102", stance="gap", severity="warning")
def follow_through_unasked(case: Case) -> Iterator[Sighting]:
    """Report a commitment before which no independent prior partner was asked about follow-through."""
    bound, asked = commitments(case), references_on(case)
    told = [ref for ref in asked if ref.independent() and ref.followthrough is not None]
    if bound and not told and not known_well(case):
        latest = bound[-1]
        signed = any(commitment.kind == "agreement" for commitment in bound)
        name = case.name(case.party)
        says = f"{latest.told()}, and no independent prior partner was asked whether {name} follows through"
        cites = (latest.id, *(ref.id for ref in asked[:2]))
        yield Sighting(case.me, cites, says, severity="advice" if signed else "")
