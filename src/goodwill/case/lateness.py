"""How late each side has been, item by item, in the order in which the items came due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goodwill.case.payments import Bill
from goodwill.case.promises import Promise


@dataclass(frozen=True, slots=True)
class Series:
    """Dated items of one side and one sort, oldest first: which, when due, and how many days late each was."""

    what: str
    ids: tuple[str, ...]
    due: tuple[date, ...]
    days_late: tuple[int, ...]


def lateness(bills: tuple[Bill, ...], promises: tuple[Promise, ...], side: str, today: date) -> Iterator[Series]:
    """Give the days late of one side's invoices and of its dated promises, those not yet due left out."""
    paid = [
        (b.due, b.id, max(0, b.days_late(today)))
        for b in bills
        if b.to == side and b.due and (b.settled or b.overdue(today))
    ]
    kept = [
        (p.first_due, p.id, _after_first_day(p, today))
        for p in promises
        if p.by == side and p.confirmed and p.first_due and p.settled(today)
    ]
    for what, items in (("invoices paid", paid), ("promises kept", kept)):
        items.sort()
        yield Series(what, tuple(i[1] for i in items), tuple(i[0] for i in items), tuple(i[2] for i in items))


def late_of(
    bills: tuple[Bill, ...], promises: tuple[Promise, ...], side: str, today: date, days: int
) -> tuple[str, ...]:
    """Name what of one side fell due in the last days and came late or is late now, newest first."""
    first = today - timedelta(days=days)
    found = [
        (due, ident)
        for series in lateness(bills, promises, side, today)
        for ident, due, late in zip(series.ids, series.due, series.days_late, strict=True)
        if late and due >= first
    ]
    return tuple(ident for _, ident in sorted(found, reverse=True))


def _after_first_day(promise: Promise, today: date) -> int:
    """Count from the day first promised, so that moving a day does not hide how late it came."""
    end = promise.ended if promise.state == "kept" else today
    return max(0, (end or today).toordinal() - promise.first_due.toordinal()) if promise.first_due else 0
