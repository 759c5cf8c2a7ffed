"""What a further check would teach: by how much it is expected to narrow what can be said, for what it costs."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodwill.measures.reliability import PRIOR, believed


def gain(good: float, bad: float, weight: ArrayLike) -> NDArray[np.float64]:
    """By how much one more act is expected to narrow the 90 % interval of a share.

    `good`, `bad`: evidence so far, 0 or more; `weight` (n,): how much each possible act would weigh. The act is good
    with the chance the evidence gives now, so gain = width now - sum over outcomes of P(outcome) x width after it.
    Returns (n,), in the unit of the share. Raises ValueError for a weight below 0. Source: expected information of an
    experiment, Lindley 1956 (Annals of Mathematical Statistics 27), with interval width for entropy.

    >>> [round(float(g), 3) for g in gain(0, 0, [0.3, 1.0])]
    [0.04, 0.142]
    """
    weights = np.atleast_1d(np.asarray(weight, np.float64))
    if np.any(weights < 0) or not np.all(np.isfinite(weights)):
        raise ValueError("weight must be finite and 0 or more")
    now = believed(good, bad)
    p = (PRIOR[0] + good) / (sum(PRIOR) + good + bad)
    after = [p * _width(good + w, bad) + (1 - p) * _width(good, bad + w) for w in weights.tolist()]
    return now.high - now.low - np.asarray(after)


def _width(good: float, bad: float) -> float:
    told = believed(good, bad)
    return told.high - told.low
