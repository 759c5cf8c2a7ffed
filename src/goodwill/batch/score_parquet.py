"""The same tables in Parquet, for those who have pyarrow: read and written in batches."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.csv_cells import Reject
from goodwill.batch.csv_chunks import Bytes
from goodwill.batch.csv_numbers import times
from goodwill.batch.parquet_cells import Arrow, arrow
from goodwill.batch.party_codes import PartyCodes
from goodwill.batch.rating_rows import PAIRS, Rows
from goodwill.batch.table_layout import layout
from goodwill.measures.network import Trust

Floats = NDArray[np.float64]
_BATCH = 500_000


def rows(path: Path, needed: tuple[str, ...], codes: PartyCodes) -> Iterator[Rows]:
    """Yield the rows of a Parquet file in batches; raises ValueError when a needed column is missing."""
    _, parquet = arrow()
    source = parquet.ParquetFile(path)
    plan = layout(",".join(source.schema_arrow.names), needed)
    names = {name: source.schema_arrow.names[place] for name, place in plan.places.items()}
    begin = 1
    for batch in source.iter_batches(_BATCH, columns=list(names.values())):
        columns = {name: batch.column(batch.schema.get_field_index(held)) for name, held in names.items()}
        yield _rows(columns, codes, begin)
        begin += len(batch)


def _rows(columns: dict[str, Arrow], codes: PartyCodes, begin: int) -> Rows:
    cells = {name: _cells(columns[name]) for name in PAIRS}
    at = _times(columns["at"], cells["at"])
    value = _floats(columns["value"]) if "value" in columns else np.zeros(len(at))
    fine = np.isfinite(at) & (np.abs(value) <= 10.0) & (cells["by"][:, 0] != 0) & (cells["about"][:, 0] != 0)
    rejects = [Reject(int(row) + begin, "a name, value or time is missing") for row in np.flatnonzero(~fine)]
    written = {name: cells[name][fine] for name in PAIRS}
    by, about = codes.of(written["by"]), codes.of(written["about"])
    return Rows(by, about, value[fine], at[fine], written, rejects)


def _cells(column: Arrow) -> Bytes:
    texts = np.array([b"" if text is None else str(text).encode() for text in column.to_pylist()], dtype=np.bytes_)
    width = max(texts.dtype.itemsize, 1)
    return texts.astype(f"S{width}").view(np.uint8).reshape(len(texts), width)


def _floats(column: Arrow) -> Floats:
    return np.array([np.nan if number is None else float(number) for number in column.to_pylist()])


def _times(column: Arrow, cells: Bytes) -> Floats:
    pyarrow, _ = arrow()
    if pyarrow.types.is_timestamp(column.type):
        moments = column.cast(pyarrow.timestamp("us", tz=column.type.tz))
        micros = moments.cast(pyarrow.int64()).to_numpy(zero_copy_only=False)
        return np.asarray(micros, dtype=float) / 1e6
    return times(cells)


def write(found: Trust, pieces: Iterator[Rows], out: Path) -> None:
    """Write estimates beside the questions, as they were asked; the questions must come in the estimates' order."""
    pyarrow, parquet = arrow()
    begin, sink = 0, None
    for piece in pieces:
        part = slice(begin, begin + len(piece.by))
        begin = part.stop
        table = pyarrow.table(_columns(found, piece, part))
        sink = sink or parquet.ParquetWriter(out, table.schema)
        sink.write_table(table)
    if sink is not None:
        sink.close()


def _columns(found: Trust, piece: Rows, part: slice) -> dict[str, Arrow]:
    columns: dict[str, Arrow] = {name: _texts(piece.written[name]) for name in PAIRS}
    figures = zip(Trust._fields[:7], found[:7], strict=True)
    columns |= {name: figure[part] for name, figure in figures}
    if found.reasons is not None:
        names, top, terms = found.reasons.names, found.reasons.top[part], found.reasons.terms[part]
        columns["why"] = [
            "; ".join(f"{names[place]} {term:+.2f}" for place, term in zip(*row, strict=True))
            for row in zip(top.tolist(), terms.tolist(), strict=True)
        ]
    return columns


def _texts(cells: Bytes) -> list[str]:
    return [bytes(cell).rstrip(b"\0").decode("utf-8", "replace") for cell in cells]
