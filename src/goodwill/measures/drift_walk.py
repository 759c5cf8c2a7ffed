"""The sum of slips as it climbs and falls, event by event, and what it leaves of the usual."""

from collections.abc import Callable
from math import log

from goodwill.measures.drift_threshold import threshold
from goodwill.measures.drift_usual import Usual

LEAST = 4
JOINING = 8
LOWEST = log(4)
CAUTION = 1.2
PAYBACK = 0.5
MEMORY = 4.0


class Walk:
    """Where the sum stands, since when it has been above nothing, and every alarm.

    The first events of a climb join the usual as they come, so that a handful of events cannot look sure of
    itself; later ones wait until the climb has ended, so that a lasting change never becomes the usual by itself. At
    an alarm those that joined are taken back and the climb is dated anew, from where it stands out most against what
    was usual before it; the flagged spell never joins.
    """

    __slots__ = ("_events", "_joined", "_waiting", "alarm", "alarms", "height", "since", "total", "usual")

    def __init__(self, usual: Usual, events: Callable[[int], float]) -> None:
        self.usual, self._events = usual, events
        self.total, self.height = 0.0, 0.0
        self.since: int | None = None
        self.alarm: int | None = None
        self.alarms: list[int] = []
        self._joined: list[float] = []
        self._waiting: list[float] = []

    def take(self, i: int, value: float) -> float:
        """The sum after event `i`."""
        if len(self.usual.values) < LEAST:
            self.usual.learn(value)
            return 0.0
        step = self.usual.step(value)
        if self.alarm is None:
            self.total = max(0.0, self.total + step)
        else:
            step -= PAYBACK if step < 0 else 0.0
            self.total = min(max(0.0, self.total + step), self.height + MEMORY)
        if self.total > 0.0:
            self._climb(i, value)
        else:
            self._rest(value)
        return self.total

    def asked(self, i: int) -> float:
        """The height asked for at event `i`: that of the climb, or of one that began now."""
        if self.height:
            return self.height
        slip = self._joined[0] if self._joined else self.usual.values[-1]
        for value in self._joined:
            self.usual.forget(value)
        steps = self.usual.steps(slip)
        for value in self._joined:
            self.usual.learn(value)
        return max(threshold(steps, self._events(i) * CAUTION), float(steps.max()), LOWEST)

    def _climb(self, i: int, value: float) -> None:
        if self.alarm is not None:
            return
        self.since = i if self.since is None else self.since
        if len(self._joined) < JOINING:
            self._joined.append(value)
            self.usual.learn(value)
        else:
            self._waiting.append(value)
        if self.total > LOWEST:
            self.height = self.asked(i)
            if self.total > self.height:
                self._flag(i)

    def _flag(self, i: int) -> None:
        self.alarm = i
        self.alarms.append(i)
        for value in self._joined:
            self.usual.forget(value)
        climb = self._joined + self._waiting
        total, start = 0.0, 0
        for j, value in enumerate(climb[:-1]):
            total = max(0.0, total + self.usual.step(value))
            start = j + 1 if total == 0.0 else start
        for value in climb[:start]:
            self.usual.learn(value)
        self.since = i + 1 - len(climb) + start
        self._joined, self._waiting = [], []

    def _rest(self, value: float) -> None:
        if self.alarm is None:
            for usual in (*self._waiting, value):
                self.usual.learn(usual)
        self.since, self.alarm, self.height = None, None, 0.0
        self._joined, self._waiting = [], []
