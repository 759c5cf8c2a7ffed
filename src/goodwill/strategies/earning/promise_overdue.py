"""A promise is past its day.

Looks for
    a promise of either side, with a day, that is still open after that day.

Why it matters
    People judge by conduct: a run of kept promises restores and builds trust, and a promise helps only while it is
    kept [schweitzer-2006]. The same rule reads my promises and theirs.

Do instead
    Yours: say today what happened, before they ask, and name a new day you are sure of.

    Theirs: ask once, plainly, what stands in the way and which day is real.

    Where its side has written that it is done: see whether it is, and note the day with `goodwill record kept`.

Limits
    It sees days that were written down or confirmed. A promise without a day is never overdue. Whether a message that
    says it is done tells the truth, it does not know.

Example
    2026-03-02 promise p1 by=alan to=me due=2026-03-06 | the crates by Friday

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.case.said_done import said_done
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

SETTLE = "See whether that kept it; if it did, note it with the day: goodwill record kept of=ID --as-of DAY."


@rule("E201", stance="risk", severity="warning")
def promise_overdue(case: Case) -> Iterator[Sighting]:
    """Report each promise of ours or theirs that is past its day."""
    for promise in case.promises:
        if promise.by in case.sides and promise.overdue(case.today):
            late = promise.days_late(case.today)
            ago = f"{late} day{'s' if late > 1 else ''} ago"
            says = f'"{promise.words}" was due {promise.due}, {ago}'
            said = said_done(promise, case.sent)
            if said is None:
                yield Sighting(promise.by, (promise.id,), says)
            else:
                says += f", and {said.day} brought {quoted(said.words)}"
                yield Sighting(promise.by, (promise.id, said.id), says, do=SETTLE, severity="advice")
