"""Which payment paid which invoice: by citation first, then by sides, currency and amount."""

from collections import defaultdict, deque
from dataclasses import dataclass
from datetime import date, timedelta

from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

CENT = 0.005
DAYS_AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Part:
    """What one payment or credit note took off one invoice, and when."""

    id: str
    day: date
    amount: float


class _Account:
    """The invoices of one side to another, with what is left of each; filled step by step in order of days."""

    def __init__(self) -> None:
        self.waiting: dict[str, tuple[Entry, float]] = {}
        self.ahead: deque[Entry] = deque()

    def open(self, invoice: Entry, left: float) -> Entry | None:
        """Take an invoice in; gives a payment of just this size that came ahead of it, if there is one."""
        self._leave(invoice, left)
        while self.ahead and invoice.day - self.ahead[0].day > DAYS_AHEAD:
            self.ahead.popleft()
        found = next((p for p in self.ahead if _money(p, invoice) and _equal(p, left)), None)
        if found is not None:
            self.ahead.remove(found)
        return found

    def pay(self, payment: Entry) -> list[tuple[str, float]]:
        """Lay a payment on the invoice of its size, else on the oldest ones; gives what it took off each."""
        candidates = [(i, left) for i, left in self.waiting.values() if _money(payment, i)]
        same = [(i, left) for i, left in candidates if _equal(payment, left)]
        rest, taken = abs(payment.number("amount") or 0.0), []
        for invoice, left in same[:1] or candidates:
            if rest > CENT:
                taken.append((invoice.id, min(rest, left)))
                self._leave(invoice, left - rest)
                rest -= left
        if not candidates and payment.kind == "payment":
            self.ahead.append(payment)
        return taken

    def _leave(self, invoice: Entry, left: float) -> None:
        """Note what is left of an invoice; one that is paid waits no longer."""
        if left > CENT:
            self.waiting[invoice.id] = (invoice, left)
        else:
            self.waiting.pop(invoice.id, None)


def matched(book: Book) -> dict[str, list[Part]]:
    """Give what was paid on each invoice, by its id."""
    found = _cited(book)
    accounts: dict[tuple[str, str], _Account] = defaultdict(_Account)
    for entry in sorted(book.kinds("invoice", "payment"), key=_order):
        amount = entry.number("amount") or 0.0
        if entry.kind == "invoice" and amount > CENT:
            account = accounts[entry.get("by"), entry.get("to")]
            early = account.open(entry, amount - sum(part.amount for part in found[entry.id]))
            if early is not None:
                found[entry.id] += [Part(early.id, early.day, paid) for _, paid in account.pay(early)]
        elif entry.kind == "invoice":
            credited = accounts[entry.get("by"), entry.get("to")].pay(entry)
            _take(found, credited, entry, book)
        elif not entry.get("of") and amount > CENT:
            _take(found, accounts[entry.get("to"), entry.get("by")].pay(entry), entry, book)
    return found


def _order(entry: Entry) -> tuple[date, int]:
    """Order a day's entries so that an invoice comes before the payment or credit note of the same day."""
    return entry.day, 0 if entry.kind == "invoice" and (entry.number("amount") or 0.0) > CENT else 1


def _cited(book: Book) -> dict[str, list[Part]]:
    """Give the payments that cite their invoice; one in another currency is taken to pay it, for no rate is known."""
    found: dict[str, list[Part]] = defaultdict(list)
    for payment in book.kinds("payment"):
        invoice = book.find(payment.get("of"))
        if invoice is not None and invoice.kind == "invoice":
            whole = invoice.number("amount") or 0.0
            amount = payment.number("amount")
            paid = amount if amount is not None and _money(payment, invoice) else whole
            found[invoice.id].append(Part(payment.id, payment.day, paid))
    return found


def _take(found: dict[str, list[Part]], taken: list[tuple[str, float]], by: Entry, book: Book) -> None:
    """Note what was taken off each invoice; a credit note counts from the invoice's own day, for it was not owed."""
    for name, amount in taken:
        invoice = book.find(name)
        due = (invoice.day_of("due") or by.day) if invoice and by.kind == "invoice" else by.day
        found[name].append(Part(by.id, min(by.day, due), amount))


def _money(one: Entry, other: Entry) -> bool:
    """Say whether two amounts are in one currency, as far as both name theirs."""
    mine, theirs = one.get("currency").casefold(), other.get("currency").casefold()
    return not mine or not theirs or mine == theirs


def _equal(payment: Entry, left: float) -> bool:
    return abs(abs(payment.number("amount") or 0.0) - left) <= CENT
