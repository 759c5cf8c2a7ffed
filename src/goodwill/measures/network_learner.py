"""An opinion that starts from what other networks taught and shifts with what this one shows, as it is seen.

A logistic model with a Gaussian belief over its weights. Each batch of outcomes moves the belief by one Laplace
step; the shipped weights are the belief before the first batch.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_products import gathered, gram, weighed

Floats = NDArray[np.float64]
_RECENT = 2_000
_STIFFNESS = 4.0  # outcomes' worth of doubt about a shift of the whole scale
_STEPS = 25
_ENOUGH = 1e-6


@dataclass(frozen=True, slots=True)
class Belief:
    """Weights, their `precision`, and the newest batches: log odds given before the outcomes were known, and these."""

    weights: Floats
    precision: Floats
    recent: tuple[tuple[Floats, Floats], ...] = ()
    shift: float = 0.0


def chance(log_odds: Floats) -> Floats:
    """Return the logistic of `log_odds`, without overflow.

    >>> chance(np.array([0.0, -800.0])).tolist()
    [0.5, 0.0]
    """
    return np.exp(-np.logaddexp(0.0, -log_odds))


def opinion(weights: Floats, precision: Floats) -> Belief:
    """Return the belief held before any outcome: `weights` of k, `precision` of k by k."""
    return Belief(weights, precision)


def learnt(belief: Belief, seen: Floats, outcome: Floats) -> Belief:
    """Return the belief after a batch: `seen` of n by k, `outcome` of n in 0..1; one that changes nothing when n is 0.

    Source: Spiegelhalter and Lauritzen 1990, sequential updating; the intercept is refitted on the last 2,000
    outcomes or a few more.
    """
    if not len(outcome):
        return belief
    weights, precision = laplace(seen, outcome, belief.weights, belief.precision)
    recent = _newest((*belief.recent, (weighed(seen, belief.weights), outcome)))
    foretold, came = (np.concatenate(part) for part in zip(*recent, strict=True))
    return replace(belief, weights=weights, precision=precision, recent=recent, shift=_shift(foretold, came))


def _newest(batches: tuple[tuple[Floats, Floats], ...]) -> tuple[tuple[Floats, Floats], ...]:
    """Drop the oldest batches that are not needed for 2,000 outcomes; a batch is never cut, so no tie is."""
    while sum(len(outcome) for _, outcome in batches[1:]) >= _RECENT:
        batches = batches[1:]
    return batches


def laplace(seen: Floats, outcome: Floats, prior: Floats, precision: Floats) -> tuple[Floats, Floats]:
    """Return the most plausible weights and their precision, given outcomes and a Gaussian prior; damped Newton."""
    weights, loss = prior, _loss(seen, outcome, prior, prior, precision)
    for _ in range(_STEPS):
        expected = chance(weighed(seen, weights))
        slope = gathered(seen, outcome - expected) - precision @ (weights - prior)
        bend = precision + gram(seen * (expected * (1.0 - expected))[:, None], seen)
        step = np.asarray(np.linalg.solve(bend, slope), dtype=np.float64)
        weights, now = _descended(seen, outcome, (weights, step, loss), (prior, precision))
        if loss - now < _ENOUGH * len(outcome):
            break
        loss = now
    return weights, bend


def _descended(
    seen: Floats, outcome: Floats, move: tuple[Floats, Floats, float], belief: tuple[Floats, Floats]
) -> tuple[Floats, float]:
    weights, step, loss = move
    size = 1.0
    while size > 1e-4:
        trial = weights + size * step
        now = _loss(seen, outcome, trial, *belief)
        if now <= loss:
            return trial, now
        size /= 2.0
    return weights, loss


def _loss(seen: Floats, outcome: Floats, weights: Floats, prior: Floats, precision: Floats) -> float:
    odds, off = weighed(seen, weights), weights - prior
    return float(np.sum(np.logaddexp(0.0, odds) - outcome * odds) + 0.5 * off @ precision @ off)


def _shift(foretold: Floats, outcome: Floats) -> float:
    shift = 0.0
    for _ in range(5):
        expected = chance(foretold + shift)
        slope = float(np.sum(outcome - expected)) - _STIFFNESS * shift
        shift += slope / (float(np.sum(expected * (1.0 - expected))) + _STIFFNESS)
    return shift
