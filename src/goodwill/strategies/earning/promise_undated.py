"""A promise without a day.

Looks for
    an open promise of either side, recorded or confirmed, that names no day and is more than a week old.

Why it matters
    A promise speeds the return of trust while it is kept [schweitzer-2006]; one without a day can be neither kept nor
    seen to be kept.

Do instead
    Yours: name a day you are sure of, even a late one.

    Theirs: ask which day you may put down, and offer one that would suit you.

Limits
    Some promises are for ever, such as a price held. Dismiss those once, with that reason.

Example
    2026-03-02 promise p1 by=alan to=me | I will look into the scales

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS = 7


@rule("E204", stance="gap", severity="info")
def promise_undated(case: Case) -> Iterator[Sighting]:
    """Report each open promise that names no day after a week."""
    for promise in case.promises:
        undated = promise.state == "open" and promise.due is None and promise.confirmed and not promise.waits_for
        if promise.by in case.sides and undated and (case.today - promise.made).days > DAYS:
            says = f"{quoted(promise.words)} was said on {promise.made} without a day"
            yield Sighting(promise.by, (promise.id,), says)
