"""A track is what is remembered of each party: running sums on several clocks, read as of any later day."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_scan import latest, recurrence
from goodwill.measures.network_timeline import Groups, Line

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
EVER = 1e9  # a half-life in days that never comes
NEVER = 5_000.0  # days without an event that count as never


@dataclass(frozen=True, slots=True)
class Track:
    """Running sums over one line with their half-lives in days, and marks: days or values remembered as they stood."""

    line: Line
    sums: dict[str, tuple[NDArray[np.float32], float]]
    marks: dict[str, Floats]

    def read(self, name: str, place: Ints, now: Floats) -> Floats:
        """Return the sum `name` at the groups `place` faded to `now` in days; 0 where place is -1."""
        held, half_life = self.sums[name]
        if not len(held):
            return np.zeros(len(place))
        value = held[place].astype(float)
        if half_life < EVER:
            value *= np.exp2((self.line.days(place) - now) / half_life)
        value[place < 0] = 0.0
        return value

    def since(self, name: str, place: Ints, now: Floats) -> Floats:
        """Return days from the remembered day `name` to `now`, at most 5,000; 5,000 where there is none."""
        held = self.marks[name]
        if not len(held):
            return np.full(len(place), NEVER)
        return np.where(place >= 0, np.minimum(now - held[place], NEVER), NEVER)

    def mark(self, name: str, place: Ints, otherwise: Floats | float = 0.0) -> Floats:
        """Return the remembered value `name`, and `otherwise` where place is -1."""
        held = self.marks[name]
        return np.where(place >= 0, held[place], otherwise) if len(held) else np.zeros(len(place)) + otherwise


def track(groups: Groups, amounts: dict[str, tuple[Floats, float]], marks: dict[str, Floats]) -> Track:
    """Sum each amount (one value a group, half-life in days) along its party's run.

    >>> from goodwill.measures.network_timeline import groups
    >>> heard = groups(np.array([7, 7]), np.array([0, 1]), np.array([0.0, 60.0]))
    >>> held = track(heard, {"good": (np.ones(2), 60.0)}, {})
    >>> held.read("good", np.array([0, 1, -1]), np.array([60.0, 120.0, 5.0])).tolist()
    [0.5, 0.75, 0.0]
    """
    sums: dict[str, tuple[NDArray[np.float32], float]] = {}
    for half_life in sorted({life for _, life in amounts.values()}):
        fade = groups.fade(half_life)
        for name, (amount, life) in amounts.items():
            if life == half_life:
                sums[name] = (recurrence(fade, amount).astype(np.float32), life)
    return Track(groups.line, sums, marks)


def newest_day(groups: Groups, marked: NDArray[np.bool_]) -> Floats:
    """Return for each group the day of the newest marked group of its party so far, minus infinity when none."""
    place = latest(marked, groups.start)
    return np.where(place >= 0, groups.line.days(place), -np.inf)


def first_day(groups: Groups) -> Floats:
    """Return for each group the day of its party's first."""
    return groups.line.days(groups.start)
