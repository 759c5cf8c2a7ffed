"""The late items of the whole book on each day: how many days late they came, and how many are still out.

They are the background of every counterparty's own late items, scaled to a few items' worth.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures import trained_promptness as shipped
from goodwill.measures.due_items import Items
from goodwill.measures.late_tally import tally

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CLOCK = 365.0
POOL_ITEMS = 8.0
SHIPPED_ITEMS = 4.0


@dataclass(frozen=True, slots=True)
class Pool:
    """`late` (v,) the distinct days late of the book and of the shipped figures, ascending; for each of `days` (d,) the
    weight `settled` (d, v) so many days late, the weight `out` (d, v) not settled sooner than that, and the places
    `first` and `last` (d,) of the fewest and the most days late that anything was settled.
    """

    late: Floats
    days: Floats
    settled: Floats
    out: Floats
    first: Ints
    last: Ints


@dataclass(frozen=True, slots=True)
class Late:
    """Late items: `party`, `due`, the day each is `known` to be late, and the day it is `over` (inf while out)."""

    party: Ints
    due: Floats
    known: Floats
    settled: Floats
    over: Floats

    def faded(self, day: Floats) -> Floats:
        """The weight of each item on a day of its own, on which it is known."""
        return np.asarray(np.exp2(-(day - self.known) / CLOCK), np.float64)


def late_items(known: Items) -> Late:
    """The late items, whenever they are known to be so, in the order of their due days."""
    late = known.only(np.flatnonzero(known.missed > 0))
    late = late.only(np.argsort(late.due, kind="stable"))
    settled = np.where(np.isnan(late.settled), np.inf, late.settled)
    return Late(late.party, late.due, late.known, settled, np.maximum(settled, late.known))


def days_late(late: Late) -> Floats:
    """The distinct days late of what was settled, and of the shipped figures, ascending."""
    done = np.isfinite(late.settled)
    return np.unique(np.concatenate([late.settled[done] - late.due[done], shipped.DAYS_LATE]))


def pool(late: Late, grid: Floats, days: Floats) -> Pool:
    """The pool on some days, ascending; `grid` from `days_late`."""
    done = np.flatnonzero(np.isfinite(late.settled))
    place = np.searchsorted(grid, late.settled[done] - late.due[done])
    over = late.over[done]
    weight = late.faded(late.over)[done]
    every = np.tile(np.arange(grid.size), days.size), np.repeat(days, grid.size)
    settled = tally(place, over, (weight,)).faded(CLOCK).of(*every)[0].reshape(days.size, grid.size)
    out = beyond(settled) + _still_out(late, grid, days)
    scale = np.divide(POOL_ITEMS, out[:, :1], out=np.zeros((days.size, 1)), where=out[:, :1] > 0)
    own = _shipped(grid)
    settled, out = settled * scale + own, out * scale + beyond(own)
    some = settled > 0
    return Pool(grid, days, settled, out, some.argmax(1), grid.size - 1 - some[:, ::-1].argmax(1))


def beyond(weight: Floats) -> Floats:
    """The weight at or beyond each place of the last axis."""
    return np.asarray(np.cumsum(weight[..., ::-1], axis=-1)[..., ::-1], np.float64)


def _shipped(grid: Floats) -> Floats:
    """The shipped days late, SHIPPED_ITEMS in all."""
    place = np.searchsorted(grid, shipped.DAYS_LATE)
    return np.asarray(np.bincount(place, minlength=grid.size) * (SHIPPED_ITEMS / shipped.DAYS_LATE.size), np.float64)


def _still_out(late: Late, grid: Floats, days: Floats) -> Floats:
    """The weight of the items still out on each day that are at least so many days late, (d, v).

    An item out for longer than any was ever out before being settled stays out, so these need only be faded.
    """
    dues, place = np.unique(late.due, return_inverse=True)
    order = np.argsort(late.over, kind="stable")
    gone = np.searchsorted(late.over[order], days, side="right")
    count = np.bincount(place, minlength=dues.size).astype(np.float64)
    ends, olds = (np.searchsorted(dues, days - back, side="right") for back in (1.0, grid[-1]))
    told, old, before = np.zeros((days.size, grid.size)), 0.0, days[0] if days.size else 0.0
    left = last = 0
    for row, day in enumerate(days):
        np.subtract.at(count, place[order[last : gone[row]]], 1.0)
        window = count[left : ends[row]] * np.exp2(-(day - 1.0 - dues[left : ends[row]]) / CLOCK)
        sums = np.append(0.0, np.cumsum(window))
        old *= np.exp2(-(day - before) / CLOCK)
        told[row] = old + sums[np.searchsorted(dues[left : ends[row]], day - grid, side="right")]
        old += sums[olds[row] - left]
        left, last, before = olds[row], gone[row], day
    return told
