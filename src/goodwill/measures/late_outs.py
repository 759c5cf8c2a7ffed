"""Own late items that are still out at a moment: each is at least as late as it is by then."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.late_pool import CLOCK, Late
from goodwill.measures.late_rows import Rows, spread_out

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def outs(late: Late, grid: Floats, moments: Rows) -> Callable[[slice], Floats]:
    """Return what gives, for each next block of moments, the weight out by days late so far, (m, v).

    Items out for as long as the longest days late of `grid` are not in it. Blocks must be asked for in order.
    """
    begin = moments.since(late.party, late.known)
    end = moments.since(late.party, np.minimum(late.over, late.due + grid[-1]))
    there = np.isin(late.party, moments.names) & (end > begin)
    order = np.flatnonzero(there)[np.argsort(begin[there], kind="stable")]
    return _Waiting(late, grid, moments, begin, end, order).block


class _Waiting:
    """The items that wait, with those that waited at the block before."""

    __slots__ = ("_active", "_at", "_begin", "_end", "_grid", "_late", "_order", "_starts")

    def __init__(self, late: Late, grid: Floats, moments: Rows, begin: Ints, end: Ints, order: Ints) -> None:
        self._late, self._grid, self._at = late, grid, moments.at
        self._begin, self._end, self._order = begin, end, order
        self._starts, self._active = begin[order], order[:0]

    def block(self, part: slice) -> Floats:
        """The weight out by days late so far at each moment of the next block."""
        new = slice(*np.searchsorted(self._starts, [part.start, part.stop]))
        active = np.concatenate([self._active[self._end[self._active] > part.start], self._order[new]])
        self._active = active
        begin = np.maximum(self._begin[active], part.start)
        times = np.minimum(self._end[active], part.stop) - begin
        item = np.repeat(active, times)
        row = np.arange(item.size) - np.repeat(np.cumsum(times) - times - begin, times)
        day = self._at[row]
        place = np.searchsorted(self._grid, day - self._late.due[item], side="right") - 1
        size = part.stop - part.start
        weight = np.exp2(-(day - self._late.known[item]) / CLOCK)
        return spread_out((row - part.start, place), weight, (size, self._grid.size))
