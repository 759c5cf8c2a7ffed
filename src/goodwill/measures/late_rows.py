"""The moments at which a counterparty is asked about, in order, and histograms of its past that follow them.

The histograms come in blocks of moments, moments by bins, so that no more than a block is ever held.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

BLOCK = 128
LEAST_BLOCK = 16
CELLS = 1 << 15  # a block of this many numbers stays in a core's own memory


@dataclass(frozen=True, slots=True)
class Rows:
    """Moments: `party` (r,) places in `names`, `place` (r,) in the ascending `days`, ordered by both; `moment` (q,)
    that of each question, `order` (q,) the questions in the order of their moments.
    """

    names: Ints
    days: Floats
    party: Ints
    place: Ints
    moment: Ints
    order: Ints

    @property
    def at(self) -> Floats:
        """The day of each moment."""
        return self.days[self.place]

    @property
    def key(self) -> Ints:
        """Party and day as one number, ascending."""
        return self.party * (self.days.size + 1) + self.place

    def since(self, party: Ints, day: Floats) -> Ints:
        """The first moment of each party on or after each day; where there is none, where it would stand."""
        own = np.searchsorted(self.names, party)
        return np.searchsorted(self.key, own * (self.days.size + 1) + np.searchsorted(self.days, day))

    def within(self, part: slice) -> tuple[Ints, Ints]:
        """The questions asked in a block of moments, and where in the block."""
        edges = np.searchsorted(self.moment, [part.start, part.stop], sorter=self.order)
        mine = self.order[slice(*edges)]
        return mine, self.moment[mine] - part.start


def rows(party: Ints, at: Floats, days: Floats) -> Rows:
    """The distinct moments of questions about `party` (q,) at `at` (q,), which stand in the ascending `days`."""
    names, own = np.unique(party, return_inverse=True)
    keys, moment = np.unique(own * (days.size + 1) + np.searchsorted(days, at), return_inverse=True)
    order = np.argsort(moment, kind="stable")
    return Rows(names, days, keys // (days.size + 1), keys % (days.size + 1), moment, order)


@dataclass(frozen=True, slots=True)
class Entries:
    """What was seen: `party` (n,), `day` from which it counts, `bin`, and its `weight` on that day."""

    party: Ints
    day: Floats
    bin: Ints
    weight: Floats


def histograms(moments: Rows, seen: Entries, bins: int, clock: float) -> Iterator[tuple[slice, Floats]]:
    """Yield blocks of moments with the histogram of each party's past, (moments, bins), halved every `clock` days."""
    at = moments.at
    row = moments.since(seen.party, seen.day)
    kept = np.flatnonzero(row < at.size)
    kept = kept[moments.names[moments.party[row[kept]]] == seen.party[kept]]
    kept = kept[np.argsort(row[kept], kind="stable")]
    row, place = row[kept], seen.bin[kept]
    weight = seen.weight[kept] * np.exp2(-(at[row] - seen.day[kept]) / clock)
    state, block = np.zeros(bins), max(LEAST_BLOCK, min(BLOCK, CELLS // (bins + 1)))
    for begin in range(0, at.size, block):
        part = slice(begin, min(begin + block, at.size))
        mine = slice(*np.searchsorted(row, [part.start, part.stop]))
        size = part.stop - part.start
        fresh = spread_out((row[mine] - begin, place[mine]), weight[mine], (size, bins))
        if begin and moments.party[begin] == moments.party[begin - 1]:
            fresh[0] += state * np.exp2(-(at[begin] - at[begin - 1]) / clock)
        made = _carried(fresh, at[part], moments.party[part], clock)
        state = made[-1].copy()
        yield part, made


def spread_out(place: tuple[Ints, Ints], weight: Floats, shape: tuple[int, int]) -> Floats:
    """A table of a shape with the weights summed at their places."""
    summed = np.bincount(place[0] * shape[1] + place[1], weight, shape[0] * shape[1])
    return np.asarray(summed, np.float64).reshape(shape)


def _carried(fresh: Floats, at: Floats, party: Ints, clock: float) -> Floats:
    """What is new at each moment carried on to the later moments of its party."""
    left = np.exp2(-(at[:, None] - at[None, :]).clip(0.0) / clock)
    left[(party[:, None] != party[None, :]) | (at[:, None] < at[None, :])] = 0.0
    used = np.flatnonzero(fresh.any(0))
    made = np.zeros_like(fresh)
    made[:, used] = left @ fresh[:, used]
    return made
