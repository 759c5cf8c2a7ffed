"""How the columns of a record turn into a chance, and how the book's own past corrects the shipped weights.

A short local past is a poor teacher: the shipped weights count as much as a few hundred items, and a book's own items
move them slowly from there.

Equations. logit P = x . w; w maximises the likelihood of the book's items under w ~ N(shipped, precision^-1), found by
Newton's method, its steps halved where they would fit worse; the covariance is the inverse of the curvature at the
maximum (Laplace).

Source: MacKay 1992 (Neural Computation 4, 720-736), the evidence framework applied to classification networks.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ROUNDS = 40
HALVINGS = 40
SETTLED = 1e-18


@dataclass(frozen=True, slots=True)
class Weights:
    """`mean` (f,) the weights, `precision` (f, f) how sure they are."""

    mean: Floats
    precision: Floats


def chance(score: Floats) -> Floats:
    """The chance for log odds.

    >>> chance(np.array([0.0, 800.0, -800.0])).tolist()
    [0.5, 1.0, 0.0]
    """
    return np.asarray(np.exp(-np.logaddexp(0.0, -score)), np.float64)


def learnt(prior: Weights, x: Floats, y: Floats) -> Weights:
    """The prior weights corrected by items whose outcome is known.

    `x` (n, f) columns, `y` (n,) 1.0 for late. With no items the prior comes back. Source: see the module.

    >>> prior = Weights(np.zeros(1), np.eye(1))
    >>> learnt(prior, np.ones((3, 1)), np.array([1.0, 1.0, 0.0])).mean.round(2).tolist()
    [0.29]
    """
    mean, curve = prior.mean, prior.precision
    for _ in range(ROUNDS if y.size else 0):
        p = chance(x @ mean)
        slope = x.T @ (p - y) + prior.precision @ (mean - prior.mean)
        curve = (x * (p * (1 - p))[:, None]).T @ x + prior.precision
        step = np.asarray(np.linalg.solve(curve, slope), np.float64)
        mean = _downhill(prior, x, y, mean, step)
        if slope @ step < SETTLED:
            break
    return Weights(mean, curve)


def _downhill(prior: Weights, x: Floats, y: Floats, mean: Floats, step: Floats) -> Floats:
    """The weights after a step, halved until they fit no worse: a whole one can leap over the valley for good."""
    before = _misfit(prior, x, y, mean)
    for _ in range(HALVINGS):
        after = mean - step
        if _misfit(prior, x, y, after) <= before:
            return after
        step = step / 2
    return mean


def _misfit(prior: Weights, x: Floats, y: Floats, mean: Floats) -> float:
    """Minus the log likelihood of the items, and how far the weights are from the prior ones."""
    score, away = x @ mean, mean - prior.mean
    return float(np.logaddexp(0.0, score).sum() - score @ y + away @ prior.precision @ away / 2)


def spread(weights: Weights, x: Floats) -> Floats:
    """Variance of the log odds that comes from not knowing the weights.

    `x` (n, f). Returns (n,).

    >>> spread(Weights(np.zeros(2), np.diag([4.0, 1.0])), np.array([[1.0, 2.0]])).tolist()
    [4.25]
    """
    return np.asarray(np.einsum("ij,ji->i", x, np.linalg.solve(weights.precision, x.T)), np.float64)
