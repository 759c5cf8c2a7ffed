"""Which column of a table of deliveries or payments says who, by when, and when it was settled: told by its header.

The names are those the doors know, or as told by --map. A file is of one kind only; which days and names it has is said
in one way for both: issued, due, settled.
"""

import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from goodwill.batch.csv_chunks import opened
from goodwill.batch.table_layout import Layout
from goodwill.doors import columns, table
from goodwill.doors.columns import DELIVERIES, FIELDS, PAYMENTS
from goodwill.doors.door import Hints
from goodwill.doors.lines import decoded, marked

WHO = ("supplier", "customer", "counterparty")
TOLD = FIELDS | {"matter"}
_MATTER = (re.compile(r"(subject )?matter|commodity( group)?|category|site|plant|destination( (site|country))?"),)
_USED = (*WHO, "issued", "due", "settled", "number", "shipment", "matter")
_HEAD = 1 << 22
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name, its columns, who owes, and what its days of issue, due and settled are called."""

    name: str
    schema: Mapping[str, tuple[re.Pattern[str], ...]]
    owes: str
    days: tuple[str, str, str]


DELIVERY = Kind("deliveries", {**DELIVERIES, "matter": _MATTER}, "supplier", ("ordered", "promised", "delivered"))
PAYMENT = Kind("payments", {**PAYMENTS, "matter": _MATTER}, "customer", ("issue", "due", "settled"))


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file of items is laid out: its `kind`, `layout`, its `header` and the line of it, the order of day and
    month in each column of days, and what had to be assumed.
    """

    kind: Kind
    layout: Layout
    header: tuple[str, ...]
    header_line: int
    orders: Mapping[str, str]
    notes: tuple[str, ...]

    @property
    def who(self) -> tuple[str, ...]:
        """The columns that tell the counterparty, who owes first."""
        there = [role for role in WHO if role in self.layout.places]
        return tuple(sorted(there, key=lambda role: (role != self.kind.owes, WHO.index(role))))

    @property
    def used(self) -> str:
        """Say which column was taken for what."""
        places = sorted(self.layout.places.items(), key=lambda one: one[1])
        return ", ".join(f"{role} = {self.header[place].strip()[:40]}" for role, place in places if role in _USED)


def plan(path: Path, told: Mapping[str, str]) -> Plan | None:
    """Find the columns of a CSV file; None where it is no table of deliveries or payments.

    Raises ValueError when it cannot be read as text, has no settled days, or lacks a column that was told.
    """
    with opened(path) as source:
        head = source.read(_HEAD)
    if marked(head[:4]).startswith("utf-16") or b"\0" in head.partition(b"\n")[0]:
        raise ValueError(f"{path.name} is not UTF-8 text; save it as CSV in UTF-8")
    whole = head[: head.rfind(b"\n") + 1] or head
    return plan_of(path.name, whole, told)


def plan_of(name: str, head: bytes, told: Mapping[str, str]) -> Plan | None:
    """Find the columns from the first lines of a file."""
    lines = decoded(head[:400_000]).split("\n")[: columns.HEADER_WITHIN]
    found = [(kind, columns.layout(lines, kind.schema, _named(kind, told))) for kind in (DELIVERY, PAYMENT)]
    fit = [(kind, seen) for kind, seen in found if seen is not None and _fits(kind, seen)]
    if not fit:
        return None
    kind, seen = max(fit, key=lambda one: sum(day in one[1].roles for day in one[0].days))
    _check(name, kind, seen, told)
    return _looked_over(name, head, kind, seen, told)


def _fits(kind: Kind, seen: columns.Layout) -> bool:
    """Say whether a table has a counterparty and a due day: these make it one of items."""
    return kind.days[1] in seen.roles and any(role in seen.roles for role in WHO)


def _named(kind: Kind, told: Mapping[str, str]) -> dict[str, str]:
    """Give what was told in the words of a kind: `due` is the promised day of a delivery."""
    same = dict(zip(PAYMENT.days, kind.days, strict=True)) | dict(zip(DELIVERY.days, kind.days, strict=True))
    return {same.get(role, role): column for role, column in told.items()}


def _check(name: str, kind: Kind, seen: columns.Layout, told: Mapping[str, str]) -> None:
    known = {columns.normal(cell) for cell in seen.header}
    for role, column in told.items():
        if columns.normal(column) not in known:
            raise ValueError(f"{name}: --map {role}={column}: no such column; found: {listed(seen.header)}")
    if kind.days[2] not in seen.roles:
        raise ValueError(
            f"{name}: no column tells when an item was settled, so all would look open; "
            f"--map settled=COLUMN names it; found: {listed(seen.header)}"
        )


def found_in(path: Path) -> str:
    """Name the columns that stand in the first lines of a file."""
    with opened(path) as source:
        return listed(columns.columns_of(decoded(source.read(4096)).split("\n")))


def listed(header: Sequence[str]) -> str:
    """Name the columns of a file in a line."""
    return ", ".join(cell.strip() for cell in header[:_SHOWN])[:300] or "none"


def _looked_over(name: str, head: bytes, kind: Kind, seen: columns.Layout, told: Mapping[str, str]) -> Plan:
    """Learn from the first rows how days are written."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / Path(name).with_suffix(".csv").name
        copy.write_bytes(head)
        looked, notes = table.opened(copy, Hints(columns=told), seen, kind.days)
    words = dict(zip(kind.days, ("issued", "due", "settled"), strict=True))
    places = {words.get(role, role): place for role, place in seen.roles.items()}
    orders = {words[role]: order for role, order in looked.orders.items() if role in words}
    layout = Layout(len(seen.header), places, True, seen.delimiter)
    return Plan(kind, layout, seen.header, seen.header_line, orders, tuple(note.reason for note in notes))
