"""How far the truth about a person may lie from the estimate: wide after few reports, narrower as they add up.

The belief about a person's true share of good conduct is taken to be Beta with the estimate as its mean. It is
worth as many cases as the effective evidence allows, and fewer where the weights of the estimate are themselves in
doubt.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.reliability_interval import beta_quantile

Floats = NDArray[np.float64]
STRANGER_CASES = 2.0  # worth of the estimate for someone without evidence
CASES_PER_REPORT = 0.05  # one report more narrows little: people change, and reports come in company
CHANGE = 0.3  # share of the range's centre that stands for "as people here usually are": conduct drifts back to it
_ODDS = np.linspace(-7.0, 7.0, 57)
_CASES = np.linspace(np.log(0.25), np.log(3_000.0), 38)


def interval(estimate: Floats, usual: Floats, evidence: Floats, doubt: Floats) -> tuple[Floats, Floats]:
    """Return the range in which the share of good among a person's coming ratings lies nine times in ten.

    `estimate` and the network's `usual` share 0..1, `evidence` in reports, `doubt` = variance of the estimate's log
    odds; all of one length. Where belief still rises towards 1 (or 0), the end itself is in the range. The three
    constants were chosen, among about thirty settings, with both halves of the training network in view: its cover
    there is a description, not a test.

    >>> low, high = interval(np.full(2, 0.9), np.full(2, 0.9), np.array([0.0, 50.0]), np.zeros(2))
    >>> bool(low[0] < low[1] < 0.9 <= high[1] <= high[0])
    True
    """
    centre = (1.0 - CHANGE) * estimate + CHANGE * usual
    spread = centre * (1.0 - centre)
    cases = STRANGER_CASES + CASES_PER_REPORT * evidence
    worth = np.maximum(1.0 / (1.0 / (cases + 1.0) + spread * doubt) - 1.0, 0.25)
    below, above = _table()
    odds = np.log(centre) - np.log1p(-centre)
    low = np.where(centre * worth <= 1.0, 0.0, _between(below, odds, np.log(worth)))
    high = np.where((1.0 - centre) * worth <= 1.0, 1.0, _between(above, odds, np.log(worth)))
    return np.minimum(low, estimate), np.maximum(high, estimate)


@lru_cache(maxsize=1)
def _table() -> tuple[Floats, Floats]:
    mean = 1.0 / (1.0 + np.exp(-_ODDS))[:, None]
    cases = np.exp(_CASES)[None, :]
    below, above = (beta_quantile(share, mean * cases, (1.0 - mean) * cases) for share in (0.05, 0.95))
    return below, above


def _between(table: Floats, odds: Floats, cases: Floats) -> Floats:
    row, across = _position(_ODDS, odds)
    column, along = _position(_CASES, cases)
    near = table[row, column] * (1.0 - along) + table[row, column + 1] * along
    far = table[row + 1, column] * (1.0 - along) + table[row + 1, column + 1] * along
    return near * (1.0 - across) + far * across


def _position(grid: Floats, value: Floats) -> tuple[NDArray[np.int64], Floats]:
    place = np.clip((value - grid[0]) / (grid[1] - grid[0]), 0.0, len(grid) - 1.000001)
    left = place.astype(np.int64)
    return left, place - left
