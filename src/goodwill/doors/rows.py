"""Reads a delimited table row by row; a quote that never closes costs its own line and no other."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from goodwill.doors.columns import HEADER_WITHIN, Layout
from goodwill.doors.door import Ignored
from goodwill.doors.lines import LONGEST, Line, lines
from goodwill.ledger.notation import Invalid

_LONGEST_ROW_LINES = 500
_LONGEST_HEADER = 20_000
csv.field_size_limit(LONGEST)


class Row(NamedTuple):
    """One row of a table: the line on which it starts, and its cells."""

    line: int
    cells: list[str]


def first_lines(path: Path, charset: str) -> list[str]:
    """Give the first lines of a file, among which its header stands."""
    return [
        line.text[:_LONGEST_HEADER] for line in islice(lines(path, charset), HEADER_WITHIN) if isinstance(line, Line)
    ]


def rows(path: Path, charset: str, layout: Layout) -> Iterator[Row | Invalid | Ignored]:
    """Read the rows below the header; empty ones are left out, unreadable ones are rejects."""
    for record in records(lines(path, charset), layout.delimiter, path.name):
        if not isinstance(record, Line):
            yield record
        elif record.number > layout.header_line and record.text.strip():
            yield _row(record, layout.delimiter, path.name)


def records(
    source: Iterable[Line | Invalid | Ignored], delimiter: str, file: str
) -> Iterator[Line | Invalid | Ignored]:
    """Join lines that belong to one row because a quoted cell runs over them."""
    fresh, again = iter(source), deque[Line]()
    while (line := again.popleft() if again else next(fresh, None)) is not None:
        if not isinstance(line, Line) or not _open(line.text, delimiter):
            yield line
            continue
        joined, after = _joined(line, fresh, again, delimiter)
        again.extendleft(reversed(after))
        yield joined or Invalid("a quote is opened and never closed", file, line.number, line.text[:2000])


def _joined(
    line: Line, fresh: Iterator[Line | Invalid | Ignored], again: deque[Line], delimiter: str
) -> tuple[Line | None, list[Line]]:
    """Add lines until the quote closes; where it does not, give them all back."""
    texts, taken, size = [line.text], list[Line](), len(line.text)
    while len(taken) < _LONGEST_ROW_LINES and size < LONGEST:
        more = again.popleft() if again else next(fresh, None)
        if not isinstance(more, Line):
            break
        taken.append(more)
        texts.append(more.text)
        size += len(more.text)
        if '"' in more.text and not _open(more.text, delimiter, inside=True):
            return Line(line.number, "\n".join(texts)), []
    return None, taken


def _open(text: str, delimiter: str, *, inside: bool = False) -> bool:
    """Say whether a quoted cell is still open at the end of a line; a quote opens only at the start of a cell."""
    if not inside and (text.count('"') % 2 == 0 or (text[0] != '"' and f'{delimiter}"' not in text)):
        return False
    at = 0 if inside else _opening(text, 0, delimiter)
    while at >= 0:
        close = _closing(text, at)
        if close < 0:
            return True
        at = text.find(delimiter, close)
        at = _opening(text, at + 1, delimiter) if at >= 0 else -1
    return False


def _opening(text: str, start: int, delimiter: str) -> int:
    """Find where the inside of the next quoted cell begins, from the start of a cell on; -1 where there is none."""
    if text.startswith('"', start):
        return start + 1
    found = text.find(f'{delimiter}"', start)
    return found + 2 if found >= 0 else -1


def _closing(text: str, start: int) -> int:
    """Find the position after the quote that closes a cell; a doubled quote does not."""
    at = text.find('"', start)
    while at >= 0 and text.startswith('"', at + 1):
        at = text.find('"', at + 2)
    return at + 1 if at >= 0 else -1


def _row(record: Line, delimiter: str, file: str) -> Row | Invalid:
    try:
        return Row(
            record.number, next(csv.reader([part + "\n" for part in record.text.split("\n")], delimiter=delimiter))
        )
    except (csv.Error, StopIteration):
        return Invalid("not a row of this table", file, record.number, record.text[:2000])
