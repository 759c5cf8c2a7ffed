"""Fair raters and good people, each defined by the other: an explanation of a network, not a forecast.

A person is good when fair raters say so, and a rater is fair when close to how good people turn out to be. In time
order this foretells less than a person's own recent record; it is kept to explain who is trusted by whom.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodwill.measures.network_columns import rated

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_FLAT = 1e-12


class FairnessGoodness(NamedTuple):
    """One value a party, in the order of `party`: `fairness` 0..1 as a rater, `goodness` -1..1 as rated."""

    party: Ints
    fairness: Floats
    goodness: Floats
    rounds: int


def fairness_goodness(
    by: ArrayLike, about: ArrayLike, value: ArrayLike, *, tolerance: float = 1e-6, most_rounds: int = 1_000
) -> FairnessGoodness:
    """Return the fairness and goodness of each party, iterated until a round changes neither by more than `tolerance`
    in sum.

    `by`, `about`: integer codes; `value`: -1..1; all 1-d of one length. A party that rated no one has fairness 1,
    one that nobody rated has goodness 0, as in the source. Raises ValueError on unequal lengths and on values
    outside -1..1. Sources: Kumar, Spezzano, Subrahmanian and Faloutsos 2016, ICDM, equations 1 and 2, with R = 1;
    between rounds the last three are mixed so that the change left over is least (Anderson 1965, J. ACM 12:547),
    which finds the same point in fewer rounds.

    >>> seen = fairness_goodness([1, 2, 3], [9, 9, 9], [1.0, 1.0, -1.0])
    >>> seen.party.tolist(), seen.goodness.round(2).tolist()
    ([1, 2, 3, 9], [0.0, 0.0, 0.0, 0.33])
    """
    seen = rated(by, about, value, np.zeros(np.shape(value)))
    party, source, target = _places(seen.by, seen.about)
    return FairnessGoodness(
        party, *_settled(_Network.of(source, target, seen.value, len(party)), tolerance, most_rounds)
    )


@dataclass(frozen=True, slots=True)
class _Network:
    """Ratings as places of both sides; what one rating weighs in goodness received, and in fairness given."""

    source: Ints
    target: Ints
    value: Floats
    received: Floats
    given: Floats

    @classmethod
    def of(cls, source: Ints, target: Ints, value: Floats, size: int) -> "_Network":
        received, given = (1.0 / np.maximum(np.bincount(side, minlength=size), 1) for side in (target, source))
        return cls(source, target, value, received, given / 2.0)

    def good(self, fairness: Floats) -> Floats:
        said = fairness.take(self.source)
        said *= self.value
        return np.bincount(self.target, weights=said, minlength=len(fairness)) * self.received

    def fair(self, goodness: Floats) -> Floats:
        off = goodness.take(self.target)
        off -= self.value
        np.abs(off, out=off)
        return 1.0 - np.bincount(self.source, weights=off, minlength=len(goodness)) * self.given


def _settled(network: _Network, tolerance: float, most_rounds: int) -> tuple[Floats, Floats, int]:
    fairness, goodness = np.ones(len(network.given)), np.zeros(len(network.given))
    rounds, settled = 0, False
    tried: list[_Step] = []
    last = goodness, goodness
    while not settled and rounds < most_rounds:
        rounds, better, before = rounds + 1, network.good(fairness), fairness
        left = better - goodness
        near = float(np.abs(left).sum()) <= tolerance
        if rounds > 2:
            tried = [*tried[-1:], _Step(left - last[0], better - last[1])]
        last = left, better
        goodness = better if near else _mixed(tried, left, better)
        fairness = network.fair(goodness)
        settled = near and float(np.abs(fairness - before).sum()) <= tolerance
    return fairness, goodness, rounds


class _Step(NamedTuple):
    """From one round to the next: how the change left over moved, and how the result did."""

    left: Floats
    result: Floats


def _mixed(steps: list[_Step], left: Floats, result: Floats) -> Floats:
    """Return the newest result less those shares of the last two steps that make the change left over least."""
    if not steps:
        return result
    first, second = steps[0], steps[-1]
    a, b, c = first.left @ first.left, first.left @ second.left, second.left @ second.left
    whole = a * c - b * b
    if whole <= _FLAT * a * c:
        return result if not c else result - (second.left @ left) / c * second.result
    d, e = first.left @ left, second.left @ left
    return result - (d * c - e * b) / whole * first.result - (e * a - d * b) / whole * second.result


def _places(by: Ints, about: Ints) -> tuple[Ints, Ints, Ints]:
    """Return the parties in ascending order, and both columns as places among them, unsorted where codes allow."""
    if any(len(side) and not 0 <= side.min() <= side.max() <= 4 * len(by) + 1_000 for side in (by, about)):
        party, codes = np.unique(np.concatenate([by, about]), return_inverse=True)
        return party, codes[: len(by)], codes[len(by) :]
    present = np.zeros(max(by.max(initial=-1), about.max(initial=-1)) + 1, np.bool_)
    present[by] = present[about] = True
    place = np.cumsum(present) - 1
    return np.flatnonzero(present), place.take(by), place.take(about)
