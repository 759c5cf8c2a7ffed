"""A breach with no repair.

Looks for
    a breach of either side, more than 3 days old, that was followed by no apology and no amends.

Why it matters
    Amends beat words, and acknowledging beat denying [bottom-2002]. An apology repairs a lapse of skill better than
    one of honesty [kim-2004], so where interest or intent was the cause the advice asks for more than words.

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
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS = 3
_INTENT = (
    "Make the amends first and larger than the harm, in front of whoever saw it, and name a day; words alone repair "
    "little where honesty is in question. Never deny what happened."
)


@rule("E305", stance="risk", severity="warning")
def breach_unrepaired(case: Case) -> Iterator[Sighting]:
    """Report each breach that was followed by neither apology nor amends."""
    for breach in case.breaches:
        bare = not breach.apologies and not breach.amends
        if breach.by in case.sides and bare and (case.today - breach.day).days > DAYS:
            says = f"{quoted(breach.words)} on {breach.day}: no apology and no amends so far"
            size = _INTENT if breach.cause in ("bad_faith", "conflict") and breach.by == case.me else ""
            yield Sighting(breach.by, (breach.id,), says, do=size)
