"""How often they kept their word, how sure that is, and how much of it is recent.

Kept, late and broken promises, old ones counting less, become a share with a range. Without evidence the range is
wide and the state says so: unknown is never a low number.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodwill.measures.reliability_interval import beta_quantile

Floats = NDArray[np.float64]
State = Literal["enough", "thin", "none"]
HALF_LIFE = 365.0
PRIOR = (1.5, 0.5)
_ENOUGH = 3.0


@dataclass(frozen=True, slots=True)
class Posterior:
    """The share kept: `mean`, 90 % range `low`..`high` (all 0..1), `n` = effective number of cases, and a `state`."""

    mean: float
    low: float
    high: float
    n: float
    state: State


def posterior(
    outcome: ArrayLike,
    age_days: ArrayLike | None = None,
    weight: ArrayLike | None = None,
    *,
    prior: tuple[float, float] = PRIOR,
    half_life: float = HALF_LIFE,
) -> Posterior:
    """Return how reliable someone has been, from dated outcomes: mean, 90 % range, effective n and state.

    `outcome` is 1-d in 0..1 (1 kept, 0 broken, between for late or in part); `age_days` how long ago each was, 0 or
    more (all of today when left out); `weight` 0 or more each (1 when left out). `prior` is the pair (good, bad) of
    cases lent before any evidence, both above 0: by default 1.5 and 0.5, a mild presumption of good faith worth two
    cases. Evidence halves in weight every `half_life` days. State is none without evidence, thin under 3 effective
    cases, else enough.

    Raises ValueError on unequal lengths, on values outside their range and on a prior or half-life not above 0.
    Source: Jøsang and Ismail 2002, The Beta Reputation System, with exponential forgetting.

    >>> posterior([1, 1, 0, 1], age_days=[900, 700, 100, 10]).state
    'thin'
    >>> posterior([]).state
    'none'
    >>> seen = posterior([1] * 9 + [0])
    >>> round(seen.mean, 3), round(seen.low, 2), round(seen.high, 2), seen.n
    (0.875, 0.69, 0.98, 10.0)
    """
    kept = _column("outcome", outcome, None)
    ages = _column("age_days", age_days, len(kept))
    weights = np.ones(len(kept)) if weight is None else _column("weight", weight, len(kept))
    if np.any(kept > 1.0):
        raise ValueError("an outcome lies between 0 (broken) and 1 (kept)")
    if min(prior) <= 0.0 or not half_life > 0.0:
        raise ValueError("prior counts and half-life must be above 0")
    held = weights * np.exp2(-ages / half_life)
    return believed(float(held @ kept), float(held @ (1.0 - kept)), prior=prior)


@lru_cache(maxsize=4096)
def believed(good: float, bad: float, *, prior: tuple[float, float] = PRIOR) -> Posterior:
    """Return the posterior of a share from weighted counts of good and bad outcomes.

    >>> believed(0.0, 0.0).state
    'none'
    """
    count = good + bad
    above, below = prior[0] + good, prior[1] + bad
    low, high = beta_quantile(np.array([0.05, 0.95]), above, below)
    state: State = "enough" if count >= _ENOUGH else "thin" if count > 0.0 else "none"
    return Posterior(above / (above + below), float(low), float(high), count, state)


def _column(name: str, given: ArrayLike | None, size: int | None) -> Floats:
    values = np.zeros(size or 0) if given is None else np.atleast_1d(np.asarray(given, dtype=float))
    if values.ndim != 1 or (size is not None and len(values) != size):
        raise ValueError(f"{name} must be one value for each outcome, in one row")
    if not np.all(np.isfinite(values)) or np.any(values < 0.0):
        raise ValueError(f"{name} must be finite and 0 or more")
    return values
