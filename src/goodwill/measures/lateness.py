"""How many days late an item is likely to be, if it is late at all.

Averages mislead: a few very late items carry them. So the days are given by quantiles. An item
that is still open counts as "later than it is now", never as its days so far.

Equations. Product-limit estimate over weighted items, sorted by days: the share beyond each day is the product of
1 - (weight settled that day) / (weight not settled before it); open items leave the count without an event.

Source: Kaplan and Meier 1958 (JASA 53, 457-481).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

TAIL = 2.0
LEFT = 1e-9

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Lateness:
    """Late items: `days` late (above 0), `open` where the item is still out and will be later than that, `weight`."""

    days: Floats
    open: Bools
    weight: Floats

    def scaled(self, total: float) -> "Lateness":
        """The same items, their weights summing to `total`."""
        mass = float(self.weight.sum())
        return Lateness(self.days, self.open, self.weight * (total / mass if mass > 0 else 0.0))


def joined(*parts: Lateness) -> Lateness:
    """All the late items of several sources together."""
    return Lateness(
        np.concatenate([p.days for p in parts]),
        np.concatenate([p.open for p in parts]),
        np.concatenate([p.weight for p in parts]),
    )


def survival(late: Lateness) -> tuple[Floats, Floats]:
    """Days late in ascending order and the share of late items that are later than each.

    Returns two arrays (m,) of the days at which an item settled and the share beyond them. Source: Kaplan and Meier
    1958.

    >>> days, beyond = survival(Lateness(np.array([2.0, 5.0, 9.0]), np.array([False, True, False]), np.ones(3)))
    >>> days.tolist(), [round(b, 2) for b in beyond.tolist()]
    ([2.0, 9.0], [0.67, 0.0])
    """
    order = np.argsort(late.days, kind="stable")
    days, weight = late.days[order], late.weight[order]
    settled = np.where(late.open[order], 0.0, weight)
    steps, first = np.unique(days, return_index=True)
    if not steps.size:
        return steps, steps
    at_risk = np.cumsum(weight[::-1])[::-1][first]
    events = np.add.reduceat(settled, first)
    kept = (events > 0) & (at_risk > 0)
    beyond = np.cumprod(1 - np.minimum(events[kept] / at_risk[kept], 1.0))
    return steps[kept], np.asarray(beyond, np.float64)


def quantiles(curve: tuple[Floats, Floats], levels: ArrayLike, already: float = 0.0) -> Floats:
    """Days late at each level, given that an item is `already` that many days late.

    `curve` from `survival`; `levels` (k,) between 0 and 1; `already` >= 0 days. Returns (k,) days, none below
    `already`. Beyond the longest days on record the wait is taken to grow with itself: Pareto, shape 2.
    Source: the module.

    >>> curve = survival(Lateness(np.array([1.0, 4.0, 10.0, 30.0]), np.zeros(4, bool), np.ones(4)))
    >>> quantiles(curve, [0.5, 0.95]).tolist(), quantiles(curve, [0.5, 0.95], already=8).tolist()
    ([4.0, 30.0], [10.0, 30.0])
    """
    days, beyond = curve
    wanted = np.asarray(levels, np.float64)
    if not days.size:
        return np.full(wanted.shape, np.nan)
    left = _share_beyond(curve, already)
    if left <= LEFT:
        return np.asarray(max(already, float(days[-1])) * (1 - wanted) ** (-1 / TAIL), np.float64)
    place = np.searchsorted(-beyond, -(1 - wanted) * left - 1e-12, side="left")
    return np.maximum(days[np.minimum(place, days.size - 1)], already)


def mean(curve: tuple[Floats, Floats], already: float = 0.0) -> float:
    """Expected days late given `already` days late, as far as the record reaches.

    >>> curve = survival(Lateness(np.array([2.0, 4.0]), np.zeros(2, bool), np.ones(2)))
    >>> mean(curve), mean(curve, already=3)
    (3.0, 4.0)
    """
    days, beyond = curve
    left = _share_beyond(curve, already)
    if left <= LEFT or not days.size:
        return float(max(already, days[-1] if days.size else already)) * TAIL / (TAIL - 1)
    mass = np.where(days > already, -np.diff(beyond, prepend=1.0), 0.0)
    return float((mass @ days + beyond[-1] * max(float(days[-1]), already)) / (mass.sum() + beyond[-1]))


def _share_beyond(curve: tuple[Floats, Floats], already: float) -> float:
    """Share of late items later than `already`."""
    days, beyond = curve
    place = int(np.searchsorted(days, already, side="right"))
    return float(beyond[place - 1]) if place else 1.0
