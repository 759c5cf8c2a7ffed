"""What other networks have taught: the weights a new network starts from, until its own ratings say otherwise.

The numbers are data in the wheel, made by `training/train_network.py`; `trained/network.md` says from what, and how
far they may be relied on. Only coefficients are shipped, no rating.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_learner import Belief, opinion

Floats = NDArray[np.float64]
_REACH = 5.0  # no single column may count for more than five of its usual spreads


@dataclass(frozen=True, slots=True)
class Scale:
    """The usual `centre` and `spread` of each column, so that weights may be compared."""

    centre: Floats
    spread: Floats

    def __call__(self, columns: list[Floats]) -> Floats:
        """Return n by k + 1: ones, then the columns in spreads from their centre, at most five either way."""
        out = np.empty((len(columns[0]), len(columns) + 1))
        out[:, 0] = 1.0
        for place, column in enumerate(columns):
            standing = (column - self.centre[place]) / self.spread[place]
            out[:, place + 1] = np.clip(standing, -_REACH, _REACH)
        return out


@dataclass(frozen=True, slots=True)
class Defaults:
    """Where learning starts: a scale and an opinion for trust in a person, and for one rating by a known rater.

    `usual` holds the mean scaled columns (3 by k) of people without, with thin and with enough evidence.
    """

    trust_scale: Scale
    trust: Belief
    rating_scale: Scale
    rating: Belief
    usual: Floats


@lru_cache(maxsize=1)
def shipped() -> Defaults:
    """Return the defaults in the wheel.

    >>> shipped().trust.weights.shape == shipped().trust_scale.centre.shape
    False
    """
    return unpacked(files("goodwill.measures").joinpath("trained", "network.npz").read_bytes())


def unpacked(archive: bytes) -> Defaults:
    """Return the defaults held in the bytes of an .npz archive; raises KeyError when an array is missing."""
    with np.load(BytesIO(archive), allow_pickle=False) as held:
        return Defaults(
            Scale(held["trust_centre"], held["trust_spread"]),
            opinion(held["trust_weights"], held["trust_precision"]),
            Scale(held["rating_centre"], held["rating_spread"]),
            opinion(held["rating_weights"], held["rating_precision"]),
            held["trust_usual"],
        )
