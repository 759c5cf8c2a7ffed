"""The balance between you has tipped.

Looks for
    a thread in which one side alone, in the later half, gives or asks a quarter or less of what it did in the earlier
    half, while it still writes at least half as often.

Why it matters
    Lasting ties show balance; a sudden imbalance came before a betrayal, and those who betrayed were more polite, not
    less [niculae-2015]. The yardstick is this pair's own past, not other people.

Do instead
    Ask what has changed on their side, without a theory of your own. If it is you who asks and gives less, say what
    keeps you busy, and take up one thread of theirs again.

Limits
    Moves are read by machine, and it needs at least eight messages, a fortnight in each half and four such moves in the
    earlier. Where both sides fell, the matter was settled and it is silent. A busy month looks the same; it is a reason
    to ask, no more.

Example
    2026-01-05 message m1 by=tomas to=me | How is the wall holding?

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.case.turns import ASKING, GIVING, halves
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST_MESSAGES = 8
WHAT = (("asked", ASKING), ("gave or thanked", GIVING))


@rule("R203", stance="risk", severity="advice")
def balance_tipped(case: Case) -> Iterator[Sighting]:
    """Report, for each side, asking or giving that collapsed against its own earlier half."""
    for verb, moves in WHAT if len(case.sent) >= LEAST_MESSAGES else ():
        fell = [side for side in case.sides if halves(case.sent, side, moves).collapsed()]
        for side in fell if len(fell) == 1 else ():
            seen, who = halves(case.sent, side, moves), "you" if side == case.me else case.name(side)
            last = quoted(seen.earlier[-1].words, "the thread")
            counts = f"{len(seen.earlier)} times in the earlier half of the thread, {len(seen.later)} in the later"
            cites = tuple(reading.id for reading in (*seen.earlier[-3:], *seen.later))
            yield Sighting(side, cites, f"{last}: {who} {verb} {counts}")
