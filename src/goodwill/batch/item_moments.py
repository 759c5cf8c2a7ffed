"""When each item is asked about, so that nothing of what came after is known.

A settled item is asked about at the beginning of the day on which it was issued or ordered, of its due day or of the
day it was settled, whichever is first. An open one is asked about at the end of the day from which the file is judged.
Where the day of issue is not told it is taken to be 45 days before the due day.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.item_table import Table
from goodwill.measures.due_items import Items

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
DECISION = 45.0
BEFORE = 0.5


@dataclass(frozen=True, slots=True)
class Moments:
    """The items known on a day and the questions about them: `known` items, `rows` of the table they stand in, `at`
    when each is asked about, `open` which are open.
    """

    known: Items
    rows: Ints
    at: Floats
    open: NDArray[np.bool_]

    @property
    def days(self) -> Floats:
        """The day of each question: what came before it is known, for an open item also the day itself."""
        return np.where(self.open, self.at, self.at + BEFORE)


def last_day(told: Table, today: float) -> float:
    """The last day on which anything was issued or settled, not after today."""
    seen = np.concatenate([told.issued, told.settled])
    seen = seen[seen <= today]
    return float(seen.max()) if seen.size else today


def moments(told: Table, as_of: float) -> Moments:
    """Return the items as they were known at the end of a day."""
    assumed = np.where(np.isnan(told.issued), told.due - DECISION, told.issued)
    asked = np.fmin(np.fmin(assumed, told.due), told.settled)
    rows = np.flatnonzero(np.where(np.isnan(told.issued), asked, told.issued) <= as_of)
    settled = np.where(told.settled[rows] <= as_of, told.settled[rows], np.nan)
    sent = np.where(np.isnan(told.issued[rows]), told.due[rows], told.issued[rows])
    known = Items(told.party[rows], told.due[rows], settled, told.matter[rows], sent)
    waiting = np.isnan(settled)
    return Moments(known, rows, np.where(waiting, as_of, asked[rows] - BEFORE), waiting)
