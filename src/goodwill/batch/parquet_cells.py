"""Columns of a Parquet file as cells of text, for those who have pyarrow."""

import csv
import io
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Arrow = Any  # pyarrow ships no types
_BATCH = 200_000
_HEAD = 20_000


def arrow() -> tuple[Arrow, Arrow]:
    """Return pyarrow and its reader of Parquet; raises ValueError when it is not installed."""
    if find_spec("pyarrow") is None:
        raise ValueError("reading or writing Parquet needs pyarrow: install goodwill[batch], or use CSV")
    import pyarrow
    import pyarrow.parquet

    return pyarrow, pyarrow.parquet


def head(path: Path) -> bytes:
    """Return the names of the columns and the first rows as a table in CSV."""
    source = arrow()[1].ParquetFile(path)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(source.schema_arrow.names)
    for batch in source.iter_batches(_HEAD):
        writer.writerows(zip(*(column.to_pylist() for column in batch.columns), strict=True))
        break
    return out.getvalue().encode()


def batches(path: Path, places: dict[str, int]) -> Iterator[tuple[int, dict[str, Bytes]]]:
    """Yield the number of a batch's first row, counted from 1, and its cells by role."""
    source = arrow()[1].ParquetFile(path)
    names = {role: source.schema_arrow.names[place] for role, place in places.items()}
    begin = 1
    for batch in source.iter_batches(_BATCH, columns=list(names.values())):
        yield begin, {role: texts(batch.column(batch.schema.get_field_index(name))) for role, name in names.items()}
        begin += len(batch)


def texts(column: Arrow) -> Bytes:
    """Return a column as rows of bytes filled up with zeros; what is missing is empty."""
    held = [b"" if value is None else str(value).strip().replace("\0", "").encode() for value in column.to_pylist()]
    made = np.array(held, dtype=np.bytes_)
    width = max(made.dtype.itemsize, 1)
    return np.ascontiguousarray(made.astype(f"S{width}")).view(np.uint8).reshape(len(made), width)
