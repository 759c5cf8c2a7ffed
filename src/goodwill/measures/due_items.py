"""Things that were due on a day: invoices to pay, goods to deliver, promises with a date, and when they were settled.

What is known of an item grows with time. An item settled by its day is known to be on time from the day it was settled;
an item still out is known to be late from the day after it was due, and how late only once it is settled.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Items:
    """Items due, one per place: `party` (n,) integer codes, `due` and `settled` (n,) days on one calendar (settled is
    NaN while open), `matter` (n,) integer codes of the kind or place of the work
    (-1 when unknown), `sent` (n,) days from which it was known to be due. Make one with `items`.
    """

    party: Ints
    due: Floats
    settled: Floats
    matter: Ints
    sent: Floats

    @property
    def missed(self) -> Floats:
        """1.0 where an item was not settled by its day, else 0.0 (meaningful once it is known)."""
        return np.where(self.settled <= self.due, 0.0, 1.0)

    @property
    def known(self) -> Floats:
        """The day from which it is known whether the item is late (an open one: the day after it was due)."""
        return np.where(self.settled <= self.due, self.settled, self.due + 1.0)

    def only(self, where: Bools | Ints) -> "Items":
        """The items at these places."""
        return Items(self.party[where], self.due[where], self.settled[where], self.matter[where], self.sent[where])


def items(
    party: ArrayLike,
    due: ArrayLike,
    settled: ArrayLike | None = None,
    matter: ArrayLike | None = None,
    sent: ArrayLike | None = None,
) -> Items:
    """Items due, checked: who owes them, by which day, and when they were settled.

    `party` (n,): integer codes; `due` (n,): days; `settled` (n,): days, NaN while open (None = all open);
    `matter` (n,): integer codes of the kind or place of the work, -1 when unknown; `sent` (n,): days from
    which it was known to be due, NaN or None = known all along (give it to replay the past). Raises
    ValueError for lengths that differ or a due day that is not finite.

    >>> items([0, 0], due=[10, 20], settled=[12, np.nan]).known.tolist()
    [11.0, 21.0]
    """
    days = np.atleast_1d(np.asarray(due, np.float64))
    empty = np.full(days.shape, np.nan)
    made = Items(
        party=np.atleast_1d(np.asarray(party, np.int64)),
        due=days,
        settled=empty if settled is None else np.atleast_1d(np.asarray(settled, np.float64)),
        matter=np.full(days.shape, -1) if matter is None else np.atleast_1d(np.asarray(matter, np.int64)),
        sent=empty if sent is None else np.atleast_1d(np.asarray(sent, np.float64)),
    )
    shapes = {c.shape for c in (made.party, made.due, made.settled, made.matter, made.sent)}
    if len(shapes) != 1 or days.ndim != 1:
        raise ValueError(f"every column must be 1-d and of one length, got {sorted(shapes)}")
    if not np.isfinite(days).all():
        raise ValueError("every item needs a due day")
    return made
