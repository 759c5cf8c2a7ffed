"""Rows of a ratings or pairs file: each accepted with its party codes, value and time, or rejected with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.csv_cells import Reject, cells
from goodwill.batch.csv_chunks import Bytes, Chunk, chunks, fields
from goodwill.batch.csv_numbers import numbers, times
from goodwill.batch.party_codes import PartyCodes
from goodwill.batch.table_layout import Layout, layout

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
RATINGS = ("by", "about", "value", "at")
PAIRS = ("by", "about", "at")


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
    lines, found, rejects = cells(chunk, cut, plan, skip)
    by, about = codes.of(found["by"]), codes.of(found["about"])
    at = times(found["at"])
    value: Floats = numbers(found["value"]) if "value" in found else np.broadcast_to(0.0, len(lines))
    wrong = _reasons(found, value, at)
    fine = wrong == 0
    rejects += [Reject(int(lines[row]), _WHY[int(wrong[row])]) for row in np.flatnonzero(~fine)]
    written = {name: found[name][fine] for name in PAIRS}
    rejects.sort(key=lambda reject: reject.line)
    return Rows(by[fine], about[fine], value[fine], at[fine], written, rejects)


_WHY = ("", "no name in 'by' or 'about'", "the value is not a number from -10 to 10", "the time cannot be read")


def _reasons(found: dict[str, Bytes], value: Floats, at: Floats) -> NDArray[np.int8]:
    wrong = np.zeros(len(value), dtype=np.int8)
    wrong[~np.isfinite(at)] = 3
    wrong[~(np.abs(value) <= 10.0)] = 2
    wrong[(found["by"][:, 0] == 0) | (found["about"][:, 0] == 0)] = 1
    return wrong
