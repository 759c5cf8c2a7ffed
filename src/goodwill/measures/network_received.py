"""What others said of a person: good and bad reports on several clocks, with crowds and repeats counted for less."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_scan import recurrence
from goodwill.measures.network_timeline import Groups
from goodwill.measures.network_track import EVER, Track, first_day, newest_day, track

Floats = NDArray[np.float64]
HALF_LIVES = (
    dict.fromkeys(("good7", "bad7"), 7.0)
    | dict.fromkeys(("good60", "bad60"), 60.0)
    | dict.fromkeys(("good365", "bad365", "value365"), 365.0)
    | dict.fromkeys(("goodever", "badever", "warmth", "harm", "number"), EVER)
)
_CROWD_DAYS = 1.0


def crowd_weight(heard: Groups) -> Floats:
    """Return each rating's weight, 1 over the root of how many arrive with it: ten in one day count about three.

    Reports spread over months say more than a burst, which one quarrel or one ring can make.
    """
    count = heard.total(np.ones(len(heard.order)))
    fresh = recurrence(heard.fade(_CROWD_DAYS), count)
    return heard.spread(1.0 / np.sqrt(np.maximum(fresh, 1.0)))


def received(past: Ratings, heard: Groups, weight: Floats) -> Track:
    """Return the running sums of what each party received; `weight` one a rating."""
    share = heard.total(past.good) / np.maximum(heard.total(np.ones(len(weight))), 1.0)
    blamed = heard.total((past.value < 0).astype(float)) > 0
    marks = {"first": first_day(heard), "bad": newest_day(heard, blamed), "last": share}
    return track(heard, HALF_LIVES, _amounts(past, heard, weight), marks)


def _amounts(past: Ratings, heard: Groups, weight: Floats) -> Iterator[Floats]:
    liked, disliked = heard.total(weight * past.good), heard.total(weight * (1.0 - past.good))
    yield from (liked, disliked, liked, disliked, liked, disliked)
    yield heard.total(weight * past.value)
    yield from (liked, disliked)
    yield heard.total(weight * np.maximum(past.value, 0.0))
    yield heard.total(weight * np.maximum(-past.value, 0.0))
    yield heard.total(np.ones(len(weight)))
