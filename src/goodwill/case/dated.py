"""Everything that has a day by which someone owes it to someone: invoices and promises, open or settled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.case.payments import Bill
from goodwill.case.promises import Promise


@dataclass(frozen=True, slots=True)
class Dated:
    """One dated item: who owes it to whom, since when it was known, by which day, and when it was settled."""

    id: str
    kind: str
    by: str
    to: str
    known: date
    due: date
    settled: date | None


def dated(bills: tuple[Bill, ...], promises: tuple[Promise, ...]) -> Iterator[Dated]:
    """Give invoices and recorded or confirmed promises that have a day; released and waiting ones are left out."""
    for bill in bills:
        if bill.due is not None:
            yield Dated(bill.id, "invoice", bill.to, bill.by, bill.sent, bill.due, bill.settled)
    for promise in promises:
        counts = promise.confirmed and not promise.waits_for and promise.state in ("open", "kept")
        if counts and promise.owed_by is not None:
            yield Dated(promise.id, "promise", promise.by, promise.to, promise.made, promise.owed_by, promise.ended)
