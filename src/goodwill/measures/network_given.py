"""How a person rates others: how often, how warmly, and how far from what was to be expected."""

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_timeline import Groups
from goodwill.measures.network_track import EVER, Track, first_day, newest_day, track

Floats = NDArray[np.float64]
CLOCKS = (("1", 1.0), ("7", 7.0), ("60", 60.0), ("ever", EVER))


def given(past: Ratings, said: Groups, expected: Floats) -> Track:
    """Return the running sums of what each party gave; `expected` = chance of a good rating before it, one a rating."""
    good = past.good
    liked, disliked, count = said.total(good), said.total(1.0 - good), said.total(np.ones(len(good)))
    amounts = {"good" + name: (liked, life) for name, life in CLOCKS}
    amounts |= {"bad" + name: (disliked, life) for name, life in CLOCKS}
    departure = said.total(good - expected)
    amounts |= {"departure60": (departure, 60.0), "departure": (departure, EVER)}
    amounts["warmth"] = (said.total(np.maximum(past.value, 0.0)), EVER)
    amounts["harm"] = (said.total(np.maximum(-past.value, 0.0)), EVER)
    blamed = said.total((past.value < 0).astype(float)) > 0
    marks = {"first": first_day(said), "bad": newest_day(said, blamed), "last": liked / np.maximum(count, 1.0)}
    return track(said, amounts, marks)
