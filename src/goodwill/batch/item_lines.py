"""Scored items written out: the item as the file tells it, the day from which it is judged, then its figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.csv_chunks import Bytes
from goodwill.batch.csv_days import written
from goodwill.batch.item_figures import FIGURES, STATES, Figures
from goodwill.batch.item_layout import WHO, Plan
from goodwill.batch.item_pieces import Piece, pieces
from goodwill.batch.parquet_cells import Arrow, arrow
from goodwill.batch.score_lines import decimals, lines, quoted, states
from goodwill.batch.score_reasons import reason_text

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
TOLD = ("number", "matter")
PLACES = {"n": 2, "days50": 1, "days80": 1, "days95": 1, "expected": 2}
DAYS = ("issued", "due", "settled", "at")
UNIX = 719_163  # the number of 1970-01-01


@dataclass(frozen=True, slots=True)
class Answers:
    """Questions and answers in the order of the file: the `lines` of the items asked about, their `days` (issued, due,
    settled, asked) and their `figures`.
    """

    lines: Ints
    days: tuple[Floats, Floats, Floats, Floats]
    figures: Figures


def write(path: Path, seen: Plan, found: Answers, out: Path) -> None:
    """Write one line an item, in the order of the file, as CSV or Parquet by the name of `out`."""
    if out.suffix == ".parquet":
        _parquet(path, seen, found, out)
        return
    with out.open("wb") as sink:
        _csv(path, seen, found, sink)


def _csv(path: Path, seen: Plan, found: Answers, sink: BinaryIO) -> None:
    reasons = found.figures.reasons
    sink.write((",".join([*_names(seen), *(("why",) if reasons is not None else ())]) + "\n").encode())
    for names, rows in _printed(path, seen, found):
        columns = [quoted(cells) for cells in names] + [written(day[rows]) for day in found.days]
        columns += [_decimals(found.figures, name, rows) for name in FIGURES]
        columns.append(states(found.figures.state[rows].astype(np.int64)))
        if reasons is not None:
            columns.append(reason_text(reasons, rows))
        sink.write(lines(columns))


def _names(seen: Plan) -> list[str]:
    """Return the names of the columns: who, to whom where the file tells both, then what it has."""
    who = ["counterparty", "to"][: len(seen.who)]
    return [*who, *(role for role in TOLD if role in seen.layout.places), *DAYS, *FIGURES, "state"]


def _printed(path: Path, seen: Plan, found: Answers) -> Iterator[tuple[list[Bytes], slice]]:
    """Yield the names as the file writes them, with the rows of the answers they belong to."""
    roles = (*seen.who[:2], *(role for role in TOLD if role in seen.layout.places))
    for piece in pieces(path, seen, (*WHO, *TOLD)):
        rows = slice(*np.searchsorted(found.lines, [_edge(piece, 0), _edge(piece, -1) + 1]))
        here = np.searchsorted(piece.lines, found.lines[rows])
        if here.size:
            yield [piece.cells[role][here] for role in roles], rows


def _edge(piece: Piece, place: int) -> int:
    return int(piece.lines[place]) if piece.lines.size else -1


def _decimals(found: Figures, name: str, rows: slice) -> Bytes:
    return decimals(found.numbers[rows, FIGURES.index(name)].astype(np.float64), PLACES.get(name, 4))


def _parquet(path: Path, seen: Plan, found: Answers, out: Path) -> None:
    pyarrow, parquet = arrow()
    sink = None
    for names, rows in _printed(path, seen, found):
        made = pyarrow.table(_columns(seen, found, names, rows))
        sink = sink or parquet.ParquetWriter(out, made.schema)
        sink.write_table(made)
    if sink is None:
        nothing = [np.zeros((0, 1), np.uint8)] * (len(_names(seen)) - len(DAYS) - len(FIGURES) - 1)
        sink = parquet.ParquetWriter(out, pyarrow.table(_columns(seen, found, nothing, slice(0))).schema)
    sink.close()


def _columns(seen: Plan, found: Answers, names: list[Bytes], rows: slice) -> dict[str, Arrow]:
    pyarrow, _ = arrow()
    texts = (pyarrow.array(_texts(cells), pyarrow.string()) for cells in names)
    columns: dict[str, Arrow] = dict(zip(_names(seen), texts, strict=False))
    for name, day in zip(DAYS, found.days, strict=True):
        since = np.nan_to_num(day[rows] - UNIX).astype(np.int32)
        columns[name] = pyarrow.array(since, pyarrow.int32(), mask=np.isnan(day[rows])).cast(pyarrow.date32())
    figures = found.figures
    columns |= {name: figures.numbers[rows, place] for place, name in enumerate(FIGURES)}
    columns["state"] = pyarrow.array(np.array(STATES)[figures.state[rows]].tolist(), pyarrow.string())
    if figures.reasons is not None:
        why = _texts(reason_text(figures.reasons, rows))
        columns["why"] = pyarrow.array([text.replace("\0", "").strip('"') for text in why], pyarrow.string())
    return columns


def _texts(cells: Bytes) -> list[str]:
    return [bytes(cell).rstrip(b"\0").decode("utf-8", "replace") for cell in cells]
