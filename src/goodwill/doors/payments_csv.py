"""Reads a table of invoices and payments: who owed whom how much, by when, and when it was paid."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from goodwill.doors.amounts import currency
from goodwill.doors.charset import named
from goodwill.doors.columns import PAYMENTS, Layout, columns_of, layout, normal
from goodwill.doors.door import Hints, Ignored, Item, minted
from goodwill.doors.lines import decoded
from goodwill.doors.rows import Row, first_lines
from goodwill.doors.table import RowError, Table, opened, taken
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

_DAYS = ("issue", "due", "settled")
_THEIRS = {"in", "incoming", "payable", "payables", "ap", "purchase", "purchases", "bill", "bills", "expense"} | {
    "expenses", "supplier", "suppliers", "vendor", "vendors", "received", "eingang", "achat", "achats", "compras"
}  # fmt: skip
_OURS = {"out", "outgoing", "receivable", "receivables", "ar", "sale", "sales", "income", "revenue", "customer"} | {
    "customers", "client", "clients", "sent", "ausgang", "vente", "ventes", "ventas"
}  # fmt: skip


_NEVER_SENT = {"draft", "void", "voided", "deleted", "cancelled", "canceled", "entwurf", "storniert", "brouillon"} | {
    "annule", "annulee", "borrador", "anulada", "anulado"
}  # fmt: skip
_YES = {"yes", "y", "true", "x", "ja", "oui", "si"}
_PAID = {"paid", "paid in full", "closed", "settled", "bezahlt", "beglichen", "ausgeglichen", "paye", "payee"} | {
    "regle", "reglee", "pagada", "pagado"
}  # fmt: skip
_SUM = re.compile(r"(grand |sub ?)?total\b.*|(zwischen|gesamt)?summe|gesamt|sous total|suma")
_DAY_UNTOLD = "paid, on a day this table does not tell"

_ASSUMED = "nothing tells who invoiced whom; taken as your invoices to them; --map supplier=COLUMN says otherwise"


class PaymentsCsv:
    """Any table with a counterparty and the days of issue, due and settled; amounts too, where it has them."""

    name = "payments table"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether the header names a counterparty and the days due and settled."""
        return _complete(layout(decoded(head).split("\n"), PAYMENTS, {}))

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read each row as an invoice and, where it was settled, its payment."""
        top = first_lines(path, hints.charset)
        found = layout(top, PAYMENTS, hints.columns)
        if found is None or not _complete(found):
            yield Invalid(_unclear(top, found), path.name)
            return
        if not _side_known(found, path):
            yield Ignored(_ASSUMED, path.name)
        table, notes = opened(path, hints, found, _DAYS)
        yield from notes
        yield from taken(table, _entries)


def _complete(found: Layout | None) -> bool:
    """Say whether every column is there that counts; without settled days all would look unpaid, which blames."""
    return found is not None and not missing(found)


def missing(found: Layout) -> str:
    """Say what no column tells, of what must be told; rent and the like have no day of issue of their own."""
    wanted = {"due": "the day due", "settled": "the day paid"}
    lacking = [words for role, words in wanted.items() if role not in found.roles]
    who = {"supplier", "customer", "counterparty"} & found.roles.keys()
    return " or ".join([*([] if who else ["the counterparty"]), *lacking])


def almost(top: Sequence[str]) -> str:
    """Say of a table that names a party, a day and an invoice what it still lacks; the empty text where it does not."""
    found = layout(top, PAYMENTS, {})
    if found is None or not {"issue", "due"} & found.roles.keys() or not {"amount", "number"} & found.roles.keys():
        return ""
    lacks = missing(found)
    return "" if "counterparty" in lacks else lacks


def _unclear(top: Sequence[str], found: Layout | None) -> str:
    names = ", ".join(columns_of(top)[:20])[:300]
    lacks = f"no column tells {missing(found)}; " if found else ""
    return f"needs columns for the counterparty and the days due and settled; {lacks}found: {names or 'none'}"


def _side_known(found: Layout, path: Path) -> bool:
    return bool({"supplier", "customer", "direction"} & found.roles.keys()) or whose_invoice(path.stem) != ""


def whose_invoice(text: str) -> str:
    """Tell from a word such as `purchase` or `receivable` whose invoice it is: theirs, ours, or the empty text."""
    words = set(normal(text).split())
    theirs, ours = bool(words & _THEIRS), bool(words & _OURS)
    return "" if theirs == ours else ("theirs" if theirs else "ours")


def _parties(table: Table, row: Row) -> tuple[str, str]:
    """Say who sent the invoice and to whom."""
    supplier, customer = table.who(row, "supplier"), table.who(row, "customer")
    if supplier or customer:
        return supplier or "me", customer or "me"
    other = table.who(row, "counterparty")
    side = (
        whose_invoice(table.cell(row, "direction"))
        or whose_invoice(table.path.stem)
        or ("" if table.has("direction") else "ours")
    )
    if not other or not side:
        raise RowError("no counterparty" if not other else "cannot tell who invoiced whom")
    return (other, "me") if side == "theirs" else ("me", other)


def _entries(table: Table, row: Row) -> list[Entry | Ignored]:
    """Read one row: its invoice and, where it was settled, the payment."""
    if reason := _no_claim(table, row):
        return [Ignored(reason, table.path.name, row.line)]
    issued, due, settled = (table.day(row, role) for role in _DAYS)
    issued = issued or (None if table.has("issue") else due)
    if issued is None and _SUM.fullmatch(next(filter(None, map(normal, row.cells)), "")):
        return [Ignored("a sum", table.path.name, row.line)]
    if issued is None:
        raise RowError(f"no {table.name('issue' if table.has('issue') else 'due')}")
    by, to = _parties(table, row)
    amount = table.money(row, "amount")
    number = table.cell(row, "number")[:100]
    same = number or f"{issued}/{amount}"
    name = minted("invoice", by.casefold(), to.casefold(), same)
    origin = {"src": named(table.path), "line": str(row.line)}
    coin = table.cell(row, "currency").upper()[:10] or currency(table.cell(row, "amount") + " " + table.name("amount"))
    money = {"amount": amount, "currency": coin if amount else ""}
    keys = {"by": by, "to": to, **money, "due": due.isoformat() if due else "", "number": number, **origin}
    found: list[Entry | Ignored] = [Entry(issued, "invoice", name, _said(keys))]
    if settled is not None and not amount.startswith("-"):
        money["amount"] = _paid(amount, table.money(row, "balance"))
        paid = minted("payment", name, settled.isoformat(), money["amount"])
        keys = {"by": to, "to": by, **money, "of": name, **origin}
        found.append(Entry(settled, "payment", paid, _said(keys)))
    return found


def _no_claim(table: Table, row: Row) -> str:
    """Say why a row claims nothing of anybody: never sent, or paid on a day that is not told; else the empty text."""
    status = normal(table.cell(row, "status"))
    if status in _NEVER_SENT:
        return f"not a claim: {status}"
    if table.day(row, "settled") is not None:
        return ""
    balance = table.money(row, "balance")
    paid = status in _PAID or normal(table.cell(row, "settled")) in _PAID | _YES
    return _DAY_UNTOLD if paid or (balance and not Decimal(balance)) else ""


def _paid(amount: str, balance: str) -> str:
    """Give what was paid of an amount: all of it, unless the table tells that a part is open."""
    if not amount or not balance or not 0 < Decimal(balance) < Decimal(amount):
        return amount
    return str(Decimal(amount) - Decimal(balance))


def _said(keys: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in keys.items() if value}
