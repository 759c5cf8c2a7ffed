"""Several invoices of late were paid after their day.

Looks for
    at least 3 of the invoices that came due in the last 90 days, and at least two in five of them, settled late or
    still unpaid.

Why it matters
    People read a run of acts, not the last one, and they under-read single bad marks [resnick-2006]. Seen together
    they show what the other side has been living with.

Do instead
    Yours: name a day each month on which you are sure to pay, and say so before the next invoice.

    Theirs: ask what would make the day keepable before you shorten the terms.

Limits
    It counts days, not reasons, and a day late counts like a month. It says nothing with fewer than 5 invoices due.

Example
    2026-02-02 invoice i1 by=alan to=me amount=380 currency=GBP due=2026-02-16
    2026-02-27 payment y1 by=me to=alan amount=380 currency=GBP of=i1
"""

from collections.abc import Iterator
from datetime import timedelta

from goodwill.case.case import Case
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS = 90
LEAST_DUE = 5
LEAST_LATE = 3
SHARE = 0.4


@rule("E207", stance="risk", severity="warning")
def payments_often_late(case: Case) -> Iterator[Sighting]:
    """Report each side of whose recent invoices many were settled late."""
    since = case.today - timedelta(days=DAYS)
    for side in case.sides:
        due = [b for b in case.bills if b.to == side and b.due and since <= b.due < case.today]
        late = sorted((b for b in due if b.days_late(case.today) > 0), key=lambda b: b.due or case.today)
        if len(due) >= LEAST_DUE and len(late) >= LEAST_LATE and len(late) >= SHARE * len(due):
            last = late[-1]
            worst = max(b.days_late(case.today) for b in late)
            says = f"{len(late)} of {len(due)} invoices due in 90 days late, by up to {worst} days, last {last.due}"
            yield Sighting(side, tuple(b.id for b in reversed(late)), says)
