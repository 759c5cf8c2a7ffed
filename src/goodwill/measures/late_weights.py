"""How much each part of a record counts in this book, learnt only from what was known before each quarter.

The weights are fixed at the start of a quarter, so the same question on the same day has the same answer whatever else
is asked with it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures import trained_promptness as shipped
from goodwill.measures.due_items import Items
from goodwill.measures.hurdle import Weights, learnt, spread
from goodwill.measures.late_record import Book, record_in

Floats = NDArray[np.float64]

HORIZON = 30.0
QUARTER = 91.0
LATEST = 2000

SHIPPED = Weights(shipped.WEIGHTS, shipped.PRECISION)


@dataclass(frozen=True, slots=True)
class Learnt:
    """The weights of each quarter: its first day in `starts` (k,), ascending, and what was learnt by then."""

    starts: Floats
    weights: tuple[Weights, ...]

    def additive_terms(self, x: Floats, at: Floats) -> tuple[Floats, Floats]:
        """The additive terms of the log odds and the variance that comes from the weights.

        `x` (q, f) columns of the record, `at` (q,) days of these quarters. Returns (q, f) and (q,).
        """
        terms, variance = np.empty_like(x), np.empty(at.size)
        place = np.searchsorted(self.starts, quarter(at))
        order = np.argsort(place, kind="stable")
        used, first = np.unique(place[order], return_index=True)
        for which, mine in zip(used, np.split(order, first[1:]), strict=True):
            weights = self.weights[which]
            terms[mine], variance[mine] = x[mine] * weights.mean, spread(weights, x[mine])
        return terms, variance


def quarter(at: Floats) -> Floats:
    """The first day of the quarter of each day."""
    return np.asarray(np.floor(at / QUARTER) * QUARTER, np.float64)


def quarterly(whole: Book, known: Items, at: Floats, *, learn: bool) -> Learnt:
    """The weights of every quarter in which something is asked, `at` (q,); the shipped ones unless they may `learn`."""
    starts = np.unique(quarter(at))
    if not learn or not known.due.size:
        return Learnt(starts, (SHIPPED,) * starts.size)
    order = np.argsort(known.known, kind="stable")
    ends = np.searchsorted(known.known[order], starts, side="left")
    lessons = [order[max(0, end - LATEST) : end] for end in ends.tolist()]
    rows = np.unique(np.concatenate([order[:0], *lessons]))
    past = known.only(rows)
    seen = record_in(whole, known, past, past.due - HORIZON, shipped.USUAL).x
    places = [np.searchsorted(rows, lesson) for lesson in lessons]
    return Learnt(starts, tuple(learnt(SHIPPED, seen[mine], past.missed[mine]) for mine in places))
