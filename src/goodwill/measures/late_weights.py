"""How much each part of a record counts in this book, learnt only from what was known before each quarter.

The weights are fixed at the start of a quarter, so the same question on the same day has the same answer whatever else
is asked with it.
"""

import numpy as np
from numpy.typing import NDArray

from goodwill.measures import trained_promptness as shipped
from goodwill.measures.due_items import Items
from goodwill.measures.hurdle import Weights, learnt, spread
from goodwill.measures.late_record import record

Floats = NDArray[np.float64]

HORIZON = 30.0
QUARTER = 91.0
LATEST = 2000

SHIPPED = Weights(shipped.WEIGHTS, shipped.PRECISION)


def additive_terms(known: Items, x: Floats, at: Floats, *, learn: bool) -> tuple[Floats, Floats]:
    """The additive terms of the log odds and the variance that comes from the weights.

    `x` (q, f) columns of the record, `at` (q,) days. Returns (q, f) and (q,).
    """
    if not learn or not known.due.size:
        return x * SHIPPED.mean, spread(SHIPPED, x)
    quarter = np.floor(at / QUARTER) * QUARTER
    past = known.only(_newest(known, quarter))
    seen = record(known, past, past.due - HORIZON, shipped.USUAL).x
    terms, variance = np.empty_like(x), np.empty(at.size)
    for start in np.unique(quarter):
        rows = _newest(past, np.array([start]))
        weights = learnt(SHIPPED, seen[rows], past.missed[rows])
        mine = quarter == start
        terms[mine], variance[mine] = x[mine] * weights.mean, spread(weights, x[mine])
    return terms, variance


def _newest(known: Items, starts: Floats) -> NDArray[np.int64]:
    """Places of the items to learn from: for each start the newest LATEST known before it."""
    order = np.argsort(known.known, kind="stable")
    ends = np.searchsorted(known.known[order], starts, side="left")
    return np.unique(np.concatenate([order[max(0, end - LATEST) : end] for end in np.unique(ends)]))
