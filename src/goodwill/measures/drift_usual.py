"""How much more likely an event is in a worse time than in the usual one, by nothing but the pair's own events.

Half of the ratio looks at the place of the event among all so far: in a worse time it is like the worst of three.
The other half looks at the days: in a worse time a thing is as many times likelier as the root of (1 + days) is
greater. Whatever the payer (hardly ever late, irregular, two sorts of invoice, long tails), the ratio has mean 1 as
long as the order of the events says nothing: it is averaged over the event and all before it, ties shared.

Sources: Lehmann 1953 (Annals of Mathematical Statistics 24, the worst of k as the alternative of a rank test);
Vovk, Gammerman and Shafer 2005 (Algorithmic Learning in a Random World, ratios that hold for any law).
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from math import log

import numpy as np
from numpy.typing import NDArray

FARTHEST = 60.0
FORGETTING = 0.05


class Usual:
    """The events one pair is used to, sorted, and what one more of them tells."""

    __slots__ = ("_weights", "by_days", "values")

    def __init__(self, values: Iterable[float] = (), *, by_days: bool) -> None:
        self.values = sorted(values)
        self.by_days = by_days
        self._weights = sum(map(_weight, self.values)) if by_days else 0.0

    def learn(self, value: float) -> None:
        """Take one more event as usual."""
        insort(self.values, value)
        if self.by_days:
            self._weights += _weight(value)

    def forget(self, value: float) -> None:
        """Take back an event that was learnt."""
        del self.values[bisect_left(self.values, value)]
        if self.by_days:
            self._weights -= _weight(value)

    def step(self, value: float) -> float:
        """Logarithm of the ratio for one more event, less a little so that old slips are forgotten.

        >>> usual = Usual([0, 0, 0, 0, 3, 0, 0, 0], by_days=True)
        >>> [round(usual.step(days), 2) for days in (0, 3, 20)]
        [-0.22, 0.65, 1.0]
        """
        n = len(self.values) + 1
        low, high = bisect_left(self.values, value) / n, (bisect_right(self.values, value) + 1) / n
        ratio = low * low + low * high + high * high
        if self.by_days:
            weight = _weight(value)
            ratio = (ratio + weight * n / (self._weights + weight)) / 2
        return log(ratio) - FORGETTING

    def steps(self, slip: float) -> NDArray[np.float64]:
        """What each of these events and one such slip would add, once all of them are known."""
        x = np.sort(np.append(self.values, slip))
        low, high = np.searchsorted(x, x, "left") / x.size, np.searchsorted(x, x, "right") / x.size
        ratio = low * low + low * high + high * high
        if self.by_days:
            weights = np.sqrt(1 + np.minimum(x, FARTHEST))
            ratio = (ratio + weights / weights.mean()) / 2
        return np.asarray(np.log(ratio) - FORGETTING, np.float64)


def _weight(days: float) -> float:
    """Root of (1 + days); beyond sixty days no later is told from late."""
    return float((1 + min(days, FARTHEST)) ** 0.5)
