"""A run of invoices paid on their day.

Looks for
    the newest five or more invoices of one side all paid in full by their day. Until there are five since, one that
    came up to 7 days late does not end the run where the payer had said so by its day and paid it by the day then
    named; it is counted apart.

Why it matters
    A run of trustworthy acts is what builds trust [schweitzer-2006], and an established record is worth money to
    both sides [resnick-2006].

Do instead
    Yours: keep it so, and when one will be late say it before its day.

    Theirs: tell them that you have noticed; it costs nothing and is seldom said.

Limits
    It speaks of paying and of nothing else. An invoice not yet due neither helps nor hurts. That a late one was
    announced it knows from a promise that was recorded or confirmed.

Example
    2026-02-02 invoice i1 by=alan to=me amount=380 currency=GBP due=2026-02-16
    2026-02-15 payment y1 by=me to=alan amount=380 currency=GBP of=i1

"""

from collections.abc import Iterable, Iterator

from goodwill.case.arrears import announced
from goodwill.case.case import Case
from goodwill.case.payments import Bill
from goodwill.case.promises import Promise
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST = 5
SHOWN = 3
MOST_LATE = 7


@rule("E209", stance="strength", severity="info")
def payments_on_time(case: Case) -> Iterator[Sighting]:
    """Report each side whose newest invoices were paid by their day, but for one that was announced."""
    for side in case.sides:
        due = [b for b in case.bills if b.to == side and b.due and (b.settled or b.overdue(case.today))]
        due.sort(key=lambda bill: (bill.due or case.today, bill.id))
        run, late = _run(case, reversed(due))
        if len(run) < LEAST:
            continue
        shown = tuple(bill.id for bill in run[:SHOWN])
        if late is None:
            says = f"the last {len(run)} invoices were paid by their day, newest due {run[0].due}"
            yield Sighting(side, shown, says)
        else:
            bill, promise = late
            days = counted(bill.days_late(case.today), "day")
            says = f"{len(run)} of the last {len(run) + 1} invoices were paid by their day, newest due {run[0].due}"
            told = f"; the other came {days} late, as said before: {quoted(promise.words)}"
            yield Sighting(side, (*shown, bill.id, promise.id), says + told)


def _run(case: Case, newest_first: Iterable[Bill]) -> tuple[list[Bill], tuple[Bill, Promise] | None]:
    """Give the run of invoices paid by their day, newest first, and the one late but announced that stands in it."""
    run: list[Bill] = []
    late: tuple[Bill, Promise] | None = None
    since = 0
    for bill in newest_first:
        if bill.settled is not None and bill.days_late(case.today) <= 0:
            run.append(bill)
            continue
        promise = announced(case, bill) if bill.days_late(case.today) <= MOST_LATE else None
        if late is not None or promise is None or len(run) >= LEAST:
            break
        late, since = (bill, promise), len(run)
    # One late at the far end is not in the run, which is as long without it.
    return run, late if len(run) > since else None
