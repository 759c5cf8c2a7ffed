"""A book cut into slices of whole parties, so that what is worked out of each party's own past never fills the room."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

SIZE = 1 << 17


def slices(known: Ints, asked: Ints, size: int = SIZE) -> Iterator[tuple[Ints, Ints]]:
    """Yield the places of some parties' items in the book, and those of the questions about them.

    `known` (n,) and `asked` (q,) codes of parties; a slice has about `size` items and questions, or one party.

    >>> [(own.tolist(), mine.tolist()) for own, mine in slices(np.array([7, 1, 7, 2]), np.array([7, 7, 9]), 2)]
    [([0, 2], [0, 1]), ([], [2])]
    """
    order, questions = np.argsort(known, kind="stable"), np.argsort(asked, kind="stable")
    parties, first = np.unique(asked[questions], return_index=True)
    first = np.append(first, asked.size)
    begin, end = (np.searchsorted(known, parties, side=side, sorter=order) for side in ("left", "right"))
    load = np.cumsum(np.append(0, end - begin + np.diff(first)))
    at = 0
    while at < parties.size:
        stop = max(int(np.searchsorted(load, load[at] + size, side="right")) - 1, at + 1)
        own = [order[b:e] for b, e in zip(begin[at:stop], end[at:stop], strict=True)]
        yield np.concatenate(own), questions[first[at] : first[stop]]
        at = stop
