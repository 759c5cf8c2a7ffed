"""How many things wait at a moment and fall due by a day: counted for many questions at once."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def counted(rank: Ints, begin: Ints, end: Ints, below: Ints) -> Ints:
    """How many of `rank[begin:end]` are less than `below`, for each question.

    `rank` (n,) whole numbers of 0 or more; `begin`, `end`, `below` (q,). Returns (q,). The ranks are sorted bit by bit,
    as in a wavelet tree. Source: Grossi, Gupta and Vitter 2003 (SODA, 841-850).

    >>> counted(np.array([3, 0, 2, 9]), np.array([0, 1]), np.array([4, 3]), np.array([3, 99])).tolist()
    [2, 2]
    """
    found = np.zeros(begin.size, np.int64)
    top = int(rank.max(initial=0)) + 1
    below = np.clip(below, 0, top)
    for bit in reversed(range(top.bit_length())):
        high = (rank >> bit) & 1
        lower = np.concatenate([[0], np.cumsum(1 - high)])
        start, stop, turn = lower[begin], lower[end], (below >> bit) & 1 == 1
        found += np.where(turn, stop - start, 0)
        begin = np.where(turn, lower[-1] + begin - start, start)
        end = np.where(turn, lower[-1] + end - stop, stop)
        rank = np.concatenate([rank[high == 0], rank[high == 1]])
    return found
