"""How many days late each open item is likely to be: the record's own late items, filled up from the book's.

Equations. Own late items weigh 2^(-age/365); the book's are scaled to POOL_ITEMS items' worth and the shipped quantiles
to SHIPPED_ITEMS, so that a counterparty with no late item has the book's days and an empty book the shipped ones. The
share later than each number of days is the product-limit estimate of `lateness`, worked out for many moments at once on
the distinct days late of the book. For the item as a whole the level q of the days is 0 while q <= 1 - P(late), else
level (q - 1 + P) / P of the late.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.due_items import Items
from goodwill.measures.late_outs import outs
from goodwill.measures.late_pool import CLOCK, Late, Pool, beyond, late_items
from goodwill.measures.late_rows import Entries, Rows, histograms, rows
from goodwill.measures.lateness import LEFT, TAIL

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LEVELS = (0.5, 0.8, 0.95)


@dataclass(frozen=True, slots=True)
class DaysLate:
    """`if_late` (q, 3) days at LEVELS if late at all, `whole` (q, 3) of the item as a whole, `average` (q,) if late."""

    if_late: Floats
    whole: Floats
    average: Floats


@dataclass(frozen=True, slots=True)
class Curves:
    """The share `beyond` (m, v) of late items later than `late` (v,) days, at m moments; `first` and `last` (m,) are
    the places at which it first and last falls.
    """

    late: Floats
    beyond: Floats
    first: Ints
    last: Ints


def own_days_late(book: Pool, own: Items, asked: Items, at: Floats, p_late: Floats) -> DaysLate:
    """Days late by quantiles for each item asked about, as known on the day of asking.

    `book` the pool on the days asked, `own` every item of the parties asked about, `asked` (q,) items, `at` (q,) days,
    `p_late` (q,) chances. Source: see the module.
    """
    already, p = np.maximum(at - asked.due, 0.0), np.maximum(p_late, 1e-9)
    levels = np.asarray(LEVELS)
    deep = (levels - 1 + p[:, None]) / p[:, None]
    wanted = np.concatenate([np.broadcast_to(levels, deep.shape), np.maximum(deep, 0.0)], axis=1)
    days, average = np.zeros(wanted.shape), np.zeros(at.size)
    moments = rows(asked.party, at, book.days)
    for part, made in curves(book, late_items(own), moments):
        mine, row = moments.within(part)
        days[mine], average[mine] = _told(made, row, already[mine], wanted[mine])
    return DaysLate(days[:, :3], np.where(deep > 0, days[:, 3:], 0.0), average)


def curves(book: Pool, late: Late, moments: Rows) -> Iterator[tuple[slice, Curves]]:
    """Yield blocks of moments with the share of late items later than each number of days."""
    size = book.late.size
    waiting = outs(late, book.late, moments)
    for part, past in histograms(moments, _entries(late, book.late), size + 1, CLOCK):
        day = moments.place[part]
        still = past[:, :-1] + waiting(part)
        still[:, -1] += past[:, -1]
        settled = past[:, :-1] + book.settled[day]
        out = beyond(still) + book.out[day]
        share = np.divide(settled, out, out=np.zeros_like(out), where=out > 0)
        later = np.multiply.accumulate(1 - np.minimum(share, 1.0), axis=1)
        yield part, Curves(book.late, later, book.first[day], book.last[day])


def _entries(late: Late, grid: Floats) -> Entries:
    """What was settled late by its days late; in one more bin what has been out for longer than any of them."""
    done = np.isfinite(late.settled)
    day = np.where(done, late.over, late.due + grid[-1])
    place = np.full(done.size, grid.size)
    place[done] = np.searchsorted(grid, late.settled[done] - late.due[done])
    return Entries(late.party, day, place, late.faded(day))


def _told(made: Curves, row: Ints, already: Floats, wanted: Floats) -> tuple[Floats, Floats]:
    """Days late at the levels wanted (q, k) and on average (q,), given that each is `already` (q,) so late."""
    place = np.searchsorted(made.late, already, side="right")
    left = np.where(place > 0, made.beyond[row, place - 1], 1.0)
    found = _first_at(made.beyond, row, (1 - wanted) * left[:, None] + 1e-12)
    found = np.clip(found, made.first[row][:, None], made.last[row][:, None])
    days = np.maximum(made.late[found], already[:, None])
    average = _mean(made, row, already, left)
    longest = np.maximum(already, made.late[made.last[row]])
    gone = left <= LEFT
    days[gone] = longest[gone, None] * (1 - wanted[gone]) ** (-1 / TAIL)
    return days, np.where(gone, longest * TAIL / (TAIL - 1), average)


def _first_at(falling: Floats, row: Ints, level: Floats) -> Ints:
    """The first place at which each row asked for has fallen to the level (q, k); its length where it never does."""
    width = falling.shape[1]
    low, high = np.zeros(level.shape, np.int64), np.full(level.shape, width)
    flat, begin = falling.reshape(-1), row[:, None] * width
    for _ in range(width.bit_length()):
        middle = (low + high) // 2
        above = flat[begin + np.minimum(middle, width - 1)] > level
        low, high = np.where(above & (low < high), middle + 1, low), np.where(above, high, middle)
    return low


def _mean(made: Curves, row: Ints, already: Floats, left: Floats) -> Floats:
    """Days late on average, as far as the record reaches: the sum of the shares later than each day."""
    rest = made.beyond[:, -1]
    summed = (made.late[0] + made.beyond[:, :-1] @ np.diff(made.late) - made.late[-1] * rest)[row]
    place = np.searchsorted(made.late, already, side="right")
    some = np.flatnonzero(place)
    if some.size:
        used, where = np.unique(row[some], return_inverse=True)
        fall = -np.diff(made.beyond[used], prepend=1.0, axis=1) * made.late
        ahead = np.concatenate([beyond(fall), np.zeros((used.size, 1))], axis=1)
        summed[some] = ahead[where, place[some]]
    end = rest[row] * np.maximum(made.late[made.last[row]], already)
    return np.asarray((summed + end) / np.where(left > 0, left, 1.0), np.float64)
