"""What others said of a person: good and bad reports on several clocks, with crowds and repeats counted for less."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_timeline import Groups
from goodwill.measures.network_track import EVER, Track, first_day, newest_day, track

Slim = NDArray[np.float32]
HALF_LIVES = (
    dict.fromkeys(("good7", "bad7"), 7.0)
    | dict.fromkeys(("good60", "bad60"), 60.0)
    | dict.fromkeys(("good365", "bad365", "value365"), 365.0)
    | dict.fromkeys(("goodever", "badever", "warmth", "harm", "number"), EVER)
)


def received(past: Ratings, heard: Groups, weight: Slim) -> Track:
    """Return the running sums of what each party received; `weight` one a rating."""
    share = heard.total(past.good) / np.maximum(heard.total(np.ones(len(weight))), 1.0)
    blamed = heard.total((past.value < 0).astype(float)) > 0
    marks = {"first": first_day(heard), "bad": newest_day(heard, blamed), "last": share}
    return track(heard, HALF_LIVES, _amounts(past, heard, weight), marks)


def _amounts(past: Ratings, heard: Groups, weight: Slim) -> Iterator[Slim]:
    liked, disliked = heard.total(weight * past.good), heard.total(weight * (1.0 - past.good))
    yield from (liked, disliked, liked, disliked, liked, disliked)
    yield heard.total(weight * past.value)
    yield from (liked, disliked)
    yield heard.total(weight * np.maximum(past.value, 0.0))
    yield heard.total(weight * np.maximum(-past.value, 0.0))
    yield heard.total(np.ones(len(weight)))
