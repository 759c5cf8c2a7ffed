"""In what steps a network is learnt from: each step is foretold before it is seen, none is learnt from too early."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings

Ints = NDArray[np.int64]
_STEP = 250
_SHARE = 100  # a step grows to a hundredth of what is known, which keeps the cost linear


@dataclass(frozen=True, slots=True)
class Blocks:
    """`events`: where each block's ratings begin; `ranks`: the first time rank of each. Both end with the open one."""

    events: Ints
    ranks: Ints

    def of(self, rank: Ints) -> Ints:
        """Return the block whose belief may answer a question asked at `rank`."""
        return np.searchsorted(self.ranks, rank, side="right") - 1


def blocks(past: Ratings) -> Blocks:
    """Cut ratings in time order into blocks of 250 or more that never split a time; the past alone decides each cut.

    >>> from goodwill.measures.network_ratings import ratings
    >>> cut = blocks(ratings([0] * 600, [1] * 600, [1.0] * 600, [86400.0 * day for day in range(600)], 2))
    >>> cut.events.tolist()
    [0, 250, 500]
    """
    upto = np.append(0, np.cumsum(np.bincount(past.rank, minlength=len(past.clock)))).astype(np.int64)
    ranks = [0]
    while True:
        seen = int(upto[ranks[-1]])
        cut = int(np.searchsorted(upto, seen + max(_STEP, seen // _SHARE)))
        if cut >= len(upto):
            break
        ranks.append(cut)
    edges = np.array(ranks, dtype=np.int64)
    return Blocks(upto[edges], edges)
