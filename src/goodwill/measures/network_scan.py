"""Old reports fade: running sums in which yesterday's evidence weighs more than last year's.

Everything here is a first-order recurrence, computed in time linear in the number of ratings and without a loop
over them.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_BLOCK = 64


def recurrence(decay: Floats, value: Floats | NDArray[np.float32]) -> Floats:
    """Return y with y[i] = decay[i] * y[i - 1] + value[i]: a running sum that forgets, and starts anew at decay 0.

    `decay` and `value` are 1-d, of one length, without unit; the result has their length. Rows of 64 are summed
    side by side and their carries by the same rule, so the cost is linear. Source: Blelloch 1990, Prefix Sums and
    Their Applications.

    >>> recurrence(np.array([0.0, 0.5, 0.5, 0.0]), np.array([1.0, 1.0, 1.0, 4.0])).tolist()
    [1.0, 1.5, 1.75, 4.0]
    """
    size = len(value)
    rows = -(-size // _BLOCK)
    if rows == 0:
        return np.zeros(0)
    chain, total = _columns(decay, rows), _columns(value, rows)
    for step in range(1, _BLOCK):
        total[step] += chain[step] * total[step - 1]
        chain[step] *= chain[step - 1]
    if rows > 1:
        carry = recurrence(chain[-1], total[-1])
        total[:, 1:] += chain[:, 1:] * carry[:-1]
    return np.ascontiguousarray(total.T).reshape(-1)[:size]


def _columns(row: Floats | NDArray[np.float32], rows: int) -> Floats:
    padded = np.zeros(rows * _BLOCK)
    padded[: len(row)] = row
    return np.ascontiguousarray(padded.reshape(rows, _BLOCK).T)


def latest(marked: NDArray[np.bool_], start: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return, for each place, the newest marked place at or before it in its own run, or -1 when there is none.

    `marked` and `start` are 1-d; `start` holds the first place of the run each place belongs to.

    >>> latest(np.array([True, False, False, True]), np.array([0, 0, 2, 2])).tolist()
    [0, 0, -1, 3]
    """
    place = np.where(marked, np.arange(len(marked)), -1)
    newest = np.maximum.accumulate(place) if len(place) else place
    return np.where(newest >= start, newest, -1)
