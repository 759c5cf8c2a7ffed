"""What others said of a person: good and bad reports on several clocks, with crowds and repeats counted for less.

What is remembered of single ratings (the first day, the newest bad one, the last word) is set by independent witnesses,
and by others only where they are not at odds with these.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_scan import latest
from goodwill.measures.network_timeline import Groups
from goodwill.measures.network_track import EVER, Track, newest_day, opening, track

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Slim = NDArray[np.float32]
HALF_LIVES = (
    dict.fromkeys(("good7", "bad7"), 7.0)
    | dict.fromkeys(("good60", "bad60"), 60.0)
    | dict.fromkeys(("good365", "bad365", "value365"), 365.0)
    | dict.fromkeys(("goodever", "badever", "warmth", "harm", "number"), EVER)
)


def received(past: Ratings, heard: Groups, weight: Slim, heeded: NDArray[np.bool_]) -> Track:
    """Return the running sums of what each party received; `weight`, and who is `heeded`, one a rating."""
    number = heard.total(heeded.astype(np.float32))
    spoken = number > 0
    blamed = heard.total((heeded & (past.value < 0)).astype(np.float32)) > 0
    share = heard.total(heeded * past.good) / np.maximum(number, 1.0)
    marks = {"first": newest_day(heard, opening(spoken, heard.start)), "bad": newest_day(heard, blamed)}
    marks["last"] = _newest(share, latest(spoken, heard.start))
    return track(heard, HALF_LIVES, _amounts(past, heard, weight), marks)


def _newest(value: Floats, place: Ints) -> Floats:
    return np.where(place >= 0, value[place], 0.0) if len(value) else np.zeros(0)


def _amounts(past: Ratings, heard: Groups, weight: Slim) -> Iterator[Slim]:
    liked, disliked = heard.total(weight * past.good), heard.total(weight * (1.0 - past.good))
    yield from (liked, disliked, liked, disliked, liked, disliked)
    yield heard.total(weight * past.value)
    yield from (liked, disliked)
    yield heard.total(weight * np.maximum(past.value, 0.0))
    yield heard.total(weight * np.maximum(-past.value, 0.0))
    yield heard.total(np.ones(len(weight)))
