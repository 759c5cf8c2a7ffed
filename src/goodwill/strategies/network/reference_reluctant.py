"""An independent referee had doubts.

Looks for
    a prior partner, not chosen by the candidate, who would not work with them again or puts follow-through at 2 of 5
    or less.

Why it matters
    What prior partners say of reliability predicts later performance [taylor-2004], and people tend to pass over one
    or two negatives about a newcomer [resnick-2006]; so it is put in front of you.

Do instead
    Ask the candidate for their own account of that time, without naming a fault. Then agree smaller first steps, with
    a day for each and a word beforehand when one will slip.

Limits
    One referee is one view of one time. It does not average references; it shows the one that holds back.

Example
    2026-01-05 reference r1 by=fergus about=lena chosen=found followthrough=2 | Second half five weeks late

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import commitments, references_on
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

FOLLOW_THROUGH_AT_MOST = 2


@rule("N107", stance="risk", severity="warning")
def reference_reluctant(case: Case) -> Iterator[Sighting]:
    """Report each independent referee who would not again, or saw little follow-through."""
    loud = "" if commitments(case) else "advice"
    for ref in references_on(case):
        low = ref.followthrough is not None and ref.followthrough <= FOLLOW_THROUGH_AT_MOST
        if ref.independent() and (low or ref.again == "no"):
            doubt = f"puts follow-through at {ref.followthrough} of 5" if low else "would not work with them again"
            said = quoted(ref.words, "the reference")
            yield Sighting(case.party, (ref.id,), f"{said}: {case.name(ref.by)} {doubt}", severity=loud)
