"""Both sides said how it felt.

Looks for
    a pulse of each side within 30 days of each other, the newer at most 90 days old.

Why it matters
    How it felt predicted later choices of partner better than the result [curhan-2006]; two answers side by side
    show where each side's view serves itself [babcock-1997].

Do instead
    Lay the two answers side by side and talk about the widest gap first. Thank them for the answer, whatever it
    was.

Limits
    That both answered says nothing of what they answered.

Example
    2026-01-05 pulse u1 by=alan to=me outcome=5 relationship=6
    2026-01-08 pulse u2 by=me to=alan outcome=4 relationship=6
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.satisfaction import latest_from
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

APART = 30
RECENT = 90


@rule("L207", stance="strength", severity="info")
def both_answered(case: Case) -> Iterator[Sighting]:
    """Report that both sides said how it felt, at nearly the same time."""
    mine, theirs = latest_from(case, case.me), latest_from(case, case.party)
    if mine is None or theirs is None or abs((mine.day - theirs.day).days) > APART:
        return
    newer = max(mine.day, theirs.day)
    if (case.today - newer).days <= RECENT:
        says = f"both sides said how it felt, on {mine.day} and {theirs.day}"
        yield Sighting(case.party, (theirs.id, mine.id), says)
