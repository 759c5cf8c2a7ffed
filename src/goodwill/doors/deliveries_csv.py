"""Reads a table of orders and deliveries: when something was promised for, and when it came."""

from collections.abc import Iterator
from pathlib import Path

from goodwill.doors.amounts import amount
from goodwill.doors.charset import named
from goodwill.doors.columns import DELIVERIES, Layout, layout
from goodwill.doors.door import Hints, Ignored, Item, minted
from goodwill.doors.duplicates import Occurrences
from goodwill.doors.lines import decoded
from goodwill.doors.rows import Row, first_lines
from goodwill.doors.table import RowError, Table, opened, taken
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

_DAYS = ("ordered", "promised", "delivered")


class DeliveriesCsv:
    """Any table with a vendor or customer, the day a delivery was promised for, and the day it came."""

    name = "deliveries table"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether the header names a party, a promised and a delivered day."""
        return _complete(layout(decoded(head).split("\n"), DELIVERIES, {}))

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read each row as a promise to deliver and, where it came, its delivery."""
        found = layout(first_lines(path, hints.charset), DELIVERIES, hints.columns)
        if found is None or not _complete(found):
            yield Invalid("no columns for vendor, promised and delivered day", path.name)
            return
        table, notes = opened(path, hints, found, _DAYS)
        yield from notes
        seen = Occurrences()
        yield from taken(table, lambda table, row: _entries(table, row, seen))


def _complete(found: Layout | None) -> bool:
    if found is None or not {"promised", "delivered"} <= found.roles.keys():
        return False
    return bool({"supplier", "customer", "owner"} & found.roles.keys())


def _entries(table: Table, row: Row, seen: Occurrences) -> list[Entry | Ignored]:
    """Read one row. Lines of one shipment have the same id, so a shipment counts once however many lines it has;
    where shipments are not told, each item of an order counts.

    Where the day of the order is not known, no promise is made up: the delivery alone is kept, with its due day. A
    table that has no such column at all, as of milestones, is a plan: each row was promised by its own day at the
    latest.
    """
    ordered, promised, delivered = (table.day(row, role) for role in _DAYS)
    by, to = _sides(table, row)
    if promised is None:
        raise RowError(f"no {table.name('promised')}")
    ordered = ordered or (None if table.has("ordered") else promised)
    order = table.cell(row, "number")[:100]
    shipment = table.cell(row, "shipment")[:100]
    item = table.cell(row, "item")[:60] if order and not table.has("shipment") else ""
    who = (by.casefold(), to.casefold())
    name = minted("promise", *who, order, shipment, str(promised), *filter(None, [item]))
    origin = {"src": named(table.path), "line": str(row.line)}
    keys = {"by": by, "to": to, "due": promised.isoformat()}
    found: list[Entry | Ignored] = []
    if ordered is not None:
        found.append(Entry(ordered, "promise", name, keys | origin, " ".join(f"deliver {order} {item}".split())))
    if delivered is not None:
        of = {"of": name} if ordered is not None else {}
        part = _part(table, row)
        again = (part, str(seen.number("all", name, str(delivered), part))) if part else ()
        came = minted("delivery", name, delivered.isoformat(), *again)
        found.append(Entry(delivered, "delivery", came, keys | of | ({"part": part} if part else {}) | origin))
    return found or [Ignored("neither ordered nor delivered on a known day", table.path.name, row.line)]


def _sides(table: Table, row: Row) -> tuple[str, str]:
    """Give who delivers and to whom; the side that is not named is the user."""
    supplier, customer = table.who(row, "supplier"), table.who(row, "customer")
    if not table.has("supplier", "customer"):
        supplier = table.who(row, "owner")  # beside a customer, the owner is somebody of the user's own house
    if not supplier and not customer:
        raise RowError("no vendor")
    return supplier or "me", customer or "me"


def _part(table: Table, row: Row) -> str:
    """Say how much of how much came, where it was less than ordered."""
    whole, came = (amount(table.cell(row, role), table.comma) for role in ("quantity", "came"))
    return f"{came}/{whole}" if whole and came and 0 < float(came) < float(whole) else ""
