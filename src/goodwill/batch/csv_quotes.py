"""Lines with quotes cut at their marks as quickly as lines without: a mark inside quotes is part of its cell."""

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.csv_chunks import Chunk, Fields, strip

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
_QUOTE = 34


def fields(chunk: Chunk, columns: int, mark: int) -> Fields:
    """Cut lines at their marks outside quotes, and take the quotes around cells away.

    What has quotes elsewhere, a null byte or another number of columns is odd and left to a closer look.
    """
    marks, quotes = (np.flatnonzero(chunk.text == sign) for sign in (mark, _QUOTE))
    held = np.bincount(np.searchsorted(chunk.ends, quotes), minlength=len(chunk.ends))
    owner = np.searchsorted(chunk.ends, marks)
    if quotes.size:
        outside = _outside(chunk, marks, owner, quotes)
        marks, owner = marks[outside], owner[outside]
    count = np.bincount(owner, minlength=len(chunk.ends))
    plain = (count == columns - 1) & (chunk.ends > chunk.begins)
    plain[np.searchsorted(chunk.ends, np.flatnonzero(chunk.text == 0))] = False
    rows = np.flatnonzero(plain)
    inner = marks[plain[owner]].reshape(len(rows), columns - 1)
    begins = np.column_stack([chunk.begins[rows], inner + 1])
    ends = np.column_stack([inner, chunk.ends[rows]])
    strip(chunk.text, begins, ends)
    fine = _unquoted(chunk, begins, ends) * 2 == held[rows]
    plain[rows[~fine]] = False
    odd = np.flatnonzero(~plain & (chunk.ends > chunk.begins))
    return Fields(rows[fine], begins[fine], ends[fine], odd)


def _outside(chunk: Chunk, marks: Ints, owner: Ints, quotes: Ints) -> Bools:
    """Return which marks have an even number of quotes before them on their line."""
    before = np.searchsorted(quotes, marks) - np.searchsorted(quotes, chunk.begins)[owner]
    return np.asarray(before % 2 == 0, np.bool_)


def _unquoted(chunk: Chunk, begins: Ints, ends: Ints) -> Ints:
    """Move begins and ends inward past a pair of quotes, in place; return how many pairs each row had."""
    text, last = chunk.text, len(chunk.text) - 1
    pair = (ends - begins >= 2) & (text[np.minimum(begins, last)] == _QUOTE) & (text[ends - 1] == _QUOTE)
    begins += pair
    ends -= pair
    return np.asarray(pair.sum(1), np.int64)
