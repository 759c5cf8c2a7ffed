"""How wide the honest range is: quantiles of a share that is known only from a few cases.

The range of a Beta belief, by numpy alone: a continued fraction for the share of belief below a point, and Newton
steps, kept in a shrinking bracket, for the point below which a wished share of belief lies.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
_TINY = 1e-300
_TERMS = 400
_STEPS = 120
_SETTLED = 1e-11
_log_gamma = np.frompyfunc(math.lgamma, 1, 1)


def beta_below(x: ArrayLike, good: ArrayLike, bad: ArrayLike) -> Floats:
    """Return the share of a Beta(good, bad) belief below x; arrays broadcast, good and bad above 0, x in 0..1.

    Source: Press et al., Numerical Recipes, 6.4, Lentz's continued fraction for the incomplete beta function.

    >>> float(beta_below(0.5, 2.0, 2.0).round(6))
    0.5
    """
    x, a, b = (np.asarray(part, dtype=float) for part in np.broadcast_arrays(x, good, bad))
    return _below(x, a, b, _log_beta(a, b))


def _below(x: Floats, a: Floats, b: Floats, log_beta: Floats) -> Floats:
    flip = x > (a + 1.0) / (a + b + 2.0)
    low, first, second = np.where(flip, 1.0 - x, x), np.where(flip, b, a), np.where(flip, a, b)
    with np.errstate(divide="ignore"):
        front = first * np.log(low) + second * np.log1p(-low) - np.log(first)
    tail = np.exp(np.minimum(front - log_beta, 700.0)) * _fraction(low, first, second)
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

    Accurate to about 1e-9. Raises ValueError when good or bad is not above 0.

    >>> float(beta_quantile(0.95, 1.0, 1.0).round(6))
    0.95
    """
    share, a, b = (np.asarray(part, dtype=float) for part in np.broadcast_arrays(share, good, bad))
    if np.any(a <= 0.0) or np.any(b <= 0.0):
        raise ValueError("both counts of a Beta belief must be above 0")
    at = _start(share, a, b)
    low, high = np.zeros(share.shape), np.ones(share.shape)
    log_beta = _log_beta(a, b)
    for _ in range(_STEPS):
        under = _below(at, a, b, log_beta) - share
        low, high = np.where(under < 0.0, at, low), np.where(under < 0.0, high, at)
        trial = at - under / np.maximum(_density(at, a, b, log_beta), _TINY)
        # what has settled stays, though its last step may end on the bracket: halving would lead it away again
        kept = ((trial > low) & (trial < high)) | (np.abs(trial - at) <= _SETTLED)
        new = np.where(kept, np.clip(trial, low, high), 0.5 * (low + high))
        if np.all(np.abs(new - at) <= _SETTLED):
            break
        at = new
    return at


def _start(share: Floats, a: Floats, b: Floats) -> Floats:
    """Where to look first: close where both counts are above 1, else the mean.

    Source: Abramowitz and Stegun 1964, 26.2.22 and 26.5.22.
    """
    mean = np.asarray(a / (a + b), dtype=np.float64)
    far = np.sqrt(-2.0 * np.log(np.clip(np.minimum(share, 1.0 - share), 1e-300, 0.5)))
    z = np.copysign(far - (2.30753 + 0.27061 * far) / (1.0 + far * (0.99229 + 0.04481 * far)), share - 0.5)
    p, q = 1.0 / (2.0 * np.maximum(a, 1.01) - 1.0), 1.0 / (2.0 * np.maximum(b, 1.01) - 1.0)
    h, third = 2.0 / (p + q), (z * z - 3.0) / 6.0
    w = -z * np.sqrt(np.maximum(h + third, 0.0)) / h - (q - p) * (third + 5.0 / 6.0 - 2.0 / (3.0 * h))
    near = 1.0 / (1.0 + b / a * np.exp(np.clip(2.0 * w, -700.0, 700.0)))
    return np.where((a > 1.0) & (b > 1.0) & (near > 0.0) & (near < 1.0), near, mean)


def _density(x: Floats, a: Floats, b: Floats, log_beta: Floats) -> Floats:
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        log_density = (a - 1.0) * np.log(x) + (b - 1.0) * np.log1p(-x) - log_beta
        return np.asarray(np.nan_to_num(np.exp(log_density), nan=0.0), dtype=np.float64)


def _log_beta(a: Floats, b: Floats) -> Floats:
    return np.asarray(_log_gamma(a) + _log_gamma(b) - _log_gamma(a + b), dtype=float)
