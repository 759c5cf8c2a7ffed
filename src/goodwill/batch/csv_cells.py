"""The cells of the columns that count, line by line: plain lines all at once, odd ones with care or with a reason."""

import csv
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.csv_chunks import Bytes, Chunk, Fields, padded
from goodwill.batch.table_layout import Layout

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that was left out: its `line` in the file, counted from 1, and why."""

    line: int
    reason: str


def cells(
    chunk: Chunk, cut: Fields, plan: Layout, skip: int, widest: int | None = None
) -> tuple[Ints, dict[str, Bytes], list[Reject]]:
    """Return line numbers and cells of the plain rows and of those odd rows that a closer look could read.

    Rows before `skip` are left out; a cell that counts and has more than `widest` bytes is a reason to reject its row.
    """
    keep = cut.rows >= skip
    places = plan.places.items()
    odd = [(int(row) + chunk.number, _closer_look(chunk.line(row), plan)) for row in cut.odd if row >= skip]
    if widest is not None:
        wide = ((cut.ends - cut.begins)[:, list(plan.places.values())] > widest).any(axis=1)
        odd = [(line, _narrow(seen, plan, widest)) for line, seen in odd]
        odd += [(int(row) + chunk.number, too_wide(widest)) for row in cut.rows[keep & wide]]
        keep &= ~wide
    found = {name: padded(chunk.text, cut.begins[keep, place], cut.ends[keep, place]) for name, place in places}
    lines = cut.rows[keep] + chunk.number
    rejects = [Reject(line, seen) for line, seen in odd if isinstance(seen, str)]
    read = [(line, seen) for line, seen in odd if not isinstance(seen, str)]
    if not read:
        return lines, found, rejects
    lines = np.append(lines, [line for line, _ in read])
    order = np.argsort(lines, kind="stable")
    for name, place in places:
        found[name] = _stacked(found[name], [seen[place].strip().encode() for _, seen in read])[order]
    return lines[order], found, rejects


def _closer_look(line: str, plan: Layout) -> list[str] | str:
    if "\0" in line:
        return "the line holds a null byte"
    if line.count('"') % 2:
        return "a quotation mark is not closed on its line"
    try:
        seen = next(csv.reader([line], delimiter=plan.mark), [])
    except csv.Error:
        return "not a row of this table"
    if len(seen) <= max(plan.places.values()):
        return f"{len(seen)} columns where {plan.columns} are expected"
    return seen


def _narrow(seen: list[str] | str, plan: Layout, widest: int) -> list[str] | str:
    if isinstance(seen, list) and any(len(seen[place].strip().encode()) > widest for place in plan.places.values()):
        return too_wide(widest)
    return seen


def too_wide(widest: int) -> str:
    """Say why a row with a very long cell is left out."""
    return f"a cell has more than {widest} bytes"


def _stacked(plain: Bytes, more: list[bytes]) -> Bytes:
    width = max([plain.shape[1], *(len(cell) for cell in more)])
    out = np.zeros((len(plain) + len(more), width), dtype=np.uint8)
    out[: len(plain), : plain.shape[1]] = plain
    for row, cell in enumerate(more, start=len(plain)):
        out[row, : len(cell)] = np.frombuffer(cell, dtype=np.uint8)
    return out
