"""How far may A trust B, for a whole file of ratings and a file of questions.

Files are read and written in pieces. A row that cannot be read is left out with its line and the reason, and the rest
goes on. Parquet is read and written when pyarrow is installed, CSV always.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goodwill.batch import score_parquet
from goodwill.batch.csv_cells import Reject
from goodwill.batch.party_codes import PartyCodes
from goodwill.batch.rating_rows import PAIRS, RATINGS, Rows, rows
from goodwill.batch.score_lines import HEADER, decimals, lines, quoted, states
from goodwill.batch.score_reasons import REASON_HEADER, reason_text
from goodwill.measures import network
from goodwill.measures.network_gate import segment

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Estimate = Callable[..., network.Trust]  # takes what network.trust takes, and gives what it gives


@dataclass(frozen=True, slots=True)
class Summary:
    """What was done: ratings and pairs read, rows left out of each with their reasons, and how many were scored."""

    ratings: int
    pairs: int
    rejected_ratings: list[Reject]
    rejected_pairs: list[Reject]
    states: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Table:
    by: Ints
    about: Ints
    value: Floats
    at: Floats
    rejects: list[Reject]


def score(ratings: Path, pairs: Path, out: Path, explain: bool = False, trust: Estimate = network.trust) -> Summary:
    """Read `ratings` and `pairs`, estimate each pair from ratings strictly before its time, and write `out`.

    Columns of the files are in the documentation of bulk formats. With `explain`, a last column `why` names what moved
    each estimate most; `trust` is who estimates, here or elsewhere (see `runners`). Raises ValueError when a file lacks
    a needed column, OSError when it cannot be read or written.
    """
    codes = PartyCodes()
    told, asked = _numbered(_table(_pieces(ratings, RATINGS, codes)), _table(_pieces(pairs, PAIRS, codes)))
    if np.abs(told.value).max(initial=0.0) > 1.0:
        np.divide(told.value, 10.0, out=told.value)
    found = trust(told.by, told.about, told.value, told.at, asked.by, asked.about, asked.at, explain=explain)
    _write(found, pairs, out)
    known, counts = np.unique(found.state, return_counts=True)
    numbers = dict(zip(known.tolist(), counts.tolist(), strict=True))
    return Summary(len(told.by), len(asked.by), told.rejects, asked.rejects, numbers)


def _pieces(path: Path, needed: tuple[str, ...], codes: PartyCodes) -> Iterator[Rows]:
    try:
        yield from score_parquet.rows(path, needed, codes) if path.suffix == ".parquet" else rows(path, needed, codes)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def _table(pieces: Iterator[Rows]) -> _Table:
    columns: list[tuple[Ints, Ints, Floats, Floats]] = []
    rejects: list[Reject] = []
    for piece in pieces:
        columns.append((piece.by, piece.about, piece.value, piece.at))
        rejects += piece.rejects
    if not columns:
        nothing = np.zeros(0, dtype=np.int64)
        return _Table(nothing, nothing, np.zeros(0), np.zeros(0), rejects)
    by, about, value, at = (np.concatenate(parts) for parts in zip(*columns, strict=True))
    return _Table(by, about, value, at, rejects)


def _numbered(told: _Table, asked: _Table) -> tuple[_Table, _Table]:
    """Replace codes of names by small numbers, which the estimate can use as they are."""
    sizes = np.cumsum([len(told.by), len(told.about), len(asked.by)])
    _, codes = np.unique(np.concatenate([told.by, told.about, asked.by, asked.about]), return_inverse=True)
    by, about, ask, whom = np.split(codes, sizes)
    return (
        _Table(by, about, told.value, told.at, told.rejects),
        _Table(ask, whom, np.zeros(0), asked.at, asked.rejects),
    )


def _write(found: network.Trust, pairs: Path, out: Path) -> None:
    if out.suffix == ".parquet":
        score_parquet.write(found, _pieces(pairs, PAIRS, PartyCodes()), out)
        return
    begin = 0
    with out.open("wb") as sink:
        sink.write(HEADER + (REASON_HEADER if found.reasons is not None else b"") + b"\n")
        for piece in _pieces(pairs, PAIRS, PartyCodes()):
            part = slice(begin, begin + len(piece.by))
            sink.write(_text(found, piece, part))
            begin = part.stop


def _text(found: network.Trust, piece: Rows, part: slice) -> bytes:
    columns = [quoted(piece.written[name]) for name in PAIRS]
    columns += [decimals(column[part], 6) for column in (found.p_trust, found.low, found.high)]
    columns += [decimals(found.n[part], 2), decimals(found.p_rating[part], 6), decimals(found.mean[part], 4)]
    columns.append(states(segment(found.n[part])))
    if found.reasons is not None:
        columns.append(reason_text(found.reasons, part))
    return lines(columns)
