"""A repair nobody has followed up.

Looks for
    an apology or amends of either side between 14 and 60 days old, with no word since on how it is: no pulse from
    the hurt side, and no promise kept by the other.

Why it matters
    A run of trustworthy acts restores trust, and one apology does not [schweitzer-2006]. Asking shows that it was
    meant.

Do instead
    Yours: ask how it is now, and whether what you did was what they needed.

    Theirs: say whether it has been put right for you.

Limits
    It sees recorded pulses and promises. A good talk that nobody wrote down looks like nothing.

Example
    2026-03-06 amends m1 by=me to=alan of=b1 | paid in full

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule
from goodwill.ledger.entry import Entry

AFTER, UNTIL = 14, 60


@rule("E308", stance="gap", severity="advice")
def repair_unfollowed(case: Case) -> Iterator[Sighting]:
    """Report the newest repair of each side that was not followed up."""
    for side in case.sides:
        repairs = [e for e in case.book.kinds("apology", "amends") if e.get("by") == side]
        if repairs and AFTER <= (case.today - repairs[-1].day).days <= UNTIL and not _followed(repairs[-1], case):
            says = f"{quoted(repairs[-1].words)} on {repairs[-1].day}, and no word since on how it is"
            yield Sighting(side, (repairs[-1].id,), says)


def _followed(repair: Entry, case: Case) -> bool:
    side = repair.get("by")
    asked = any(pulse.day >= repair.day and pulse.by != side for pulse in case.pulses)
    return asked or any(p.by == side and p.state == "kept" and (p.ended or p.made) > repair.day for p in case.promises)
