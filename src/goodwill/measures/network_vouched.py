"""Who stands behind the people who speak: anyone may invent names, but established people must be won to praise them.

The first people of a network found it. Whoever is praised by three established people is established too, from the
next day on. How many established people stood behind each witness is counted at the time the witness spoke, without
the person spoken of.

Sources: names cost nothing where nobody certifies them (Douceur 2002, The Sybil Attack, IPTPS), and no measure that
treats all names alike withstands invented ones (Cheng and Friedman 2005, Sybilproof Reputation Mechanisms, P2PECON).
So this one starts from the founders.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
FOUNDING = 250  # ratings, and the rest of their last day, in which everyone named is a founder
NEEDED = 3  # established people whose praise makes one more
INDEPENDENT = 2  # vouchers from which a witness speaks for itself
MUTUAL = 0.25  # share of founding authors praised, from which it is usual here that those who rate are rated
_NOBODY = -1


class Backing(NamedTuple):
    """One value a rating: how many `vouchers` its author had, 2 standing for more, and the `only` one, else -1.

    `known`: whether the person spoken of was established.
    """

    vouchers: NDArray[np.int8]
    only: NDArray[np.int32]
    known: Flags


def backing(past: Ratings) -> Backing:
    """Return who stood behind the author of each rating, from earlier days alone; cost is linear.

    Where fewer than a quarter of the founders who rate were praised in that time, those who rate are not rated here,
    like customers of shops: then all are heard.

    >>> from goodwill.measures.network_ratings import ratings
    >>> backing(ratings([0, 1], [1, 0], [1.0, 1.0], [0.0, 86400.0], 2)).vouchers.tolist()
    [2, 2]
    """
    size = len(past.by)
    only, known = np.full(size, _NOBODY, dtype=np.int32), np.ones(size, dtype=bool)
    told = Backing(np.full(size, INDEPENDENT, dtype=np.int8), only, known)
    day = np.floor(past.days)
    begun = int(np.searchsorted(day, day[FOUNDING - 1], side="right")) if size > FOUNDING else size
    if begun == size or not _praise_each_other(past, begun):
        return told
    people = _People(past.parties, np.append(past.by[:begun], past.about[:begun]))
    edges = np.append(np.flatnonzero(np.diff(day[begun:], prepend=np.nan)) + begun, size)
    for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        rows = slice(start, stop)
        who, whom = past.by[rows], past.about[rows]
        told.vouchers[rows], told.only[rows] = people.behind(who, whom)
        told.known[rows] = people.known(whom)
        people.after(who, whom, past.value[rows] > 0.0)
    return told


def _praise_each_other(past: Ratings, begun: int) -> bool:
    authors = np.unique(past.by[:begun])
    praised = past.about[:begun][past.value[:begun] > 0.0]
    return float(np.isin(authors, praised).mean()) >= MUTUAL


class _People:
    """Who is established, and who has vouched for the others so far."""

    __slots__ = ("_by", "_count", "_established")

    def __init__(self, parties: int, founders: Ints) -> None:
        self._established = np.zeros(parties, dtype=bool)
        self._established[founders] = True
        self._by = np.full((parties, NEEDED), _NOBODY, dtype=np.int32)
        self._count = np.zeros(parties, dtype=np.int8)

    def known(self, whom: Ints) -> Flags:
        """Return who is established by now."""
        return self._established[whom]

    def behind(self, who: Ints, whom: Ints) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Return how many people vouch for each author, the person spoken of left out, and the only one."""
        known = self._by[who]
        others = np.where(known != whom[:, None], known, _NOBODY)
        number = np.where(self._established[who], INDEPENDENT, np.minimum((others >= 0).sum(axis=1), INDEPENDENT))
        return number, np.where(number == 1, others.max(axis=1), np.int32(_NOBODY))

    def after(self, who: Ints, whom: Ints, praised: Flags) -> None:
        """Count in whom the established authors of a day praised."""
        counts = praised & self._established[who] & ~self._established[whom]
        if counts.any():
            self._vouch(*self._new_pairs(whom[counts], who[counts]))

    def _new_pairs(self, person: Ints, voucher: Ints) -> tuple[Ints, Ints]:
        person, voucher = np.divmod(np.unique(person * len(self._count) + voucher), len(self._count))
        new = ~(self._by[person] == voucher[:, None]).any(axis=1)
        return person[new], voucher[new]

    def _vouch(self, person: Ints, voucher: Ints) -> None:
        whom, first, more = np.unique(person, return_index=True, return_counts=True)
        before = self._count[whom]
        place = np.repeat(before - first, more) + np.arange(len(person))
        fits = place < NEEDED
        self._by[person[fits], place[fits]] = voucher[fits]
        self._count[whom] = np.minimum(before + more, NEEDED)
        self._established[whom[self._count[whom] >= NEEDED]] = True
