"""How much of a vote each witness has: people nobody vouches for share one, and so do all who hang on one person.

Whatever the number of invented names, their words about a person add up to less than one report, those of all names
that one established person has vouched for to less than two. What only counts the newest word, or what followed a
word, asks independent witnesses alone.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_timeline import groups
from goodwill.measures.network_vouched import INDEPENDENT, Backing, backing

UNKNOWN = 0.5  # weight of the first word by someone nobody vouches for


class Votes(NamedTuple):
    """One value a rating: its `share` of a vote, whether its author is an independent `witness`, and a `lesson`."""

    share: NDArray[np.float32]
    witness: NDArray[np.bool_]
    lesson: NDArray[np.bool_]


def votes(past: Ratings) -> Votes:
    """Return the vote of each rating: 1 by an independent witness, else 1, 1/4, 1/9 ... of the shared one.

    A lesson, from which the weights are learnt, is a rating by an independent witness, or the first of a shared vote
    that someone stands behind.
    """
    behind = backing(past)
    witness = behind.vouchers >= INDEPENDENT
    share, lesson = np.ones(len(past.by), dtype=np.float32), witness.copy()
    rows = np.flatnonzero(~witness)
    if len(rows):
        turn = _turn(past, behind, rows)
        backed = behind.vouchers[rows] > 0
        share[rows] = np.where(backed, 1.0, UNKNOWN) / turn**2
        lesson[rows] = backed & (turn == 1.0)
    return Votes(share, witness, lesson)


def _turn(past: Ratings, behind: Backing, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how many of one shared vote have spoken of the person by then, those of the same time included."""
    house = np.where(behind.vouchers[rows] > 0, behind.only[rows], past.parties)
    shared = np.unique(past.about[rows] * (past.parties + 1) + house, return_inverse=True)[1]
    told = groups(shared.astype(np.int64), past.rank[rows], past.clock)
    upto = np.cumsum(told.total(np.ones(len(rows), dtype=np.float32)), dtype=np.float64)
    return told.spread(upto - np.append(0.0, upto)[told.start])
