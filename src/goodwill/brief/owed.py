"""What each side owes the other, soonest first, and how likely each open item is to come late."""

from collections.abc import Mapping
from datetime import date

from goodwill.brief.brief import Owed, Promptness
from goodwill.brief.lateness import Lateness
from goodwill.case.case import Case
from goodwill.case.payments import Bill
from goodwill.case.promises import Promise
from goodwill.case.said_done import said_done

Expected = Mapping[tuple[str, date], Lateness]


def owed(case: Case, side: str, expected: Expected) -> tuple[Owed, ...]:
    """List the open promises and unpaid invoices of one side, soonest first, those without a day last."""
    open_promises = [p for p in case.promises if p.by == side and p.state == "open" and not p.waits_for]
    items = [_promised(p, case, expected) for p in open_promises if not p.stale(case.today)]
    items += [_billed(bill, case, expected) for bill in case.bills if bill.to == side and bill.open()]
    return tuple(sorted(items, key=lambda item: (item.due or date.max, item.due is None, item.id)))


def _promised(promise: Promise, case: Case, expected: Expected) -> Owed:
    late = promise.days_late(case.today)
    told = expected.get((promise.id, promise.owed_by)) if promise.owed_by else None
    said = said_done(promise, case.sent)
    return Owed(promise.id, "promise", promise.words, promise.due, late, promise.confirmed, told, said)


def _billed(bill: Bill, case: Case, expected: Expected) -> Owed:
    late = max(0, bill.days_late(case.today))
    told = expected.get((bill.id, bill.due)) if bill.due else None
    return Owed(bill.id, "invoice", bill.told(), bill.due, late, expected=told)


def promptness(case: Case, side: str) -> Promptness | None:
    """Say how one side has paid and kept its dated promises so far; None where nothing dated is on record."""
    days = [(p.days_late(case.today), p.ended or p.due) for p in case.promises if _dated(p, case, side)]
    bills = [b for b in case.bills if b.to == side and b.due and (b.settled or b.overdue(case.today))]
    days += [(b.days_late(case.today), b.settled or b.due) for b in bills]
    if not days:
        return None
    late = sorted(day for n, day in days if n > 0 and day)
    # Rent and the like are due on the day they are noted for: that tells nothing of days since an invoice.
    waits = sorted(b.days_to_pay(case.today) for b in bills if b.settled and b.sent != b.due)
    return Promptness(
        n=len(days),
        late=len(late),
        median_days_late=float(_middle(sorted(max(0, n) for n, _ in days))),
        usually_pays_in=float(_middle(waits)) if len(waits) > 2 else None,
        last_late=late[-1] if late else None,
        band=_band(bills, case),
    )


def _dated(promise: Promise, case: Case, side: str) -> bool:
    return promise.by == side and promise.confirmed and promise.due is not None and promise.settled(case.today)


def _middle(ordered: list[int]) -> float:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _band(bills: list[Bill], case: Case) -> float | None:
    """Give the public band of days beyond terms, from invoices with a day and an amount."""
    if len(bills) < 3:
        return None
    from goodwill.measures.promptness import band

    told = band(
        [b.days_late(case.today) for b in bills],
        [b.amount for b in bills],
        [(case.today - (b.settled or case.today)).days for b in bills],
    )
    return told.points
