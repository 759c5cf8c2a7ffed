"""How wide the honest range is: quantiles of a share that is known only from a few cases.

The range of a Beta belief, by numpy alone: a continued fraction for the share of belief below a point, and
bisection for the point below which a wished share of belief lies.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
_TINY = 1e-300
_TERMS = 400
_HALVINGS = 60
_log_gamma = np.frompyfunc(math.lgamma, 1, 1)


def beta_below(x: ArrayLike, good: ArrayLike, bad: ArrayLike) -> Floats:
    """Return the share of a Beta(good, bad) belief below x; arrays broadcast, good and bad above 0, x in 0..1.

    Source: Press et al., Numerical Recipes, 6.4, Lentz's continued fraction for the incomplete beta function.

    >>> float(beta_below(0.5, 2.0, 2.0).round(6))
    0.5
    """
    x, a, b = (np.asarray(part, dtype=float) for part in np.broadcast_arrays(x, good, bad))
    flip = x > (a + 1.0) / (a + b + 2.0)
    low, first, second = np.where(flip, 1.0 - x, x), np.where(flip, b, a), np.where(flip, a, b)
    with np.errstate(divide="ignore"):
        front = first * np.log(low) + second * np.log1p(-low) - np.log(first)
    gamma = _log_gamma(first + second) - _log_gamma(first) - _log_gamma(second)
    tail = np.exp(np.minimum(front + np.asarray(gamma, dtype=float), 0.0)) * _fraction(low, first, second)
    tail = np.where(low <= 0.0, 0.0, np.minimum(tail, 1.0))
    return np.where(flip, 1.0 - tail, tail)


def _fraction(x: Floats, a: Floats, b: Floats) -> Floats:
    c = np.ones_like(x)
    d = 1.0 / _away_from_zero(1.0 - (a + b) * x / (a + 1.0))
    total = d
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d, c = 1.0 / _away_from_zero(1.0 + even * d), _away_from_zero(1.0 + even / c)
        total = total * (d * c)
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = 1.0 / _away_from_zero(1.0 + odd * d), _away_from_zero(1.0 + odd / c)
        step = d * c
        total = total * step
        if np.all(np.abs(step - 1.0) < 1e-12):
            break
    return total


def _away_from_zero(value: Floats) -> Floats:
    return np.where(np.abs(value) < _TINY, _TINY, value)


def beta_quantile(share: ArrayLike, good: ArrayLike, bad: ArrayLike) -> Floats:
    """Return x such that `share` of a Beta(good, bad) belief lies below it; arrays broadcast, result in 0..1.

    Accurate to about 1e-9, by bisection. Raises ValueError when good or bad is not above 0.

    >>> float(beta_quantile(0.95, 1.0, 1.0).round(6))
    0.95
    """
    share, a, b = (np.asarray(part, dtype=float) for part in np.broadcast_arrays(share, good, bad))
    if np.any(a <= 0.0) or np.any(b <= 0.0):
        raise ValueError("both counts of a Beta belief must be above 0")
    low, high = np.zeros(share.shape), np.ones(share.shape)
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        under = beta_below(middle, a, b) < share
        low, high = np.where(under, middle, low), np.where(under, high, middle)
    return 0.5 * (low + high)
