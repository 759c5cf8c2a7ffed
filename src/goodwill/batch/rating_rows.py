"""Rows of a ratings or pairs file: each accepted with its party codes, value and time, or rejected with its reason."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.csv_chunks import Bytes, Chunk, Fields, chunks, fields, padded
from goodwill.batch.csv_numbers import numbers, times
from goodwill.batch.party_codes import PartyCodes
from goodwill.batch.table_layout import Layout, layout

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
RATINGS = ("by", "about", "value", "at")
PAIRS = ("by", "about", "at")


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that was left out: its `line` in the file, counted from 1, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Accepted rows of one piece: codes, value (0 for pairs), epoch seconds; the names and the time as written."""

    by: Ints
    about: Ints
    value: Floats
    at: Floats
    written: dict[str, Bytes]
    rejects: list[Reject]


def rows(path: Path, needed: tuple[str, ...], codes: PartyCodes) -> Iterator[Rows]:
    """Yield the rows of a CSV file piece by piece, in file order.

    Raises ValueError when the first line shows that a needed column is missing.
    """
    plan: Layout | None = None
    for chunk in chunks(path):
        if plan is None:
            if not len(chunk.begins):
                continue
            plan = layout(chunk.line(0), needed)
            yield _rows(chunk, plan, codes, 1 if plan.header else 0)
        else:
            yield _rows(chunk, plan, codes, 0)


def _rows(chunk: Chunk, plan: Layout, codes: PartyCodes, skip: int) -> Rows:
    cut = fields(chunk, plan.columns)
    lines, cells, rejects = _cells(chunk, cut, plan, skip)
    by, about = codes.of(cells["by"]), codes.of(cells["about"])
    at = times(cells["at"])
    value: Floats = numbers(cells["value"]) if "value" in cells else np.broadcast_to(0.0, len(lines))
    wrong = _reasons(cells, value, at)
    fine = wrong == 0
    rejects += [Reject(int(lines[row]), _WHY[int(wrong[row])]) for row in np.flatnonzero(~fine)]
    written = {name: cells[name][fine] for name in PAIRS}
    rejects.sort(key=lambda reject: reject.line)
    return Rows(by[fine], about[fine], value[fine], at[fine], written, rejects)


_WHY = ("", "no name in 'by' or 'about'", "the value is not a number from -10 to 10", "the time cannot be read")


def _reasons(cells: dict[str, Bytes], value: Floats, at: Floats) -> NDArray[np.int8]:
    wrong = np.zeros(len(value), dtype=np.int8)
    wrong[~np.isfinite(at)] = 3
    wrong[~(np.abs(value) <= 10.0)] = 2
    wrong[(cells["by"][:, 0] == 0) | (cells["about"][:, 0] == 0)] = 1
    return wrong


def _cells(chunk: Chunk, cut: Fields, plan: Layout, skip: int) -> tuple[Ints, dict[str, Bytes], list[Reject]]:
    """Return line numbers and cells of the plain rows and of those odd rows that a closer look could read."""
    keep = cut.rows >= skip
    places = plan.places.items()
    cells = {name: padded(chunk.text, cut.begins[keep, place], cut.ends[keep, place]) for name, place in places}
    lines = cut.rows[keep] + chunk.number
    odd = [(int(row) + chunk.number, _closer_look(chunk.line(row), plan)) for row in cut.odd if row >= skip]
    rejects = [Reject(line, found) for line, found in odd if isinstance(found, str)]
    read = [(line, found) for line, found in odd if not isinstance(found, str)]
    if not read:
        return lines, cells, rejects
    lines = np.append(lines, [line for line, _ in read])
    order = np.argsort(lines, kind="stable")
    for name, place in places:
        cells[name] = _stacked(cells[name], [found[place].strip().encode() for _, found in read])[order]
    return lines[order], cells, rejects


def _closer_look(line: str, plan: Layout) -> list[str] | str:
    if "\0" in line:
        return "the line holds a null byte"
    if line.count('"') % 2:
        return "a quotation mark is not closed on its line"
    cells = next(csv.reader([line]), [])
    if len(cells) <= max(plan.places.values()):
        return f"{len(cells)} columns where {plan.columns} are expected"
    return cells


def _stacked(plain: Bytes, more: list[bytes]) -> Bytes:
    width = max([plain.shape[1], *(len(cell) for cell in more)])
    out = np.zeros((len(plain) + len(more), width), dtype=np.uint8)
    out[: len(plain), : plain.shape[1]] = plain
    for row, cell in enumerate(more, start=len(plain)):
        out[row, : len(cell)] = np.frombuffer(cell, dtype=np.uint8)
    return out
