"""Does more fall due from a counterparty than usual: what waits until a day, against a like span of the year before."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.due_items import Items
from goodwill.measures.due_waiting import counted
from goodwill.measures.late_tally import Calendar, calendar

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

YEAR = 365.0
LEAST_SPAN = 30.0


@dataclass(frozen=True, slots=True)
class Dated:
    """Days of the items of each party, as ascending keys of party and day."""

    calendar: Calendar
    keys: Ints

    def until(self, party: Ints, day: Floats) -> Ints:
        """How many keys stand before the end of each day of each party."""
        return np.searchsorted(self.keys, _keys(self.calendar, party, day), side="right")

    def short_of(self, party: Ints, day: Floats) -> Ints:
        """How many keys stand before the beginning of each day of each party."""
        place = self.calendar.place(day)
        very = self.calendar.days[np.maximum(place, 0)] == day
        return np.searchsorted(self.keys, _keys(self.calendar, party, day), side="right") - np.where(
            very & (place >= 0), self._on(party, day), 0
        )

    def _on(self, party: Ints, day: Floats) -> Ints:
        key = _keys(self.calendar, party, day)
        return np.searchsorted(self.keys, key, side="right") - np.searchsorted(self.keys, key)

    def before(self, party: Ints) -> Ints:
        """How many keys belong to the parties before each."""
        return np.searchsorted(self.keys, party * (self.calendar.days.size + 1))


def _keys(known: Calendar, party: Ints, day: Floats) -> Ints:
    """Party and day as one number; a day before all others comes first."""
    return party * (known.days.size + 1) + known.place(day) + 1


def busy(own: Items, asked: Items, at: Floats) -> Floats:
    """How much more falls due from each counterparty until the item's day than in a like span of the year before.

    log(1 + other open items due by then) - log(1 + expected), 0 without a past. `own` items of the parties asked about,
    `asked` (q,) items, `at` (q,) days. Returns (q,).
    """
    if not own.due.size:
        return np.zeros(at.size)
    names, party = np.unique(own.party, return_inverse=True)
    mine = np.minimum(np.searchsorted(names, asked.party), names.size - 1)
    known = calendar(own.due)
    due = Dated(known, np.sort(_keys(known, party, own.due)))
    begin, until = due.before(mine), due.until(mine, at)
    first = known.days[due.keys[np.minimum(begin, due.keys.size - 1)] % (known.days.size + 1) - 1]
    pace = (until - due.until(mine, at - YEAR)) / np.clip(at - first, LEAST_SPAN, YEAR)
    expected = np.log1p(pace * np.maximum(asked.due - at, 0.0))
    told = np.log1p(_others(own, party, (mine, asked.due, at))) - expected
    return np.where((names[mine] == asked.party) & (until > begin), told, 0.0)


def _others(own: Items, party: Ints, asked: tuple[Ints, Floats, Floats]) -> Ints:
    """Open items due after the moment and by the day, one of that very day left out: it is the one asked about.

    Those open at a moment are those begun by then less those that have ended, by being settled or falling due.
    """
    ended = np.where(own.settled < own.due, own.settled, own.due)
    begun = np.where(np.isnan(own.sent), -np.inf, own.sent)
    waits = np.flatnonzero(begun < ended)
    due, party = own.due[waits], party[waits]
    by, sooner = _by(due, party, begun[waits], asked) - _by(due, party, ended[waits], asked)
    return np.asarray(np.maximum(by - (by > sooner), 0), np.int64)


def _by(due: Floats, party: Ints, day: Floats, asked: tuple[Ints, Floats, Floats]) -> Ints:
    """Items of each party with `day` at or before the moment asked, due by the day asked, and before it: (2, q)."""
    mine, last, at = asked
    if not due.size:
        return np.zeros((2, at.size), np.int64)
    finite = day[np.isfinite(day)]
    of_day, of_due = calendar(finite), calendar(due)
    keys, wanted = _keys(of_day, party, day), _keys(of_due, party, due)
    order = np.argsort(keys, kind="stable")
    place = np.empty(due.size, np.int64)
    place[np.argsort(wanted, kind="stable")] = np.arange(due.size)
    days, dues = Dated(of_day, keys[order]), Dated(of_due, np.sort(wanted))
    rank = (place - dues.before(party))[order]
    begin, end = days.before(mine), days.until(mine, at)
    start = dues.before(mine)
    below = np.concatenate([dues.until(mine, last) - start, dues.short_of(mine, last) - start])
    return counted(rank, np.tile(begin, 2), np.tile(end, 2), below).reshape(2, -1)
