"""A table being read: which column is what, and how its days and amounts are written."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path

from goodwill.doors import days
from goodwill.doors.amounts import amount, decimal_comma
from goodwill.doors.columns import Layout
from goodwill.doors.door import Hints, Ignored, Item, mention
from goodwill.doors.rows import Row, rows
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

_LOOKED_AT = 20_000
_ADDRESS = re.compile(r"[^\s@,;<>\"]{1,100}@[^\s@,;<>\"]{1,100}")
_CLEAR = 3
_mention = lru_cache(maxsize=20_000)(mention)


class RowError(ValueError):
    """A row that cannot be taken; its text is the reason."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its layout, the order of day and month in each of its columns of days, and its decimal sign."""

    path: Path
    charset: str
    layout: Layout
    orders: Mapping[str, str]
    comma: bool = False

    def has(self, *roles: str) -> bool:
        """Say whether the table has a column for any of these roles."""
        return any(role in self.layout.roles for role in roles)

    def cell(self, row: Row, role: str) -> str:
        """Give what stands in a column, or the empty text where there is no such column or cell."""
        index = self.layout.roles.get(role, len(row.cells))
        return row.cells[index].strip() if index < len(row.cells) else ""

    def who(self, row: Row, role: str) -> str:
        """Give the party named in a column, with the address beside it where only one party is named in the table."""
        name, address = self.cell(row, role)[:200], self.cell(row, "mail")
        alone = sum(self.has(side) for side in ("supplier", "customer", "counterparty")) == 1
        return _mention(name, address if name and alone and _ADDRESS.fullmatch(address) else "")

    def day(self, row: Row, role: str) -> date | None:
        """Give the day in a column; a cell without a digit (`unpaid`, `n/a`) is no day and no fault."""
        text = self.cell(row, role)
        if not any(c.isdigit() for c in text[:60]):
            return None
        found = days.day(text[:60], self.orders.get(role, days.DAY_FIRST))
        if found is None:
            raise RowError(f"{self.name(role)} is not a day: {text[:40]}")
        return found

    def money(self, row: Row, role: str) -> str:
        """Give the amount in a column as a plain number; a cell without a digit is none."""
        text = self.cell(row, role)
        if not any(c.isdigit() for c in text[:60]):
            return ""
        found = amount(text, self.comma)
        if not found:
            raise RowError(f"{self.name(role)} is not an amount: {text[:40]}")
        return found

    def name(self, role: str) -> str:
        """Give a column's name as the file writes it."""
        index = self.layout.roles.get(role, -1)
        return self.layout.header[index].strip() if 0 <= index < len(self.layout.header) else role


def opened(path: Path, hints: Hints, layout: Layout, day_roles: Sequence[str]) -> tuple[Table, list[Ignored]]:
    """Look a table's first rows over to learn how it writes days and amounts; give what had to be assumed as notes."""
    seen = {role: list[str]() for role in (*day_roles, "amount") if role in layout.roles}
    plain = Table(path, hints.charset, layout, {})
    for row in islice(rows(path, hints.charset, layout), _LOOKED_AT):
        if isinstance(row, Row):
            for role, texts in seen.items():
                texts.append(plain.cell(row, role)[:40])
    comma = decimal_comma(seen.pop("amount", []))
    orders, note = _orders(seen)
    notes = [Ignored(note, path.name)] if note else []
    return Table(path, hints.charset, layout, orders, layout.delimiter == ";" if comma is None else comma), notes


def taken(table: Table, entries_of: Callable[[Table, Row], Sequence[Entry | Ignored]]) -> Iterator[Item]:
    """Read every row into its entries; a row with a fault is a reject as a whole."""
    for row in rows(table.path, table.charset, table.layout):
        if not isinstance(row, Row):
            yield row
            continue
        try:
            found = entries_of(table, row)
        except RowError as reason:
            yield Invalid(str(reason), table.path.name, row.line, table.layout.delimiter.join(row.cells)[:2000])
        else:
            yield from found


def _orders(seen: Mapping[str, Sequence[str]]) -> tuple[dict[str, str], str]:
    """Find the order of each column of days: all columns together tell, unless one of them clearly tells otherwise."""
    told = {role: days.tells(texts) for role, texts in seen.items()}
    common = days.order_of(sum(first for first, _ in told.values()), sum(second for _, second in told.values()))
    note = ""
    if not common:
        common, note = _plausible(seen)
    own = {role: days.order_of(*counts) for role, counts in told.items() if max(counts) >= _CLEAR and not min(counts)}
    return dict.fromkeys(seen, common) | own, note


def _plausible(seen: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    """Choose the order under which fewer rows run backwards; where both do alike, put the day first and say so."""
    backwards = {order: _backwards(seen, order) for order in (days.DAY_FIRST, days.MONTH_FIRST)}
    if backwards[days.DAY_FIRST] != backwards[days.MONTH_FIRST]:
        return min(backwards, key=lambda order: backwards[order]), ""
    texts = (text for column in seen.values() for text in column)
    example = next((t for t in texts if (n := days.parts(t)) and n[0] < 32 and n[0] != n[1]), "")
    return days.DAY_FIRST, f"nothing tells whether {example} has the day first; taken so" if example else ""


def _backwards(seen: Mapping[str, Sequence[str]], order: str) -> int:
    columns = [[days.day(text, order) for text in texts] for texts in seen.values()]
    if not columns:
        return 0
    first, *later = columns
    crossed = sum(bool(a and b and b < a) for column in later for a, b in zip(first, column, strict=True))
    return crossed + days.falls(first)
