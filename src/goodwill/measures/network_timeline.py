"""What had been heard about a person before a given moment, and nothing after it.

A timeline sorts ratings by party and time. All ratings of one party at one time form one group, so a tie is learnt
from as a whole, and a look-up returns the newest group that is strictly earlier than the moment asked for.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_MOST = 2**31 - 2


@dataclass(frozen=True, slots=True)
class Line:
    """Groups in order: `keys` = party * span + rank, ascending; `clock` gives the day of each rank."""

    keys: Ints
    clock: Floats

    @property
    def span(self) -> int:
        """Return how many ranks a party's share of the keys has."""
        return len(self.clock) + 1

    def days(self, place: Ints) -> Floats:
        """Return the day of the groups `place`; of the first group where place is -1, to be masked by the caller."""
        if not len(self.keys):
            return np.zeros(len(place))
        return self.clock[self.keys[np.maximum(place, 0)] % self.span]

    def before(self, party: Ints, rank: Ints) -> Ints:
        """Return the newest group of `party` whose rank is below `rank`, or -1; both 1-d of one length."""
        if not len(self.keys):
            return np.full(len(party), -1, dtype=np.int64)
        place = sorted_search(self.keys, party * self.span + rank) - 1
        place[(place < 0) | (party < 0)] = -1
        place[self.keys[np.maximum(place, 0)] < party * self.span] = -1
        return place


@dataclass(frozen=True, slots=True)
class Groups:
    """The ratings behind a line: their `order` by key, the `edges` of the groups, the `start` of each party's run."""

    line: Line
    order: NDArray[np.int32]
    edges: Ints
    start: NDArray[np.int32]

    def total(self, amount: Floats | NDArray[np.float32]) -> NDArray[np.float32]:
        """Sum an amount per rating (in the order given to `groups`) over each group."""
        if not len(self.edges):
            return np.zeros(0, dtype=np.float32)
        return np.add.reduceat(amount[self.order], self.edges).astype(np.float32)

    def spread(self, group_value: Floats) -> Floats:
        """Give each rating, in its first order, the value of its group."""
        sizes = np.diff(np.append(self.edges, len(self.order)))
        out = np.empty(len(self.order), dtype=group_value.dtype)
        out[self.order] = np.repeat(group_value, sizes)
        return out

    def fade(self, half_life: float) -> Floats:
        """Return the share of older evidence left at each group, 0 at a party's first; `half_life` in days."""
        days = self.line.clock[self.line.keys % self.line.span] if len(self.line.keys) else np.zeros(0)
        left = np.exp2(-np.maximum(np.diff(days, prepend=0.0), 0.0) / half_life)
        left[self.start == np.arange(len(left))] = 0.0
        return left


def sorted_search(keys: Ints, wanted: Ints) -> Ints:
    """Return where each wanted key would go in ascending keys, before equal ones; it asks in order, which is faster.

    >>> sorted_search(np.array([1, 5, 9]), np.array([9, 0, 6])).tolist()
    [2, 0, 2]
    """
    order = np.argsort(wanted)
    place = np.empty(len(wanted), dtype=np.int64)
    place[order] = np.searchsorted(keys, wanted[order])
    return place


def groups(party: Ints, rank: Ints, clock: Floats) -> Groups:
    """Sort ratings by `party` and by `rank`, the place of each rating's time in `clock` (ascending days, unique).

    >>> line = groups(np.array([5, 5, 5]), np.array([0, 1, 1]), np.array([10.0, 20.0])).line
    >>> line.before(np.array([5, 5, 5, 9]), np.array([0, 1, 2, 2])).tolist()
    [-1, 0, 1, -1]
    """
    span = len(clock) + 1
    if len(party) >= _MOST:
        raise ValueError("more than two thousand million ratings in one file; split it by time")
    key = party * span + rank
    order = np.argsort(key, kind="stable").astype(np.int32)
    key = key[order]
    edges = np.flatnonzero(np.diff(key, prepend=-1))
    keys = key[edges]
    first = np.diff(keys // span, prepend=-1) != 0
    place = np.arange(len(keys), dtype=np.int32)
    start = np.maximum.accumulate(np.where(first, place, np.int32(0))) if len(keys) else place
    return Groups(Line(keys, clock), order, edges, start)
