"""Invoices and what was paid on them, when: both clocks, both directions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.case.matching import CENT, matched
from goodwill.ledger.book import Book


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

    def told(self) -> str:
        """Name it by its number, else by the day it was sent, with what is left to pay where amounts are known."""
        name = f"invoice {self.number}" if self.number else f"invoice of {self.sent}"
        return f"{name}, {self.left():,.2f} {self.currency}".rstrip() if self.amount else name


def bills(book: Book) -> Iterator[Bill]:
    """Fold a book into its invoices with what was paid on them; one that asks for nothing, or gives back, is no bill.

    One that names no amount is a bill all the same, paid by the first payment that cites it.

    A payment that cites an invoice belongs to it. One that cites none belongs to the oldest open invoice of the same
    two sides, the same currency and the same amount, else to the oldest open ones, as far as it reaches.
    """
    paid = matched(book)
    for invoice in book.kinds("invoice"):
        stated = invoice.number("amount")
        amount = stated or 0.0
        if stated is not None and amount <= CENT:
            continue
        payments = tuple(sorted(((p.id, p.day, p.amount) for p in paid.get(invoice.id, ())), key=lambda p: p[1]))
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


def _settled(amount: float, payments: tuple[tuple[str, date, float], ...]) -> date | None:
    """Give the day from which nothing was left to pay; money that went back opens it again."""
    left, since = amount, None
    for _, day, paid in payments:
        left -= paid
        since = (since or day) if left <= CENT else None
    return since
