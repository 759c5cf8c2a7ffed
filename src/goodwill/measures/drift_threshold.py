"""How high the sum of slips must climb before it is worth a word, so that quiet relationships stay quiet.

Source: Brook and Evans 1972 (Biometrika 59, 539-549): the run length of a CUSUM as a Markov chain over its states.
"""

import numpy as np
from numpy.typing import NDArray

STATES = 24
HALVINGS = 10
HIGHEST = 60.0
NEVER = 1e12


def run_length(steps: NDArray[np.float64], weights: NDArray[np.float64], height: float) -> float:
    """How many events pass on average before a quiet series is flagged by mistake.

    `steps` (m,): what one quiet event may add to the sum, in spreads; `weights` (m,): their chances, summing to 1;
    `height`: the alarm stands above it. Returns a number of events, at most 1e12. A landing between two states of the
    chain is shared between them.

    >>> round(run_length(np.array([2.0, -2.0]), np.array([0.1, 0.9]), 1.0))
    10
    """
    grid = np.arange(STATES) * (height / (STATES - 1))
    landing = np.maximum(grid[:, None] + steps[None, :], 0.0)
    quiet = landing <= height
    place = np.where(quiet, landing / height * (STATES - 1), 0.0)
    cell = np.minimum(place.astype(np.int64), STATES - 2)
    row = np.arange(STATES)[:, None] * STATES
    above = np.where(quiet, place - cell, 0.0) * weights
    below = np.where(quiet, weights, 0.0) - above
    stay = _sum_at(row + cell, below) + _sum_at(row + cell + 1, above)
    return _absorbed(stay.reshape(STATES, STATES))


def _sum_at(place: NDArray[np.int64], mass: NDArray[np.float64]) -> NDArray[np.float64]:
    """Masses summed over the cells of the chain."""
    summed = np.bincount(place.ravel(), weights=mass.ravel(), minlength=STATES * STATES)
    return np.asarray(summed, np.float64)


def _absorbed(stay: NDArray[np.float64]) -> float:
    """Mean steps to leave the quiet states, from the lowest one."""
    try:
        length = float(np.linalg.solve(np.eye(STATES) - stay, np.ones(STATES))[0])
    except np.linalg.LinAlgError:
        return NEVER
    return length if 0.0 < length < NEVER else NEVER


def threshold(steps: NDArray[np.float64], weights: NDArray[np.float64], events: float) -> float:
    """The height at which a quiet series is flagged by mistake once in `events` events.

    `steps`, `weights` as in `run_length`; `events` > 0. Returns a height in spreads, at most 60 (a series that drifts
    upward by itself has none). Found by halving, so it is at or just above the height asked for.

    >>> steps, weights = np.array([2.0, -0.5]), np.array([0.1, 0.9])
    >>> threshold(steps, weights, 100.0) < threshold(steps, weights, 1000.0)
    True
    """
    low, high = 0.0, HIGHEST
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if run_length(steps, weights, middle) < events:
            low = middle
        else:
            high = middle
    return high
