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
    `height`: the alarm stands above it. Returns a number of events, at most 1e12.

    >>> round(run_length(np.array([1.0, -1.0]), np.array([0.5, 0.5]), 2.0))
    6
    """
    grid = np.arange(STATES) * (height / (STATES - 1))
    landing = np.maximum(grid[:, None] + steps[None, :], 0.0)
    quiet = landing <= height
    cell = np.where(quiet, np.rint(landing / height * (STATES - 1)), 0).astype(np.int64)
    row = np.broadcast_to(np.arange(STATES)[:, None], cell.shape)
    chance = np.broadcast_to(weights, cell.shape)
    stay = np.bincount(
        (row * STATES + cell)[quiet], weights=chance[quiet].astype(np.float64), minlength=STATES * STATES
    )
    return _absorbed(np.asarray(stay, np.float64).reshape(STATES, STATES))


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
