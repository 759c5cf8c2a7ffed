"""Fair raters and good people, each defined by the other: an explanation of a network, not a forecast.

A person is good when fair raters say so, and a rater is fair when close to how good people turn out to be. In time
order this foretells less than a person's own recent record; it is kept to explain who is trusted by whom.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodwill.measures.network_columns import rated

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class FairnessGoodness(NamedTuple):
    """One value a party, in the order of `party`: `fairness` 0..1 as a rater, `goodness` -1..1 as rated."""

    party: Ints
    fairness: Floats
    goodness: Floats
    rounds: int


def fairness_goodness(
    by: ArrayLike, about: ArrayLike, value: ArrayLike, *, tolerance: float = 1e-6, most_rounds: int = 1_000
) -> FairnessGoodness:
    """Return the fairness and goodness of each party, iterated until neither changes by more than `tolerance` in sum.

    `by`, `about`: integer codes; `value`: -1..1; all 1-d of one length. A party that rated no one has fairness 1,
    one that nobody rated has goodness 0, as in the source. Raises ValueError on unequal lengths and on values
    outside -1..1. Source: Kumar, Spezzano, Subrahmanian and Faloutsos 2016, ICDM, equations 1 and 2, with R = 1.

    >>> seen = fairness_goodness([1, 2, 3], [9, 9, 9], [1.0, 1.0, -1.0])
    >>> seen.party.tolist(), seen.goodness.round(2).tolist()
    ([1, 2, 3, 9], [0.0, 0.0, 0.0, 0.33])
    """
    seen = rated(by, about, value, np.broadcast_to(0.0, np.shape(value)))
    party, source, target = _compact(seen.by, seen.about)
    size = len(party)
    received = 1.0 / np.maximum(np.bincount(target, minlength=size), 1)
    given = 0.5 / np.maximum(np.bincount(source, minlength=size), 1)
    fairness, goodness = np.ones(size), np.zeros(size)
    moved, rounds, work = np.inf, 0, np.empty(len(seen.value))
    while moved > tolerance and rounds < most_rounds:
        np.take(fairness, source, out=work, mode="clip")
        np.multiply(work, seen.value, out=work)
        better = np.bincount(target, weights=work, minlength=size) * received
        np.take(better, target, out=work, mode="clip")
        np.subtract(work, seen.value, out=work)
        np.abs(work, out=work)
        fairer = 1.0 - np.bincount(source, weights=work, minlength=size) * given
        moved = max(float(np.abs(better - goodness).sum()), float(np.abs(fairer - fairness).sum()))
        fairness, goodness, rounds = fairer, better, rounds + 1
    return FairnessGoodness(party, fairness, goodness, rounds)


def _compact(by: Ints, about: Ints) -> tuple[Ints, Ints, Ints]:
    """Return the parties in ascending order, and both columns as places among them, unsorted where codes allow."""
    every = np.concatenate([by, about])
    if not len(every) or every.min() < 0 or every.max() > 4 * len(every) + 1_000:
        party, codes = np.unique(every, return_inverse=True)
        return party, codes[: len(by)], codes[len(by) :]
    present = np.bincount(every) > 0
    place = np.cumsum(present) - 1
    return np.flatnonzero(present), place[by], place[about]
