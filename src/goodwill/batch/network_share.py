"""One part's share of a network: every rating by one of its parties, and every rating about one of them.

Times are numbered anew within a share, in the same order, so that a share needs no calendar of the whole network.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.letters import Table
from goodwill.measures.network_ratings import Ratings

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Division:
    """How a network is dealt out: into how many `parts`, of how many `parties`, and the `origin`, its first day."""

    parts: int
    parties: int
    origin: float

    def owner(self, party: Ints | NDArray[np.int32]) -> Ints:
        """Return the part each party belongs to."""
        return party.astype(np.int64) % self.parts


@dataclass(frozen=True, slots=True)
class Calendar:
    """The times one share knows: their `ranks` in the whole network, ascending, and the day of each."""

    ranks: Ints
    clock: Floats

    def place(self, rank: Ints) -> Ints:
        """Return how many of the share's times are strictly before each rank."""
        return np.searchsorted(self.ranks, rank).astype(np.int64)


def calendar(rank: Ints, days: Floats, origin: float) -> Calendar:
    """Return the calendar of these ranks and their days; the network's first day stands at its head.

    >>> held = calendar(np.array([5, 3, 5]), np.array([20.0, 11.0, 20.0]), 10.0)
    >>> held.ranks.tolist(), held.clock.tolist(), held.place(np.array([4, 5, 6])).tolist()
    ([0, 3, 5], [10.0, 11.0, 20.0], [2, 2, 3])
    """
    ranks, first = np.unique(np.append(0, rank).astype(np.int64), return_index=True)
    return Calendar(ranks, np.append(origin, days)[first])


@dataclass(frozen=True, slots=True)
class Share:
    """All ratings of a share in time order, with their votes, and which are about its parties, and by them."""

    id: Ints
    every: Ratings
    vote: NDArray[np.float32]
    witness: Flags
    heeded: Flags
    about_ours: Flags
    by_ours: Flags
    calendar: Calendar

    @property
    def heard(self) -> Ratings:
        """Return the ratings about the share's parties."""
        return self.every.part(self.about_ours)

    @property
    def said(self) -> Ratings:
        """Return the ratings by the share's parties."""
        return self.every.part(self.by_ours)


def distinct(numbers: Ints) -> Ints:
    """Return whole numbers in ascending order, each once; sorting beats a table of hashes on long, half-sorted rows.

    >>> distinct(np.array([3, 1, 3, 0])).tolist()
    [0, 1, 3]
    """
    held = np.sort(numbers, kind="stable")
    once: Ints = held[np.diff(held, prepend=held[:1] - 1) != 0]
    return once


def share(division: Division, number: int, table: Table) -> Share:
    """Return the share `number` as dealt out: columns id, by, about, value, days, rank, vote, witness, heeded."""
    known = calendar(table["rank"], table["days"], division.origin)
    by, about = table["by"].astype(np.int64), table["about"].astype(np.int64)
    every = Ratings(by, about, table["value"], table["days"], known.place(table["rank"]), known.clock, division.parties)
    about_ours, by_ours = (division.owner(party) == number for party in (about, by))
    flags = (table["witness"], table["heeded"])
    return Share(table["id"], every, table["vote"], *flags, about_ours, by_ours, known)
