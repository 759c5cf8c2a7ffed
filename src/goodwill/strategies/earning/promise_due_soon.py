"""A promise of mine comes due within three days.

Looks for
    an open promise of mine, recorded or confirmed, whose day is today or one of the next three.

Why it matters
    A promise helps only while it is kept [schweitzer-2006], and a day that cannot be kept costs least when it is
    moved beforehand.

Do instead
    Do it, or say today that you need another day and which one you are sure of.

Limits
    Their promises are on the list of what they owe; nobody is reminded of them here.

Example
    2026-03-02 promise p1 by=me to=alan due=2026-03-06 | I will send the order

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS_AHEAD = 3


@rule("E202", stance="gap", severity="info")
def promise_due_soon(case: Case) -> Iterator[Sighting]:
    """Report each promise of mine that comes due within three days."""
    for promise in case.promises:
        if promise.by == case.me and promise.confirmed and promise.state == "open" and promise.due is not None:
            days = (promise.due - case.today).days
            if 0 <= days <= DAYS_AHEAD and not promise.waits_for:
                when = "today" if days == 0 else f"in {counted(days, 'day')}"
                yield Sighting(promise.by, (promise.id,), f"{quoted(promise.words)} is due {when}")
