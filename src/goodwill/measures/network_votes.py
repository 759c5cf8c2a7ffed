"""How much of a vote each witness has: people nobody vouches for share one, and so do all who hang on one person.

Whatever the number of invented names, their words about a person add up to less than one and a half reports, those of
all names that one established person has vouched for to less than three. Where they are at odds with independent
witnesses it is about half of that, they set no last word, and they teach nothing.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_timeline import Groups, groups
from goodwill.measures.network_vouched import INDEPENDENT, Backing, backing

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
UNKNOWN, UNKNOWN_AT_ODDS = 1.0 / 2.0, 1.0 / 3.0  # weight of the first word by someone nobody vouches for
FALL, FALL_AT_ODDS = 1.5, 2.0  # a shared vote's k-th word counts 1 / k ** this: over 1, so that the sum is bounded


class Votes(NamedTuple):
    """One value a rating: its `share` of a vote, and whether its author is an independent `witness`.

    `heeded`: whether it may set what is remembered of single ratings; `lesson`: whether weights are learnt from it.
    """

    share: NDArray[np.float32]
    witness: Flags
    heeded: Flags
    lesson: Flags


def votes(past: Ratings) -> Votes:
    """Return the vote of each rating: 1 by an independent witness, else a falling part of the shared one.

    All is heeded but what is at odds with independent witnesses. A lesson is a rating by one of them, the first of a
    shared vote that someone stands behind, or one about an established person that is not at odds with them.
    """
    behind = backing(past)
    witness = behind.vouchers >= INDEPENDENT
    share, heeded, lesson = np.ones(len(past.by), dtype=np.float32), witness.copy(), witness.copy()
    rows = np.flatnonzero(~witness)
    if len(rows):
        turn, odds = _turn(past, behind, rows), _at_odds(past, witness)[rows]
        backed = behind.vouchers[rows] > 0
        first = np.where(backed, 1.0, np.where(odds, UNKNOWN_AT_ODDS, UNKNOWN))
        share[rows] = first / turn ** np.where(odds, FALL_AT_ODDS, FALL)
        heeded[rows] = ~odds
        lesson[rows] = (backed & (turn == 1.0)) | (behind.known[rows] & ~odds)
    return Votes(share, witness, heeded, lesson)


def _turn(past: Ratings, behind: Backing, rows: Ints) -> Floats:
    """Return how many of one shared vote have spoken of the person by then, those of the same time included."""
    house = np.where(behind.vouchers[rows] > 0, behind.only[rows], past.parties)
    shared = np.unique(past.about[rows] * (past.parties + 1) + house, return_inverse=True)[1]
    told = groups(shared.astype(np.int64), past.rank[rows], past.clock)
    upto = np.cumsum(told.total(np.ones(len(rows), dtype=np.float32)), dtype=np.float64)
    return told.spread(upto - np.append(0.0, upto)[told.start])


def _at_odds(past: Ratings, witness: Flags) -> Flags:
    """Return where praise is of someone an independent witness blamed before, or blame of someone not blamed most.

    Blame is in keeping with independent witnesses where more of their words about the person were bad than good.
    """
    heard = past.part(witness)
    told = groups(heard.about, heard.rank, heard.clock)
    good, bad = (_before(told, heard.value * sign > 0.0, past) for sign in (1.0, -1.0))
    return np.where(past.value > 0.0, bad > 0.0, bad <= good)


def _before(told: Groups, counted: Flags, past: Ratings) -> Floats:
    """Return for each rating how many of the `counted` words of `told` about the same person came before it."""
    number = told.total(counted.astype(np.float32))
    upto = np.cumsum(number, dtype=np.float64)
    place = told.line.before(past.about, past.rank)
    first = told.start[np.maximum(place, 0)]
    return np.where(place >= 0, upto[place] - upto[first] + number[first], 0.0)
