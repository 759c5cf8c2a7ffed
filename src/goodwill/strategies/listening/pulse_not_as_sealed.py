"""What was opened is not what was sealed.

Looks for
    an answer of theirs to how it felt, opened after both had answered, that is not the one under any seal they sent.
    The last 90 days.

Why it matters
    An answer under a seal says what it felt like before the other's answer was known; only then do two answers tell
    of two views [babcock-1997]. One that was changed afterwards tells of the other's answer.

Do instead
    Ask once, without blame: a file can be mixed up. Let them send the one they sealed, or both answer anew. Until
    then the answer is not counted.

Limits
    It compares to the letter. A word mended before sending breaks the seal as a changed number does.

Example
    2026-01-05 pulse u1 by=alan to=me process=6 salt=00112233445566778899aabbccddeeff | All is well
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.treatment import as_sealed
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 90


@rule("L107", stance="gap", severity="info")
def pulse_not_as_sealed(case: Case) -> Iterator[Sighting]:
    """Report each answer of theirs that is under none of their seals."""
    for pulse in case.book.kinds("pulse"):
        recent = (case.today - pulse.day).days <= RECENT
        if pulse.get("by") == case.party and recent and not as_sealed(pulse, case.book):
            says = f"the answer opened for {pulse.day} is under none of the seals they sent; it is not counted"
            yield Sighting(case.party, (pulse.id,), says)
