"""A track is what is remembered of each party: running sums on several clocks, read as of any later day."""

from collections.abc import Iterable
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
class Look:
    """What a track held at some moments: one row a question, `known` where there was anything, `age` of the newest."""

    known: NDArray[np.bool_]
    age: Floats
    now: Floats
    held: dict[str, Floats]
    marks: dict[str, Floats]

    def __getitem__(self, name: str) -> Floats:
        """Return the sum `name`, faded to the moment; 0 where nothing was known."""
        return self.held[name]

    def count(self, clock: str) -> Floats:
        """Return good and bad together on one clock."""
        return self.held["good" + clock] + self.held["bad" + clock]

    def remembers(self, name: str) -> NDArray[np.bool_]:
        """Return where the day `name` is remembered."""
        return self.known & np.isfinite(self.marks[name])

    def since(self, name: str) -> Floats:
        """Return days from the remembered day `name`, at most 5,000; 5,000 where there is none."""
        return np.where(self.known, np.minimum(self.now - self.marks[name], NEVER), NEVER)


@dataclass(frozen=True, slots=True)
class Track:
    """Running sums over one line: a row a group, so that one question touches one place in memory."""

    line: Line
    rows: NDArray[np.float32]
    names: tuple[str, ...]
    half_lives: tuple[float, ...]
    marks: dict[str, NDArray[np.float32]]
    origin: float

    def look(self, place: Ints, now: Floats) -> Look:
        """Read the groups `place` (-1 for none) as of `now` in days; both 1-d of one length."""
        known = place >= 0
        if not len(self.rows):
            return self._nothing(known, now)
        age = np.where(known, now - self.line.days(place), NEVER)
        found = self.rows[np.maximum(place, 0)]
        left = {life: np.where(known, np.exp2(-age / life), 0.0) for life in set(self.half_lives)}
        held: dict[str, Floats] = {
            name: np.multiply(found[:, at], left[life], dtype=np.float64)
            for at, (name, life) in enumerate(zip(self.names, self.half_lives, strict=True))
        }
        marks: dict[str, Floats] = {name: np.array(day[place], dtype=np.float64) for name, day in self.marks.items()}
        return Look(known, age, now - self.origin, held, marks)

    def _nothing(self, known: NDArray[np.bool_], now: Floats) -> Look:
        empty = np.zeros(len(now))
        return Look(known, empty + NEVER, now, dict.fromkeys(self.names, empty), dict.fromkeys(self.marks, empty))


def track(
    groups: Groups, half_lives: dict[str, float], amounts: Iterable[NDArray[np.float32]], marks: dict[str, Floats]
) -> Track:
    """Sum each amount (one value a group) along its party's run; `half_lives` in days names them in their order.

    `marks` are days or values to be remembered as they stood. Equal half-lives should follow each other.

    >>> from goodwill.measures.network_timeline import groups
    >>> heard = groups(np.array([7, 7]), np.array([0, 1]), np.array([0.0, 60.0]))
    >>> held = track(heard, {"good": 60.0}, [np.ones(2, dtype=np.float32)], {})
    >>> held.look(np.array([0, 1, -1]), np.array([60.0, 120.0, 5.0]))["good"].tolist()
    [0.5, 0.75, 0.0]
    """
    rows = np.empty((len(groups.line.keys), len(half_lives)), dtype=np.float32)
    fade, last = np.zeros(0), -1.0
    for column, (life, amount) in enumerate(zip(half_lives.values(), amounts, strict=True)):
        if life != last:
            fade, last = groups.fade(life), life
        rows[:, column] = recurrence(fade, amount)
    kept = {name: mark.astype(np.float32) for name, mark in marks.items()}
    return Track(groups.line, rows, tuple(half_lives), tuple(half_lives.values()), kept, origin(groups))


def origin(groups: Groups) -> float:
    """Return the first day of the clock, from which remembered days count."""
    return float(groups.line.clock[0]) if len(groups.line.clock) else 0.0


def newest_day(groups: Groups, marked: NDArray[np.bool_]) -> Floats:
    """Return for each group the day (since the first of all) of its party's newest marked group, else -infinity."""
    place = latest(marked, groups.start)
    return np.where(place >= 0, groups.line.days(place) - origin(groups), -np.inf)


def opening(marked: NDArray[np.bool_], start: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return the first marked place of each run; `start` holds the first place of the run each place belongs to.

    >>> opening(np.array([False, True, True, True]), np.array([0, 0, 0, 3])).tolist()
    [False, True, False, True]
    """
    before: Ints = np.cumsum(marked) - marked
    first: NDArray[np.bool_] = marked & (before == before[start])
    return first


def first_day(groups: Groups) -> Floats:
    """Return for each group the day (since the first of all) of its party's first."""
    return groups.line.days(groups.start.astype(np.int64)) - origin(groups)
