"""An invoice is unpaid after its day.

Looks for
    an invoice of either side that is not paid in full on the day after it was due.

Why it matters
    Being paid on the day is a promise like any other, and a run of kept ones is what builds trust
    [schweitzer-2006]. A supplier who is paid late may have to pay late in turn.

Do instead
    Yours: write before they do: what you can pay, on which day, and that it is on you.

    Theirs: ask whether something is wrong with the invoice before you think of anything else.

Limits
    It sees what the tables and notes say. A payment that was made and not yet brought in looks unpaid.

Example
    2026-02-02 invoice i1 by=alan to=me amount=380 currency=GBP due=2026-02-16 number=1042
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import counted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

A_WEEK = 7


@rule("E206", stance="risk", severity="warning")
def payment_overdue(case: Case) -> Iterator[Sighting]:
    """Report each unpaid invoice past its day; loud only once a week has gone by."""
    for bill in case.bills:
        if bill.to in case.sides and bill.overdue(case.today):
            late = bill.days_late(case.today)
            severity = "warning" if late > A_WEEK else "advice"
            says = f"{bill.told()}{',' if bill.amount else ''} is {counted(late, 'day')} past its day"
            yield Sighting(bill.to, (bill.id,), says, severity=severity)
