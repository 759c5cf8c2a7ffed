"""The days of a meeting that repeats, as its calendar rule says, for two years and no more than 400 times."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MOST = 400
LONGEST = timedelta(days=731)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"})
_ON = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


@dataclass(frozen=True, slots=True)
class Rule:
    """How a meeting repeats: how often, until when, on which days."""

    often: str
    every: int = 1
    count: int = MOST
    until: date | None = None
    weekdays: tuple[tuple[int, int], ...] = ()
    monthdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()

    def days(self, first: date) -> Iterator[date]:
        """Give the days from the first on, which always counts."""
        last = max(first, min(self.until or date.max, first + min(LONGEST, date.max - first)))
        day, given = first, 0
        while day <= last and given < min(self.count, MOST):
            if day == first or self._falls(day, first):
                yield day
                given += 1
            if day == date.max:
                return
            day += timedelta(days=1)

    def _falls(self, day: date, first: date) -> bool:
        if self.months and day.month not in self.months:
            return False
        return self._in_turn(day, first) and self._on_weekday(day, first) and self._on_monthday(day, first)

    def _in_turn(self, day: date, first: date) -> bool:
        if self.often == "DAILY":
            passed = (day - first).days
        elif self.often == "WEEKLY":
            passed = ((day - timedelta(day.weekday())) - (first - timedelta(first.weekday()))).days // 7
        elif self.often == "MONTHLY":
            passed = (day.year - first.year) * 12 + day.month - first.month
        else:
            passed = day.year - first.year
        return passed % self.every == 0

    def _on_weekday(self, day: date, first: date) -> bool:
        if not self.weekdays:
            return self.often != "WEEKLY" or day.weekday() == first.weekday()
        return any(
            day.weekday() == weekday and nth in (0, (day.day - 1) // 7 + 1, (day.day - 1 - _length(day)) // 7)
            for nth, weekday in self.weekdays
        )

    def _on_monthday(self, day: date, first: date) -> bool:
        if self.monthdays:
            return day.day in self.monthdays or day.day - _length(day) - 1 in self.monthdays
        if self.weekdays or self.often in ("DAILY", "WEEKLY"):
            return True
        return day.day == first.day and (self.often == "MONTHLY" or bool(self.months) or day.month == first.month)


def rule(text: str) -> Rule | str:
    """Read a calendar's repetition rule, or say which part of it is not known.

    >>> [str(day) for day in rule("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3").days(date(2026, 1, 30))]
    ['2026-01-30', '2026-02-27', '2026-03-27']
    >>> rule("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1")
    'BYSETPOS'
    """
    parts = dict(part.strip().partition("=")[::2] for part in text.upper().split(";") if part.strip())
    if unknown := [name for name in parts if name not in _KNOWN]:
        return unknown[0][:40]
    often = parts.get("FREQ", "")
    if often not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        return f"FREQ={often}"[:40]
    on = [_ON.fullmatch(item) for item in parts.get("BYDAY", "").split(",") if item]
    if any(item is None for item in on) or (often == "YEARLY" and "BYDAY" in parts and "BYMONTH" not in parts):
        return "BYDAY"
    try:
        return Rule(
            often,
            max(1, int(parts.get("INTERVAL", "1"))),
            max(1, int(parts.get("COUNT", str(MOST)))),
            _day(parts["UNTIL"]) if "UNTIL" in parts else None,
            tuple((int(item[1] or 0), _WEEKDAYS.index(item[2])) for item in on if item),
            tuple(int(item) for item in parts.get("BYMONTHDAY", "").split(",") if item),
            tuple(int(item) for item in parts.get("BYMONTH", "").split(",") if item),
        )
    except ValueError:
        return "a number or day that is none"


def _day(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:8]))


def _length(day: date) -> int:
    return ((day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)).day
