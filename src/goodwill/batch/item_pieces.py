"""A file of items piece by piece: line numbers and the cells of the columns wanted, from CSV or Parquet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goodwill.batch import csv_quotes, parquet_cells
from goodwill.batch.csv_cells import Reject, cells, too_wide
from goodwill.batch.csv_chunks import Bytes, Chunk, chunk_of, chunks
from goodwill.batch.item_layout import Plan, plan, plan_of

Ints = NDArray[np.int64]
WIDEST = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of a file that could be cut: their `lines`, the cells of each role, and the lines that could not."""

    lines: Ints
    cells: dict[str, Bytes]
    rejects: list[Reject]


def planned(path: Path, told: dict[str, str]) -> Plan | None:
    """Find the columns of a CSV or Parquet file; None where it is no table of deliveries or payments."""
    if path.suffix == ".parquet":
        return plan_of(path.name, parquet_cells.head(path), told)
    return plan(path, told)


def pieces(path: Path, seen: Plan, roles: tuple[str, ...]) -> Iterator[Piece]:
    """Yield the file piece by piece, in its order, with the cells of those `roles` that it has a column for."""
    places = {role: place for role, place in seen.layout.places.items() if role in roles}
    if path.suffix == ".parquet":
        for begin, found in parquet_cells.batches(path, places):
            lines = np.arange(len(next(iter(found.values())))) + begin
            fine = ~np.any([cell[:, WIDEST:].any(axis=1) for cell in found.values()], axis=0)
            rejects = [Reject(int(line), too_wide(WIDEST)) for line in lines[~fine]]
            yield Piece(lines[fine], {role: cell[fine] for role, cell in found.items()}, rejects)
        return
    layout = replace(seen.layout, places=places)
    for raw in chunks(path):
        chunk = _utf8(raw)
        cut = csv_quotes.fields(chunk, layout.columns, ord(layout.mark))
        yield Piece(*cells(chunk, cut, layout, max(0, seen.header_line - chunk.number + 1), WIDEST))


def _utf8(chunk: Chunk) -> Chunk:
    """Return a chunk in UTF-8: a line that is not is read as Windows-1252, as the doors do."""
    raw = chunk.text.tobytes()
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return chunk_of(b"\n".join(_line(line) for line in raw.split(b"\n")), chunk.number)
    return chunk


def _line(line: bytes) -> bytes:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace").encode()
    return line
