"""How strongly people word a good or a bad rating: the usual size of each, for asker, person and network."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_features import Moment
from goodwill.measures.network_past import Past
from goodwill.measures.network_ratings import Ratings

Floats = NDArray[np.float64]
_LENT = 3.0
_FIRST_GUESS = {"warmth": 0.2, "harm": 0.6}
_GUESS_WEIGHT = 20.0
_COUNTED = {"warmth": "goodever", "harm": "badever"}


@dataclass(frozen=True, slots=True)
class Sizes:
    """The network's mean size of good (`warmth`) and bad (`harm`) ratings before each time of the clock, 0..1."""

    warmth: Floats
    harm: Floats


def sizes(seen: Ratings) -> Sizes:
    """Return the running mean size of good and of bad ratings before each time of the clock and after the last."""
    return Sizes(_running(seen, seen.value, "warmth"), _running(seen, -seen.value, "harm"))


def _running(seen: Ratings, value: Floats, name: str) -> Floats:
    length = len(seen.clock)
    count = np.cumsum(np.bincount(seen.rank, weights=value > 0.0, minlength=length))
    total = np.cumsum(np.bincount(seen.rank, weights=np.maximum(value, 0.0), minlength=length))
    guess = _FIRST_GUESS[name]
    return np.append(guess, (total + guess * _GUESS_WEIGHT) / (count + _GUESS_WEIGHT))


def expected_value(past: Past, usual: Sizes, moment: Moment, p_rating: Floats) -> Floats:
    """Return the expected rating in -1..1: chances times the sizes that the asker, and the person, are used to."""
    warm = _size(past, usual.warmth, "warmth", moment)
    cold = _size(past, usual.harm, "harm", moment)
    return p_rating * warm - (1.0 - p_rating) * cold


def _size(past: Past, usual: Floats, name: str, moment: Moment) -> Floats:
    asker = past.given.line.before(moment.by, moment.rank)
    person = past.received.line.before(moment.about, moment.rank)
    total, count = usual[moment.rank] * _LENT, np.full(len(moment.now), _LENT)
    for track, place in ((past.given, asker), (past.received, person)):
        total = total + track.read(name, place, moment.now)
        count = count + track.read(_COUNTED[name], place, moment.now)
    size: Floats = np.clip(total / count, 0.0, 1.0)
    return size
