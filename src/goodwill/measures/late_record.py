"""What a counterparty's own record says of the next item, as far as it was known on the day of asking.

Recent items weigh more (half after 60 and after 365 days, and a third clock that never forgets), and little evidence is
pulled towards what is usual in the whole book, which itself is pulled towards a shipped figure. A counterparty with
more falling due than usual is likelier to be late with each.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.due_items import Items
from goodwill.measures.late_busy import busy
from goodwill.measures.late_tally import Faded, Tally, tally
from goodwill.measures.party_slices import slices

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NAMES = ("start", "usual", "own60", "own365", "own", "matter", "busy")
CLOCKS = (60.0, 365.0, np.inf)
BASE_CLOCK = 180.0
BASE_ITEMS = 20.0
OWN_ITEMS = 4.0


@dataclass(frozen=True, slots=True)
class Record:
    """`x` (q, 7) columns in the order of NAMES; `n` (q,) items, the older counting less; `newest` (q,) days since the
    newest known item, NaN when there is none.
    """

    x: Floats
    n: Floats
    newest: Floats


def logit(p: Floats) -> Floats:
    """Log odds of chances strictly between 0 and 1.

    >>> logit(np.array([0.5, 0.75])).round(2).tolist()
    [0.0, 1.1]
    """
    return np.asarray(np.log(p) - np.log1p(-p), np.float64)


@dataclass(frozen=True, slots=True)
class Book:
    """What was seen in the whole book, day by day: of every item, and of the items of each kind or place of work."""

    all: Faded
    matter: Faded


def book(known: Items) -> Book:
    """The whole book in the order of its days."""
    told = np.flatnonzero(known.matter >= 0)
    everything = _seen(known, np.zeros(known.due.size, np.int64))
    return Book(everything.faded(BASE_CLOCK), _seen(known.only(told), known.matter[told]).faded(CLOCKS[1]))


def _seen(known: Items, group: Ints) -> Tally:
    """How many items and how many late ones were known of each group by each day."""
    return tally(group, known.known, (np.ones(known.due.size), known.missed))


def record(known: Items, asked: Items, at: Floats, usual: float) -> Record:
    """The record as known at `at`, one row for each item asked about.

    `known` any items, future ones included (they are left out); `asked` (q,) items; `at` (q,) days; `usual` the shipped
    share of late items. Same order as `asked`.
    """
    return record_in(book(known), known, asked, at, usual)


def record_in(whole: Book, known: Items, asked: Items, at: Floats, usual: float) -> Record:
    """The record as `record` gives it, for a book whose days are in order already."""
    told = Record(np.zeros((at.size, len(NAMES))), np.zeros(at.size), np.full(at.size, np.nan))
    for own, mine in slices(known.party, asked.party):
        part = own_record(whole, known.only(own), asked.only(mine), at[mine], usual)
        told.x[mine], told.n[mine], told.newest[mine] = part.x, part.n, part.newest
    return told


def own_record(whole: Book, own: Items, asked: Items, at: Floats, usual: float) -> Record:
    """The record of some parties: `own` every item of theirs, `whole` the book they stand in, the rest as `record`."""
    base = _rate(whole.all, at, usual)
    x = np.zeros((at.size, len(NAMES)))
    x[:, 0], x[:, 1] = 1.0, logit(base)
    theirs = _seen(own, own.party)
    cell = theirs.cell(asked.party, at)
    n = np.zeros(at.size)
    for column, clock in enumerate(CLOCKS, start=2):
        weight, missed = theirs.faded(clock).read(cell, at)
        x[:, column] = _shrunk(weight, missed, base)
        n = weight if clock == CLOCKS[1] else n
    weight, missed = whole.matter.of(asked.matter, at)
    x[:, NAMES.index("matter")] = _shrunk(weight, missed, base)
    x[:, NAMES.index("busy")] = busy(own, asked, at)
    days = theirs.days[cell] if theirs.days.size else np.full(at.size, np.nan)
    return Record(x, n, np.where(cell >= 0, at - days, np.nan))


def _rate(seen: Faded, at: Floats, usual: float) -> Floats:
    """Recent share of late items in the whole book, little evidence pulled to the shipped share."""
    days, where = np.unique(at, return_inverse=True)
    weight, missed = seen.of(np.zeros(days.size, np.int64), days)
    return ((missed + BASE_ITEMS * usual) / (weight + BASE_ITEMS))[where.reshape(-1)]


def _shrunk(weight: Floats, missed: Floats, base: Floats) -> Floats:
    """Log odds of being late against the base, with OWN_ITEMS items' worth of the base added."""
    return logit((missed + OWN_ITEMS * base) / (weight + OWN_ITEMS)) - logit(base)
