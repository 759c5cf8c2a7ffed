"""How long before their day do the items that end on time get settled: what still being open tells.

An item not settled the day before it is due is likelier late than the same item a month before.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.due_items import Items
from goodwill.measures.late_record import CLOCKS, OWN_ITEMS
from goodwill.measures.late_rows import Entries, Rows, histograms, rows
from goodwill.measures.late_tally import tally
from goodwill.measures.party_slices import slices

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Early:
    """The book's items settled on time: `lead` (b,) their distinct leads before the due day, ascending; `until`
    (d, b + 1) how many had been settled with less than each lead, and in all, by each of `days` (d,).
    """

    lead: Floats
    days: Floats
    until: Floats

    def short_of(self, lead: Floats) -> Ints:
        """How many of the distinct leads are at or below each."""
        return np.asarray(np.searchsorted(self.lead, np.maximum(lead, 0.0), side="right"), np.int64)


def in_time(known: Items) -> Items:
    """The items settled by their day."""
    return known.only(np.flatnonzero(known.settled <= known.due))


def early(known: Items, lead: Floats, days: Floats) -> Early:
    """The book's items settled in time, on some days: `lead` the distinct leads of the whole book, ascending."""
    done = in_time(known)
    place = np.searchsorted(lead, done.due - done.settled)
    seen = tally(place, done.settled, (np.ones(place.size),)).faded(CLOCKS[1])
    every = np.tile(np.arange(lead.size), days.size), np.repeat(days, lead.size)
    until = np.zeros((days.size, lead.size + 1))
    np.cumsum(seen.of(*every)[0].reshape(days.size, lead.size), axis=1, out=until[:, 1:])
    return Early(lead, days, until)


def still_open(known: Items, asked: Items, at: Floats) -> Floats:
    """Share of the items that end on time which are still open as long before their day as each one asked about.

    Own items settled on time (one-year clock) with OWN_ITEMS items' worth of the book's, and those with OWN_ITEMS
    settled on their day. `known`, `asked` and `at` as for `late_record.record`. Returns (q,) shares above 0.
    """
    told = np.zeros(at.size)
    whole = early(known, leads(known), np.unique(at))
    for own, mine in slices(known.party, asked.party):
        told[mine] = own_still_open(whole, known.only(own), asked.only(mine), at[mine])
    return told


def leads(known: Items) -> Floats:
    """The distinct leads of a book's items settled in time, ascending."""
    done = in_time(known)
    return np.unique(done.due - done.settled)


def own_still_open(whole: Early, own: Items, asked: Items, at: Floats) -> Floats:
    """The share still open for some parties: `own` every item of theirs, `whole` the book on the days asked."""
    bins = whole.short_of(asked.due - at)
    day = np.searchsorted(whole.days, at)
    book = (whole.until[day, bins] + OWN_ITEMS) / (whole.until[day, -1] + OWN_ITEMS)
    open_then, all_of_them = _own(whole.lead, in_time(own), rows(asked.party, at, whole.days), bins)
    return np.asarray((open_then + OWN_ITEMS * book) / (all_of_them + OWN_ITEMS), np.float64)


def _own(lead: Floats, done: Items, moments: Rows, bins: Ints) -> tuple[Floats, Floats]:
    """Own items settled in time with a lead below each bin, and in all, one pair a question."""
    shorter, everything = np.zeros(bins.size), np.zeros(bins.size)
    place = np.searchsorted(lead, done.due - done.settled)
    seen = Entries(done.party, done.settled, place, np.ones(place.size))
    for part, past in histograms(moments, seen, lead.size, CLOCKS[1]):
        mine, row = moments.within(part)
        until = np.zeros((past.shape[0], lead.size + 1))
        np.cumsum(past, axis=1, out=until[:, 1:])
        shorter[mine] = until[row, bins[mine]]
        everything[mine] = until[row, -1]
    return shorter, everything
