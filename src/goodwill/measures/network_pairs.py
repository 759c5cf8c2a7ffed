"""What one person said of another, and when: for the answer that follows a rating, and for one given again."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_timeline import Groups, Line, groups, sorted_search

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Dyads:
    """The newest rating of every directed pair: `codes` ascending, a line over their places, the mean value a group."""

    codes: Ints
    line: Line
    value: NDArray[np.float32]
    parties: int

    def newest(self, by: Ints, about: Ints, rank: Ints) -> Ints:
        """Return the newest group in which `by` rated `about` before `rank`, or -1."""
        if not len(self.codes):
            return np.full(len(by), -1, dtype=np.int64)
        code = by * self.parties + about
        place = np.minimum(sorted_search(self.codes, code), len(self.codes) - 1)
        return self.line.before(np.where(self.codes[place] == code, place, -1), rank)

    def said(self, place: Ints) -> Floats:
        """Return the value at the groups `place`, 0 where place is -1."""
        return np.where(place >= 0, self.value[place], 0.0) if len(self.value) else np.zeros(len(place))


def dyads(past: Ratings) -> tuple[Dyads, Floats]:
    """Sort ratings by directed pair; return the record, and the weight of each rating as a first or repeated one."""
    codes, own = np.unique(past.by * past.parties + past.about, return_inverse=True)
    told = groups(own.astype(np.int64), past.rank, past.clock)
    mean = told.total(past.value) / np.maximum(told.total(np.ones(len(past.value))), 1.0)
    return Dyads(codes, told.line, mean.astype(np.float32), past.parties), repeat_weight(told)


def repeat_weight(told: Groups) -> Floats:
    """Return 1 for a pair's first rating, 1/2 for its second, 1/3 for its third: saying it again adds little."""
    count = told.total(np.ones(len(told.order)))
    upto = np.cumsum(count)
    before_run = (upto - count)[told.start] if len(count) else upto
    return told.spread(1.0 / np.maximum(upto - before_run, 1.0))
