"""How promptly bills were paid over two years, on the public band table of days beyond terms, weighted by money.

The table: 30 days sooner 100, 20 days sooner 90, on terms 80, then 15 days beyond 70, 22 days 60, 30 days 50,
60 days 40, 90 days 30 and 120 days 20; beyond that it falls on at ten points for 30 days, down to 1. Between the
anchors it is straight.

Source: the score key published by credit bureaus for dollar-weighted payment experiences (as explained to businesses
on dandb.com/glossary); the figure here is worked out from one pair's own records and is nobody's credit rating.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

DAYS = np.array([-30.0, -20.0, 0.0, 15.0, 22.0, 30.0, 60.0, 90.0, 120.0, 177.0])
POINTS = np.array([100.0, 90.0, 80.0, 70.0, 60.0, 50.0, 40.0, 30.0, 20.0, 1.0])
MONTHS_24 = 730.0
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Band:
    """The band with what it rests on.

    `points` 1 to 100, `low` and `high` the points of the money at its 10th and 90th share, `days` the money-weighted
    days beyond terms, `n` items in the window, `amount` their sum, `newest` the age in days of the newest; None where
    there is nothing. `state`: enough (3 items or more), thin or none.
    """

    state: Literal["enough", "thin", "none"]
    points: float | None
    low: float | None
    high: float | None
    days: float | None
    n: int
    amount: float
    newest: float | None


def points(days_beyond_terms: ArrayLike) -> NDArray[np.float64]:
    """The table itself: points for days beyond terms.

    `days_beyond_terms` any shape, days, below 0 when sooner. Returns points of that shape, 1 to 100, never rising with
    the days. Source: see the module.

    >>> points([-45, -20, 0, 15, 26, 75, 120, 400]).tolist()
    [100.0, 90.0, 80.0, 70.0, 55.0, 35.0, 20.0, 1.0]
    """
    return np.asarray(np.interp(np.asarray(days_beyond_terms, np.float64), DAYS, POINTS), np.float64)


def band(days_beyond_terms: ArrayLike, amount: ArrayLike, age_days: ArrayLike) -> Band:
    """Where a payer stands on the public band table over the last 24 months, weighted by money.

    `days_beyond_terms` (n,): days after the due date, below 0 when sooner, so far when still open; `amount` (n,): money
    in one currency, above 0; `age_days` (n,): days since it was known, 0 or more. Items older than 730 days or without
    an amount above 0 are left out. Raises ValueError for lengths that differ or values that are not finite. Source: the
    module.

    >>> told = band([0, 30, 0], [700, 100, 200], [10, 40, 90])
    >>> told.points, told.days, told.n, told.newest
    (77.0, 3.0, 3, 10.0)
    >>> band([], [], []).points is None
    True
    """
    columns = [np.atleast_1d(np.asarray(c, np.float64)) for c in (days_beyond_terms, amount, age_days)]
    if len({c.shape for c in columns}) != 1 or columns[0].ndim != 1:
        raise ValueError("days_beyond_terms, amount and age_days must be 1-d and of one length")
    if not all(np.isfinite(c).all() for c in columns):
        raise ValueError("days_beyond_terms, amount and age_days must be finite")
    days, money, age = columns
    kept = (age >= 0) & (age <= MONTHS_24) & (money > 0)
    days, money, age = days[kept], money[kept], age[kept]
    if not days.size:
        return Band("none", None, None, None, None, 0, 0.0, None)
    score, total = points(days), float(money.sum())
    order = np.argsort(score, kind="stable")
    share = np.cumsum(money[order]) / total
    low, high = score[order][np.minimum(np.searchsorted(share, [0.1, 0.9]), days.size - 1)]
    return Band(
        state="enough" if days.size >= ENOUGH else "thin",
        points=float(score @ money / total),
        low=float(low),
        high=float(high),
        days=float(days @ money / total),
        n=int(days.size),
        amount=total,
        newest=float(age.min()),
    )
