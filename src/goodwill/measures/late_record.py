"""What a counterparty's own record says of the next item, as far as it was known on the day of asking.

Recent items weigh more (half after 60 and after 365 days, and a third clock that never forgets), and little evidence is
pulled towards what is usual in the whole book, which itself is pulled towards a shipped figure. A counterparty with
more falling due than usual is likelier to be late with each.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.due_items import Items

Floats = NDArray[np.float64]

NAMES = ("start", "usual", "own60", "own365", "own", "matter", "busy")
CLOCKS = (60.0, 365.0, np.inf)
BASE_CLOCK = 180.0
YEAR = 365.0
LEAST_SPAN = 30.0
BASE_ITEMS = 20.0
OWN_ITEMS = 4.0
ROWS = 256


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


def record(known: Items, asked: Items, at: Floats, usual: float) -> Record:
    """The record as known at `at`, one row for each item asked about.

    `known` any items, future ones included (they are left out); `asked` (q,) items; `at` (q,) days; `usual` the shipped
    share of late items. Same order as `asked`.
    """
    base = _rate(known, at, usual)
    rows = np.zeros((asked.due.size, len(NAMES)))
    n, newest = np.zeros(at.size), np.full(at.size, np.nan)
    for party in np.unique(asked.party):
        own = known.only(known.party == party)
        mine = np.flatnonzero(asked.party == party)
        for part in np.split(mine, range(ROWS, mine.size, ROWS)):
            rows[part], n[part], newest[part] = _own(own, at[part], base[part])
            rows[part, NAMES.index("busy")] = _busy(own, asked.due[part], at[part])
    rows[:, NAMES.index("matter")] = _matter(known, asked, at, base)
    return Record(rows, n, newest)


def _age(items: Items, at: Floats) -> Floats:
    """Days since each item was known, one row a day of asking; below 0 when it was not known yet."""
    return np.asarray(at[:, None] - items.known[None, :])


def _weight(age: Floats, clock: float) -> Floats:
    """Weight of each item on one clock, 0 when it was not known yet."""
    return np.where(age >= 0, np.exp2(-np.maximum(age, 0.0) / clock), 0.0)


def _rate(known: Items, at: Floats, usual: float) -> Floats:
    """Recent share of late items in the whole book, little evidence pulled to the shipped share."""
    days, where = np.unique(at, return_inverse=True)
    rate = np.full(days.size, usual)
    for part in np.split(np.arange(days.size), range(ROWS, days.size, ROWS)):
        if part.size and known.due.size:
            weight = _weight(_age(known, days[part]), BASE_CLOCK)
            rate[part] = (weight @ known.missed + BASE_ITEMS * usual) / (weight.sum(1) + BASE_ITEMS)
    return rate[where.reshape(-1)]


def _shrunk(weight: Floats, missed: Floats, base: Floats) -> Floats:
    """Log odds of being late against the base, with OWN_ITEMS items' worth of the base added."""
    return logit((weight @ missed + OWN_ITEMS * base) / (weight.sum(1) + OWN_ITEMS)) - logit(base)


def _own(own: Items, at: Floats, base: Floats) -> tuple[Floats, Floats, Floats]:
    """Columns, effective number and age of the newest item for one counterparty."""
    x = np.zeros((at.size, len(NAMES)))
    x[:, 0], x[:, 1] = 1.0, logit(base)
    if not own.due.size:
        return x, np.zeros(at.size), np.full(at.size, np.nan)
    age = _age(own, at)
    for column, clock in enumerate(CLOCKS, start=2):
        x[:, column] = _shrunk(_weight(age, clock), own.missed, base)
    newest = np.where(age >= 0, age, np.inf).min(1)
    return x, _weight(age, CLOCKS[1]).sum(1), np.where(np.isfinite(newest), newest, np.nan)


def _busy(own: Items, due: Floats, at: Floats) -> Floats:
    """How much more falls due from this counterparty until the item's day than in a like span of the year before.

    log(1 + other open items due by then) - log(1 + expected), 0 without a past.
    """
    days, asked = own.due[None, :], at[:, None]
    awaited = (days > asked) & (days <= due[:, None]) & ~(own.settled[None, :] <= asked) & ~(own.sent[None, :] > asked)
    others = np.maximum(awaited.sum(1) - (awaited & (days == due[:, None])).any(1), 0)
    earlier = days <= asked
    first = np.where(earlier, days, np.inf).min(1, initial=np.inf)
    span = np.clip(at - first, LEAST_SPAN, YEAR)
    pace = (earlier & (days > asked - YEAR)).sum(1) / span
    return np.where(np.isfinite(first), np.log1p(others) - np.log1p(pace * np.maximum(due - at, 0.0)), 0.0)


def _matter(known: Items, asked: Items, at: Floats, base: Floats) -> Floats:
    """Log odds of being late in the same kind or place of work, whoever did it, against the base."""
    told = np.zeros(at.size)
    for matter in np.unique(asked.matter[asked.matter >= 0]):
        same = known.only(known.matter == matter)
        mine = np.flatnonzero(asked.matter == matter)
        for part in np.split(mine, range(ROWS, mine.size, ROWS)):
            told[part] = _shrunk(_weight(_age(same, at[part]), CLOCKS[1]), same.missed, base[part])
    return told


def still_open(known: Items, asked: Items, at: Floats) -> Floats:
    """Share of the items that end on time which are still open as long before their day as each one asked about.

    An item not settled the day before it is due is likelier late than the same item a month before. Own items settled
    on time (one-year clock) with OWN_ITEMS items' worth of the book's, and those with OWN_ITEMS settled on their day.
    Returns (q,) shares above 0.
    """
    told = np.zeros(at.size)
    for i, (party, lead, day) in enumerate(zip(asked.party, asked.due - at, at, strict=True)):
        weight = _weight(day - known.known, CLOCKS[1]) * (1 - known.missed)
        open_then = weight * (known.due - known.settled <= max(float(lead), 0.0))
        book = (np.nansum(open_then) + OWN_ITEMS) / (weight.sum() + OWN_ITEMS)
        own = known.party == party
        told[i] = (np.nansum(open_then[own]) + OWN_ITEMS * book) / (weight[own].sum() + OWN_ITEMS)
    return told
