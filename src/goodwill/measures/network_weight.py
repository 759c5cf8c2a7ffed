"""How much one report counts: less in a crowd, less when said again, less from someone nobody had heard of before.

Reports spread over months, from people who have been about for a while, say more than a burst that one quarrel, one
ring or one afternoon's invented names can make. Whether anyone stands behind an author counts in `network_votes`.
"""

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_scan import recurrence
from goodwill.measures.network_timeline import Groups

Floats = NDArray[np.float64]
_CROWD_DAYS = 1.0
_NEWCOMER = 0.3  # weight of a report by someone first seen the same day
_SETTLED_DAYS = 30.0


def crowd_weight(gathered: Groups, vote: NDArray[np.float32] | None = None) -> Floats:
    """Return each rating's weight, 1 over the root of how many come with it: ten in a day count about three.

    Each comes with its `vote`, or with one: else a crowd of invented names would drown the established among them.
    """
    count = gathered.total(np.ones(len(gathered.order)) if vote is None else vote)
    fresh = recurrence(gathered.fade(_CROWD_DAYS), count)
    return gathered.spread(1.0 / np.sqrt(np.maximum(fresh, 1.0)))


def settled_weight(past: Ratings) -> Floats:
    """Return each rating's weight by how long its author has been about: 0.3 on the first day, halfway to 1 in 30."""
    first = np.full(past.parties, np.inf)
    first[past.by[::-1]] = past.days[::-1]
    heard = np.full(past.parties, np.inf)
    heard[past.about[::-1]] = past.days[::-1]
    age = past.days - np.minimum(first, heard)[past.by]
    weight: Floats = 1.0 - (1.0 - _NEWCOMER) * np.exp2(-age / _SETTLED_DAYS)
    return weight
