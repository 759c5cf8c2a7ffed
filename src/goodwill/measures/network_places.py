"""Where in the records each question has to look: found once for many questions at a time, in sorted order.

Sorted look-ups walk through memory instead of jumping about in it, which is most of the cost on large files.
"""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_past import Past

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_AHEAD = 1_000_000


@dataclass(frozen=True, slots=True)
class Moment:
    """Who asks about whom, when: codes, days, ranks in the past's clock, and what was usual then."""

    by: Ints
    about: Ints
    now: Floats
    rank: Ints
    base: Floats

    def part(self, rows: slice) -> "Moment":
        """Return some of the moments."""
        return Moment(self.by[rows], self.about[rows], self.now[rows], self.rank[rows], self.base[rows])


@dataclass(frozen=True, slots=True)
class Places:
    """The newest place strictly before each moment, or -1: heard of the person and the asker, said by each, of each."""

    person_heard: Ints
    asker_heard: Ints
    person_said: Ints
    asker_said: Ints
    told: Ints
    again: Ints

    def part(self, rows: slice) -> Self:
        """Return the places of some of the moments."""
        return type(self)(*(getattr(self, field.name)[rows] for field in fields(self)))


def places(past: Past, moment: Moment) -> Places:
    """Find the places of some moments."""
    heard, said = past.received.line, past.given.line
    return Places(
        heard.before(moment.about, moment.rank),
        heard.before(moment.by, moment.rank),
        said.before(moment.about, moment.rank),
        said.before(moment.by, moment.rank),
        past.dyads.newest(moment.about, moment.by, moment.rank),
        past.dyads.newest(moment.by, moment.about, moment.rank),
    )


class Ahead:
    """Places found a million moments ahead of where a walk stands; rows must be asked for in ascending order."""

    __slots__ = ("_begin", "_end", "_found", "_moment", "_past")

    def __init__(self, past: Past, moment: Moment) -> None:
        self._past, self._moment = past, moment
        self._begin = self._end = 0
        self._found = places(past, moment.part(slice(0, 0)))

    def places(self, rows: slice) -> Places:
        """Return the places of the moments `rows`."""
        if rows.start < self._begin or rows.stop > self._end:
            self._begin, self._end = rows.start, max(rows.stop, rows.start + _AHEAD)
            self._found = places(self._past, self._moment.part(slice(self._begin, self._end)))
        return self._found.part(slice(rows.start - self._begin, rows.stop - self._begin))
