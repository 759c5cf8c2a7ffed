"""How a person rates others: how often, how warmly, and how far from what was to be expected."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_timeline import Groups
from goodwill.measures.network_track import EVER, Track, first_day, newest_day, track

Slim = NDArray[np.float32]
HALF_LIVES = (
    dict.fromkeys(("good1", "bad1"), 1.0)
    | dict.fromkeys(("good7", "bad7"), 7.0)
    | dict.fromkeys(("good60", "bad60", "departure60"), 60.0)
    | dict.fromkeys(("goodever", "badever", "departure", "warmth", "harm"), EVER)
)


def given(past: Ratings, said: Groups, expected: Slim) -> Track:
    """Return the running sums of what each party gave; `expected` = chance of a good rating before it, one a rating."""
    number = np.maximum(said.total(np.ones(len(expected))), 1.0)
    blamed = said.total((past.value < 0).astype(float)) > 0
    marks = {"first": first_day(said), "bad": newest_day(said, blamed), "last": said.total(past.good) / number}
    return track(said, HALF_LIVES, _amounts(past, said, expected), marks)


def _amounts(past: Ratings, said: Groups, expected: Slim) -> Iterator[Slim]:
    liked, disliked = said.total(past.good), said.total(1.0 - past.good)
    departure = said.total(past.good - expected)
    yield from (liked, disliked, liked, disliked, liked, disliked, departure, liked, disliked, departure)
    yield said.total(np.maximum(past.value, 0.0))
    yield said.total(np.maximum(-past.value, 0.0))
