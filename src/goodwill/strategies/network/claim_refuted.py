"""A claim did not hold.

Looks for
    a claim or credential of either side that a check refuted.

Why it matters
    One or two negatives about a newcomer tend to be passed over [resnick-2006], so this one is shown. Whether it was
    a mistake is a separate question: taking harm for intended drives anger [allred-1999].

Do instead
    Yours: correct it today, in writing, before somebody else does.

    Theirs: say what you found and ask how it came about before you decide anything.

Limits
    The check may be the one in error; a contested claim is marked as contested. It says that a claim did not hold,
    and nothing about why.

Example
    2026-01-05 claim c1 by=matthias matter=experience | 40 titles
    2026-01-08 check k1 of=c1 by=me how="national library catalogue lists twelve" result=refuted

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import commitments
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("N105", stance="risk", severity="warning")
def claim_refuted(case: Case) -> Iterator[Sighting]:
    """Report each claim that a check refuted, with the check."""
    loud = "" if commitments(case) else "advice"
    for claim in case.claims:
        if claim.by in case.sides and claim.state(case.today) == "refuted":
            check = next(c for c in claim.checks if c.result == "refuted")
            how = f" ({check.how})" if check.how else ""
            said = quoted(claim.words, f"the claim on {claim.matter}")
            yield Sighting(claim.by, (claim.id, check.id), f"{said} did not hold when checked{how}", severity=loud)
