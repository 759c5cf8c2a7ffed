"""Estimates written as lines of text, many at a time: the question as it was asked, then its figures."""

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.csv_chunks import Bytes

Floats = NDArray[np.float64]
HEADER = b"by,about,at,p_trust,low,high,n,p_rating,mean,state"
_COMMA, _NEWLINE, _QUOTE = b",", b"\n", b'"'
_STATES = np.zeros((3, 6), dtype=np.uint8)
for _row, _state in enumerate((b"none", b"thin", b"enough")):
    _STATES[_row, : len(_state)] = np.frombuffer(_state, dtype=np.uint8)


def decimals(values: Floats, places: int) -> Bytes:
    r"""Return values as rows of digits with so many decimals, unused places 0; meant for values below a billion.

    >>> [bytes(row).replace(b"\0", b"").decode() for row in decimals(np.array([0.5, -1.25, 12.0]), 2)]
    ['0.50', '-1.25', '12.00']
    """
    scaled = np.rint(np.abs(values) * 10.0**places).astype(np.int64)
    digits = max(len(str(int(scaled.max(initial=1)))), places + 1)
    out = np.zeros((len(values), digits + 2), dtype=np.uint8)
    out[:, 0] = np.where((values < 0) & (scaled > 0), ord("-"), 0)
    out[:, digits + 1 - places] = ord(".")
    left = scaled.astype(np.uint32) if digits < 10 else scaled
    for place in range(digits):
        left, digit = np.divmod(left, 10)
        column = digits - place + (1 if place < places else 0)
        out[:, column] = digit + ord("0")
        if place > places:
            out[:, column][scaled < 10**place] = 0
    return out


def quoted(cells: Bytes) -> Bytes:
    """Return cells with quotes around those that hold a comma, a quote or a line break."""
    special = np.isin(cells, np.frombuffer(b',"\r\n', dtype=np.uint8)).any(axis=1)
    if not special.any():
        return cells
    made = {row: _quoted(bytes(cells[row]).rstrip(b"\0")) for row in np.flatnonzero(special).tolist()}
    out = np.zeros((len(cells), max(cells.shape[1], *map(len, made.values()))), dtype=np.uint8)
    out[:, : cells.shape[1]] = cells
    for row, cell in made.items():
        out[row] = 0
        out[row, : len(cell)] = np.frombuffer(cell, dtype=np.uint8)
    return out


def _quoted(cell: bytes) -> bytes:
    return _QUOTE + cell.replace(b'"', b'""') + _QUOTE


def states(codes: NDArray[np.int64]) -> Bytes:
    """Return the words none, thin, enough for the codes 0, 1, 2."""
    return _STATES[codes]


def lines(columns: list[Bytes]) -> bytes:
    """Return rows as lines with commas between columns; unused places are left out."""
    size = len(columns[0])
    comma = np.full((size, 1), ord(","), dtype=np.uint8)
    parts = [part for column in columns for part in (column, comma)][:-1]
    table = np.hstack([*parts, np.full((size, 1), ord("\n"), dtype=np.uint8)])
    return bytes(table[table != 0].tobytes())
