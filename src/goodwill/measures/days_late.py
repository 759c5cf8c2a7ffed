"""How many days late each open item is likely to be: the record's own late items, filled up from the book's.

Equations. Own late items weigh 2^(-age/365); the book's are scaled to POOL_ITEMS items' worth and the shipped quantiles
to SHIPPED_ITEMS, so that a counterparty with no late item has the book's days and an empty book the shipped ones.
For the item as a whole the level q of the days is 0 while q <= 1 - P(late), else level (q - 1 + P) / P of the late.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures import trained_promptness as shipped
from goodwill.measures.due_items import Items
from goodwill.measures.lateness import Lateness, joined, mean, quantiles, survival

Floats = NDArray[np.float64]

LEVELS = (0.5, 0.8, 0.95)
CLOCK = 365.0
POOL_ITEMS = 8.0
SHIPPED_ITEMS = 4.0
SHIPPED = Lateness(shipped.DAYS_LATE, np.zeros(shipped.DAYS_LATE.size, np.bool_), np.ones(shipped.DAYS_LATE.size))


@dataclass(frozen=True, slots=True)
class DaysLate:
    """`if_late` (q, 3) days at LEVELS if late at all, `whole` (q, 3) of the item as a whole, `average` (q,) if late."""

    if_late: Floats
    whole: Floats
    average: Floats


def late_items(known: Items, at: float) -> Lateness:
    """The items known to be late on a day; one still out is at least as late as it is now."""
    late = known.only((known.known <= at) & (known.missed > 0))
    out = ~(late.settled <= at)
    days = np.where(out, at, late.settled) - late.due
    return Lateness(days, out, np.exp2(-(at - late.known) / CLOCK))


def days_late(known: Items, asked: Items, at: Floats, p_late: Floats) -> DaysLate:
    """Days late by quantiles for each item asked about, as known on the day of asking.

    `known` and `asked` as for `promptness.risk`, `at` (q,) days, `p_late` (q,) chances. Source: see the module.
    """
    shape = (asked.due.size, len(LEVELS))
    if_late, whole, average = np.zeros(shape), np.zeros(shape), np.zeros(asked.due.size)
    levels = np.asarray(LEVELS)
    for day in np.unique(at):
        pool = joined(late_items(known, float(day)).scaled(POOL_ITEMS), SHIPPED.scaled(SHIPPED_ITEMS))
        for party in np.unique(asked.party[at == day]):
            own = late_items(known.only(known.party == party), float(day))
            curve = survival(joined(own, pool))
            for i in np.flatnonzero((asked.party == party) & (at == day)):
                already, p = max(float(day - asked.due[i]), 0.0), max(float(p_late[i]), 1e-9)
                if_late[i] = quantiles(curve, levels, already)
                deep = (levels - 1 + p) / p
                whole[i] = np.where(deep > 0, quantiles(curve, np.maximum(deep, 0.0), already), 0.0)
                average[i] = mean(curve, already)
    return DaysLate(if_late, whole, average)
