"""How often: `7d`, `week`, `month`, and limits such as `1/60d`."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

_PERIOD = re.compile(r"(\d{1,4})?\s*(d|day|days|w|week|weeks|m|month|months|q|quarter|quarters|y|year|years)")
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
    return (int(count), length) if length and count.strip().isdecimal() else None


def occurrences(first: date, every: str, until: date) -> Iterator[date]:
    """Give the days of something recurring from its first day to the first one past `until`; months keep their day."""
    length = days(every)
    if not length:
        yield first
        return
    read = _PERIOD.fullmatch(every.strip().lower())
    monthly = read is not None and read[2][0] == "m"
    step = int(read[1] or 1) if read else 1
    for number in range(_MOST):
        day = _months_later(first, step * number) if monthly else first + timedelta(days=length * number)
        yield day
        if day > until:
            return


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    last = (date(day.year + year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(day.year + year, month + 1, min(day.day, last))
