"""Ratings as they came in: who rated whom, how, and when; sorted by time, with the usual share of good ones."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodwill.measures.network_scan import recurrence

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
DAY = 86_400.0
_RECENT = 700.0  # ratings after which the weight of an old one has halved in the network's own base rate
_PRIOR_SHARE, _PRIOR_WEIGHT = 0.9, 20.0


@dataclass(frozen=True, slots=True)
class Ratings:
    """Ratings in time order: codes, values in -1..1, `days` and `rank`, the place of each time in `clock`."""

    by: Ints
    about: Ints
    value: Floats
    days: Floats
    rank: Ints
    clock: Floats
    parties: int

    @property
    def good(self) -> Floats:
        """Return 1 where the rating is positive, 0 where negative, one half where it is 0."""
        return liked(self.value)

    def part(self, rows: NDArray[np.bool_]) -> "Ratings":
        """Return some ratings, on the same clock."""
        by, about, value, days, rank = self.by, self.about, self.value, self.days, self.rank
        return Ratings(by[rows], about[rows], value[rows], days[rows], rank[rows], self.clock, self.parties)


def liked(value: Floats) -> Floats:
    """Return 1 where a value is positive, 0 where negative, one half where it is 0."""
    share: Floats = 0.5 + 0.5 * np.sign(value)
    return share


def ratings(by: ArrayLike, about: ArrayLike, value: ArrayLike, at: ArrayLike, parties: int) -> Ratings:
    """Sort ratings by time; `at` in epoch seconds becomes days.

    >>> ratings([0, 1], [1, 0], [1.0, -1.0], [86400.0, 0.0], 2).by.tolist()
    [1, 0]
    """
    days = np.asarray(at, dtype=float) / DAY
    columns = [np.asarray(code, dtype=np.int64) for code in (by, about)]
    values = np.asarray(value, dtype=float)
    if np.any(days[1:] < days[:-1]):
        order = np.argsort(days, kind="stable")
        days, values, columns = days[order], values[order], [column[order] for column in columns]
    new = np.ones(len(days), dtype=bool)
    new[1:] = days[1:] != days[:-1]
    rank = (np.cumsum(new) - 1).astype(np.int64)
    return Ratings(columns[0], columns[1], values, days, rank, days[new], parties)


def per_time(past: Ratings, amount: Floats) -> Floats:
    """Sum an amount per rating over each time of the clock."""
    return np.bincount(past.rank, weights=amount, minlength=len(past.clock)).astype(np.float64)


def base_rate(past: Ratings, weight: Floats) -> Floats:
    """Return the recent share of good ratings before each time of the clock, and one more after the last: 0..1.

    `weight` is one a rating, so that a ring of friends cannot flood what is usual.

    >>> base_rate(ratings([0], [1], [1.0], [0.0], 2), np.ones(1)).round(3).tolist()
    [0.9, 0.905]
    """
    count, good = per_time(past, weight), per_time(past, weight * past.good)
    left = np.exp2(-count / _RECENT)
    if not len(left):
        return np.array([_PRIOR_SHARE])
    # a whole day's ratings enter with one weight: their order within the day is not known
    heard, liked = recurrence(left, count), recurrence(left, good)
    share = (liked + _PRIOR_SHARE * _PRIOR_WEIGHT) / (heard + _PRIOR_WEIGHT)
    return np.append(_PRIOR_SHARE, share)
