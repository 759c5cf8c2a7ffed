"""Invoices and what was paid on them, when: both clocks, both directions."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

_CENT = 0.005


@dataclass(frozen=True, slots=True)
class Bill:
    """One invoice: `by` sent it to `to`, who owes it; `settled` is the day on which it was paid in full."""

    id: str
    by: str
    to: str
    amount: float
    currency: str
    sent: date
    due: date | None
    number: str = ""
    payments: tuple[tuple[str, date, float], ...] = ()
    settled: date | None = None

    def open(self) -> bool:
        """Say whether something is still to be paid."""
        return self.settled is None

    def overdue(self, today: date) -> bool:
        """Say whether it is unpaid after its day; on the day itself it is not."""
        return self.settled is None and self.due is not None and today > self.due

    def days_late(self, today: date) -> int:
        """Give by how many days it was paid after its day, or is unpaid by now; early counts as less than 0."""
        if self.due is None:
            return 0
        end = self.settled or max(today, self.due)
        return end.toordinal() - self.due.toordinal()

    def days_to_pay(self, today: date) -> int:
        """Give the days since it was sent, until it was paid or until today."""
        return (self.settled or today).toordinal() - self.sent.toordinal()

    def left(self) -> float:
        """Give what is still to be paid."""
        return 0.0 if self.settled else self.amount - sum(amount for _, _, amount in self.payments)


def bills(book: Book) -> Iterator[Bill]:
    """Fold a book into its invoices with their payments.

    A payment that cites an invoice belongs to it; one that cites none belongs to the oldest open invoice of
    the same two sides and the same amount, else to the oldest open one.
    """
    paid = _matched(book)
    for invoice in book.kinds("invoice"):
        amount = invoice.number("amount") or 0.0
        payments = tuple((p.id, p.day, _amount(p, amount)) for p in paid.get(invoice.id, ()))
        yield Bill(
            invoice.id,
            invoice.get("by"),
            invoice.get("to"),
            amount,
            invoice.get("currency"),
            invoice.day,
            invoice.day_of("due"),
            invoice.get("number"),
            payments,
            _settled(amount, payments),
        )


def _amount(payment: Entry, invoiced: float) -> float:
    """Give what a payment paid; one that names no amount paid the invoice."""
    amount = payment.number("amount")
    return invoiced if amount is None else amount


def _settled(amount: float, payments: tuple[tuple[str, date, float], ...]) -> date | None:
    left = amount
    for _, day, paid in payments:
        left -= paid
        if left <= _CENT:
            return day
    return None


def _matched(book: Book) -> dict[str, list[Entry]]:
    """Give the payments of each invoice, by citation first and then by sides and amount."""
    matched: dict[str, list[Entry]] = defaultdict(list)
    open_bills: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    cited = {p.get("of") for p in book.kinds("payment")}
    for entry in book.kinds("invoice", "payment"):
        if entry.kind == "invoice":
            if entry.id not in cited:
                open_bills[entry.get("by"), entry.get("to")].append(entry)
        elif entry.get("of"):
            matched[entry.get("of")].append(entry)
        elif waiting := open_bills.get((entry.get("to"), entry.get("by"))):
            same = [bill for bill in waiting if bill.number("amount") == entry.number("amount")]
            bill = (same or waiting)[0]
            matched[bill.id].append(entry)
            if sum(_amount(p, 0.0) for p in matched[bill.id]) >= (bill.number("amount") or 0.0) - _CENT:
                waiting.remove(bill)
    return matched
