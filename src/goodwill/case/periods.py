"""How often: `7d`, `week`, `month`, and limits such as `1/60d`."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

_PERIOD = re.compile(r"(\d{1,4})?\s*(d|day|days|w|week|weeks|m|month|months|q|quarter|quarters|y|year|years)")
_COUNT = re.compile(r"\d{1,4}")
_MONTHS = {"m": 1, "q": 3, "y": 12}
_DAYS = {"d": 1, "w": 7, "m": 30, "q": 91, "y": 365}
_MOST = 2000


def days(period: str) -> int | None:
    """Give a period's length in days, or None where it cannot be read.

    >>> days("60d"), days("week"), days("2 months"), days("now and then")
    (60, 7, 60, None)
    """
    read = _PERIOD.fullmatch(period.strip().lower())
    return int(read[1] or 1) * _DAYS[read[2][0]] if read else None


def limit(text: str) -> tuple[int, int] | None:
    """Give a limit such as `1/60d` as how many times in how many days.

    >>> limit("1/60d"), limit("2/year"), limit("rarely")
    ((1, 60), (2, 365), None)
    """
    count, bar, period = text.partition("/")
    length = days(period) if bar else None
    return (int(count), length) if length and _COUNT.fullmatch(count.strip()) else None


def occurrences(first: date, every: str, until: date) -> Iterator[date]:
    """Give the days of something recurring from its first day to the first one past `until`.

    Months, quarters and years keep their day, or take the last one of a shorter month.
    """
    length = days(every)
    read = _PERIOD.fullmatch(every.strip().lower())
    if not length or read is None:
        yield first
        return
    months = int(read[1] or 1) * _MONTHS.get(read[2][0], 0)
    for number in range(_MOST):
        day = _months_later(first, months * number) if months else _days_later(first, length * number)
        if day is None:
            return
        yield day
        if day > until:
            return


def _days_later(day: date, number: int) -> date | None:
    """Give a day some days later, or None where the calendar ends before."""
    later = day.toordinal() + number
    return date.fromordinal(later) if later <= date.max.toordinal() else None


def _months_later(day: date, months: int) -> date | None:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
