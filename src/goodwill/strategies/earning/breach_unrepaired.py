"""A breach with no repair.

Looks for
    a breach of either side, more than 3 days old, that was followed by no apology and no amends.

Why it matters
    Amends beat words, and acknowledging beat denying [bottom-2002]. What is not spoken of is remembered.

Do instead
    Yours: take responsibility first, then say how and by which day you put it right. Do not deny what can be shown.

    Theirs: say what it did to you and what would put it right, before you draw conclusions about why.

Limits
    A contested breach is shown as contested. It knows of repair only what was recorded.

Example
    2026-03-02 breach b1 by=me to=alan cause=circumstance | paid three weeks late

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule
from goodwill.findings.words import quoted

DAYS = 3


@rule("E305", stance="risk", severity="warning")
def breach_unrepaired(case: Case) -> Iterator[Sighting]:
    """Report each breach that was followed by neither apology nor amends."""
    for breach in case.breaches:
        bare = not breach.apologies and not breach.amends
        if breach.by in case.sides and bare and (case.today - breach.day).days > DAYS:
            says = f"{quoted(breach.words)} on {breach.day}: no apology and no amends so far"
            yield Sighting(breach.by, (breach.id,), says)
