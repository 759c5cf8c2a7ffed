"""A run of invoices paid on their day.

Looks for
    the newest five or more invoices of one side all paid in full by their day.

Why it matters
    A run of trustworthy acts is what builds trust [schweitzer-2006], and an established record is worth money to
    both sides [resnick-2006].

Do instead
    Yours: keep it so, and when one will be late say it before its day.

    Theirs: tell them that you have noticed; it costs nothing and is seldom said.

Limits
    It speaks of paying and of nothing else. An invoice not yet due neither helps nor hurts.

Example
    2026-02-02 invoice i1 by=alan to=me amount=380 currency=GBP due=2026-02-16
    2026-02-15 payment y1 by=me to=alan amount=380 currency=GBP of=i1

"""

from collections.abc import Iterator
from itertools import takewhile

from goodwill.case.case import Case
from goodwill.case.payments import Bill
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST = 5
SHOWN = 3


@rule("E209", stance="strength", severity="info")
def payments_on_time(case: Case) -> Iterator[Sighting]:
    """Report each side whose newest invoices were all paid by their day."""
    for side in case.sides:
        due = [b for b in case.bills if b.to == side and b.due and (b.settled or b.overdue(case.today))]
        due.sort(key=lambda bill: (bill.due or case.today, bill.id))
        run = list(takewhile(lambda bill: _on_time(bill, case), reversed(due)))
        if len(run) >= LEAST:
            says = f"the last {len(run)} invoices were paid by their day, newest due {run[0].due}"
            yield Sighting(side, tuple(bill.id for bill in run[:SHOWN]), says)


def _on_time(bill: Bill, case: Case) -> bool:
    return bill.settled is not None and bill.days_late(case.today) <= 0
