"""How strongly people word a good or a bad rating: the usual size of each, for asker, person and network."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_track import Look

Floats = NDArray[np.float64]
_LENT = 3.0
_FIRST_GUESS = {"warmth": 0.2, "harm": 0.6}
_GUESS_WEIGHT = 20.0
_COUNTED = {"warmth": "goodever", "harm": "badever"}


@dataclass(frozen=True, slots=True)
class Sizes:
    """The network's mean size of good (`warmth`) and bad (`harm`) ratings before each time of the clock, 0..1."""

    warmth: NDArray[np.float32]
    harm: NDArray[np.float32]


def sizes(seen: Ratings) -> Sizes:
    """Return the running mean size of good and of bad ratings before each time of the clock and after the last."""
    return Sizes(_running(seen, seen.value, "warmth"), _running(seen, -seen.value, "harm"))


def _running(seen: Ratings, value: Floats, name: str) -> NDArray[np.float32]:
    length = len(seen.clock)
    count = np.cumsum(np.bincount(seen.rank, weights=value > 0.0, minlength=length))
    total = np.cumsum(np.bincount(seen.rank, weights=np.maximum(value, 0.0), minlength=length))
    guess = _FIRST_GUESS[name]
    return np.append(guess, (total + guess * _GUESS_WEIGHT) / (count + _GUESS_WEIGHT)).astype(np.float32)


def size(name: str, usual: NDArray[np.float32], asker: Look, person: Look) -> Floats:
    """Return the size (0..1) of a good or bad rating that this asker and this person are used to."""
    total = usual * _LENT + asker[name] + person[name]
    count = _LENT + asker[_COUNTED[name]] + person[_COUNTED[name]]
    held: Floats = np.clip(total / count, 0.0, 1.0)
    return held
