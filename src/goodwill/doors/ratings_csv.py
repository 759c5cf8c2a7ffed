"""Reads a table of ratings: who rated whom, how, and when."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from pathlib import Path

from goodwill.doors.charset import named
from goodwill.doors.columns import HEADER_WITHIN, RATINGS, Layout, cells, layout
from goodwill.doors.days import day
from goodwill.doors.door import Hints, Ignored, Item, minted
from goodwill.doors.lines import decoded
from goodwill.doors.rows import Row, first_lines, rows
from goodwill.doors.table import RowError, Table, taken
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

_LOOKED_AT = 20_000
_IN_ORDER = {"by": 0, "about": 1, "value": 2, "at": 3}


class RatingsCsv:
    """A table `by,about,value,at`; the header may be missing where the columns stand in that order."""

    name = "ratings table"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether the header names who, about whom and how much, or the first row reads like a rating."""
        return _layout(decoded(head).split("\n")[:HEADER_WITHIN], {}) is not None

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read each row as a rating on -1 to 1; a file that goes up to 10 is divided by 10."""
        found = _layout(first_lines(path, hints.charset), hints.columns)
        if found is None:
            yield Invalid("no columns for by, about, value and at", path.name)
            return
        table = Table(path, hints.charset, found, {})
        yield from taken(table, partial(_entries, _scale(table)))


def _layout(top: list[str], told: Mapping[str, str]) -> Layout | None:
    """Find the columns by name, or by place where the first row is already a rating."""
    found = layout(top, RATINGS, told)
    if found is not None and _IN_ORDER.keys() <= found.roles.keys():
        return found
    first = next((text.strip() for text in top if text.strip()), "")
    row = next((r for d in ",;\t" if len(r := cells(first, d) or []) == 4 and _reads(r)), None)
    if row is None:
        return None
    delimiter = next(d for d in ",;\t" if len(cells(first, d) or []) == 4)
    return Layout(delimiter, 0, (), _IN_ORDER)


def _reads(row: list[str]) -> bool:
    value = _number(row[2])
    return (
        bool(row[0].strip() and row[1].strip()) and value is not None and abs(value) <= 10 and _at(row[3]) is not None
    )


def _scale(table: Table) -> float:
    """Give what to divide by: 10 where more values lie beyond 1 than are fractions of 1, else 1."""
    sample = islice(rows(table.path, table.charset, table.layout), _LOOKED_AT)
    sizes = [abs(_number(table.cell(row, "value")) or 0) for row in sample if isinstance(row, Row)]
    return 10.0 if sum(size > 1 for size in sizes) > sum(0 < size < 1 for size in sizes) else 1.0


def _entries(scale: float, table: Table, row: Row) -> list[Entry | Ignored]:
    by, about = table.who(row, "by"), table.who(row, "about")
    value, moment = _number(table.cell(row, "value")), _at(table.cell(row, "at"))
    if not by or not about:
        raise RowError("a rating needs by and about")
    if value is None or abs(value) > scale:
        raise RowError(f"value is not a number from -{scale:g} to {scale:g}: {table.cell(row, 'value')[:40]}")
    if moment is None:
        raise RowError(f"at is neither seconds since 1970 nor a day: {table.cell(row, 'at')[:40]}")
    on, time = moment
    matter = table.cell(row, "matter")[:200]
    name = minted("rating", by.casefold(), about.casefold(), on.isoformat(), time, f"{value / scale:g}", matter)
    keys = {"by": by, "about": about, "value": f"{value / scale:g}", "matter": matter}
    origin = {"src": named(table.path), "line": str(row.line)}
    said = {key: value for key, value in keys.items() if value}
    return [Entry(on, "rating", name, said | origin, "", time)]


def _number(text: str) -> float | None:
    try:
        value = float(text[:40])
    except ValueError:
        return None
    return value if value - value == 0 else None


def _at(text: str) -> tuple[date, str] | None:
    """Read a moment: seconds since 1970, or a day with or without a time."""
    text = text.strip()[:40]
    seconds = _number(text)
    try:
        if seconds is not None and not (len(text) == 8 and text.isdecimal()):
            moment = datetime.fromtimestamp(seconds, UTC)
            return moment.date(), f"{moment.hour:02}:{moment.minute:02}"
        if "T" in text or ":" in text:
            moment = datetime.fromisoformat(text)
            return moment.date(), f"{moment.hour:02}:{moment.minute:02}"
    except (ValueError, OverflowError, OSError):
        return None
    found = day(text)
    return (found, "") if found else None
