"""What was seen of each group until any day, the older counting less: one pass over the items, then look-ups.

Items of one group on one day form a cell. A cell holds the sum of everything up to its day, so a question needs the
newest cell before it and how long ago that was.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_scan import recurrence

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

WIDEST = 1 << 21


@dataclass(frozen=True, slots=True)
class Calendar:
    """The distinct days of something, ascending; every day of a span of whole days, so that a place is a difference."""

    days: Floats
    whole: bool

    def place(self, at: Floats) -> Ints:
        """The newest day at or before each of `at`, -1 where there is none."""
        if not self.whole:
            return np.asarray(np.searchsorted(self.days, at, side="right") - 1, np.int64)
        whole = np.clip(np.floor(at - self.days[0]), -1, self.days.size - 1)
        return np.asarray(whole, np.int64)


def calendar(days: Floats) -> Calendar:
    """The calendar of days that are finite.

    >>> known = calendar(np.array([3.0, 5.0, 3.0]))
    >>> known.place(np.array([2.9, 4.0, 9.0])).tolist()
    [-1, 1, 2]
    """
    if days.size:
        first, last = float(days.min()), float(days.max())
        if last - first < WIDEST and np.array_equal(days, np.floor(days)):
            return Calendar(np.arange(first, last + 1), True)
    return Calendar(np.unique(days), False)


@dataclass(frozen=True, slots=True)
class Tally:
    """Cells in order of group and day: `names` of the groups, `keys` and `days` of the cells, `totals` seen in each."""

    names: Ints
    calendar: Calendar
    keys: Ints
    days: Floats
    totals: tuple[Floats, ...]

    @property
    def span(self) -> int:
        """How many keys a group has."""
        return self.calendar.days.size + 1

    def cell(self, group: Ints, at: Floats) -> Ints:
        """The newest cell of each group at or before each day, -1 where there is none."""
        if not self.keys.size:
            return np.full(at.size, -1)
        place = np.minimum(np.searchsorted(self.names, group), self.names.size - 1)
        found = np.searchsorted(self.keys, place * self.span + self.calendar.place(at), side="right") - 1
        own = (self.names[place] == group) & (found >= 0) & (self.keys[np.maximum(found, 0)] >= place * self.span)
        return np.asarray(np.where(own, found, -1), np.int64)

    def faded(self, clock: float) -> "Faded":
        """The sums up to each cell, halved every `clock` days."""
        kept = np.exp2(-np.diff(self.days, prepend=0.0).clip(0.0) / clock)
        kept[np.diff(self.keys // self.span, prepend=-1) != 0] = 0.0
        return Faded(self, clock, tuple(recurrence(kept, total) for total in self.totals))


@dataclass(frozen=True, slots=True)
class Faded:
    """A tally with the sums of everything `until` each cell, halved every `clock` days."""

    tally: Tally
    clock: float
    until: tuple[Floats, ...]

    def read(self, cell: Ints, at: Floats) -> tuple[Floats, ...]:
        """The sums of what was seen until each day, by the newest cell before it; 0 where it is -1."""
        if not self.tally.keys.size:
            return tuple(np.zeros(at.size) for _ in self.until)
        left = np.where(cell >= 0, np.exp2(-(at - self.tally.days[cell]).clip(0.0) / self.clock), 0.0)
        return tuple(total[cell] * left for total in self.until)

    def of(self, group: Ints, at: Floats) -> tuple[Floats, ...]:
        """The sums of what was seen of each group until each day."""
        return self.read(self.tally.cell(group, at), at)


def tally(group: Ints, day: Floats, totals: tuple[Floats, ...]) -> Tally:
    """The tally of amounts by group and day, all (n,), the days finite.

    >>> seen = tally(np.array([4, 4, 9]), np.array([10.0, 20.0, 20.0]), (np.array([1.0, 1.0, 5.0]),))
    >>> at = np.array([15.0, 20.0, 30.0])
    >>> seen.faded(10.0).of(np.array([4, 4, 4]), at)[0].round(3).tolist()
    [0.707, 1.5, 0.75]
    """
    known = calendar(day)
    names, place = np.unique(group, return_inverse=True)
    key = place * (known.days.size + 1) + known.place(day)
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    keys = key[order[first]]
    summed = tuple(np.add.reduceat(total[order], first) if first.size else np.zeros(0) for total in totals)
    return Tally(names, known, keys, known.days[keys % (known.days.size + 1)], summed)
