"""Reads days as people and programs write them, and finds out whether a file puts the day or the month first."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

DAY_FIRST, MONTH_FIRST = "dmy", "mdy"
_NUMBERS = re.compile(r"(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})\.?(?=$|[T ,])")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?=$|T)")
_DAY_NAME = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er)?[ .-]{1,3}(?:de )?([^\W\d_]{3,12})[ .,-]{1,3}(?:de )?(\d{4}|\d\d)\b"
)
_NAME_DAY = re.compile(r"([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_MONTHS = (
    ("jan", "ene"), ("feb", "fev"), ("mar", "mrz", "maer"), ("apr", "avr", "abr"), ("may", "mai"), ("jun", "juin"),
    ("jul", "juil"), ("aug", "aou", "ago"), ("sep", "set"), ("oct", "okt"), ("nov",), ("dec", "dez", "dic"),
)  # fmt: skip


def parts(text: str) -> tuple[int, int, int] | None:
    """Take a day written in numbers apart, in the order written, or give None for anything else.

    >>> parts("3/4/2026"), parts("2026-04-03 10:00"), parts("3 April")
    ((3, 4, 2026), (2026, 4, 3), None)
    """
    match = _NUMBERS.match(text.strip())
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


@lru_cache(maxsize=20_000)
def day(text: str, order: str = DAY_FIRST) -> date | None:
    """Read a day; the order decides only where the text does not.

    >>> day("3/4/2026"), day("3/4/2026", MONTH_FIRST), day("13/4/2026", MONTH_FIRST)
    (datetime.date(2026, 4, 3), datetime.date(2026, 3, 4), None)
    >>> day("2-Jun-06"), day("June 2, 2006"), day("2. März 2026"), day("2006-06-02T08:00:00Z")
    (datetime.date(2006, 6, 2), datetime.date(2006, 6, 2), datetime.date(2026, 3, 2), datetime.date(2006, 6, 2))
    """
    text = text.strip()[:40]
    try:
        if numbers := parts(text):
            return _ordered(numbers, order)
        if compact := _COMPACT.match(text):
            return date(int(compact[1]), int(compact[2]), int(compact[3]))
        return _named(text)
    except ValueError:
        return None


def tells(texts: Iterable[str]) -> tuple[int, int]:
    """Count the days of a column that can only have the day first, and those that can only have the month first."""
    first = second = 0
    for text in texts:
        numbers = parts(text)
        if numbers and numbers[0] < 100:
            first += numbers[0] > 12
            second += numbers[1] > 12
    return first, second


def order_of(first: int, second: int) -> str:
    """Give the order for which there is more evidence; the empty text means none, or as much for either."""
    if first == second:
        return ""
    return DAY_FIRST if first > second else MONTH_FIRST


def falls(days: Iterable[date | None]) -> int:
    """Count how often a day lies before the one above it."""
    last, count = None, 0
    for current in days:
        if current is not None:
            count += last is not None and current < last
            last = current
    return count


def _ordered(numbers: tuple[int, int, int], order: str) -> date:
    a, b, c = numbers
    if a > 99:
        return date(a, b, c)
    if a > 31:
        return date(_year(a), b, c)
    day_number, month = (b, a) if order == MONTH_FIRST else (a, b)
    return date(_year(c), month, day_number)


def _year(number: int) -> int:
    """Read a year of two digits as the nearest: 69 and below belong to this century."""
    if number > 99:
        return number
    return number + (2000 if number < 70 else 1900)


def _named(text: str) -> date | None:
    """Read a day whose month is a word."""
    if match := _DAY_NAME.search(text):
        month = _month(match[2])
        return date(_year(int(match[3])), month, int(match[1])) if month else None
    if match := _NAME_DAY.search(text):
        month = _month(match[1])
        return date(int(match[3]), month, int(match[2])) if month else None
    return None


def _month(name: str) -> int:
    """Number a month by how its name begins in English, German, French or Spanish; 0 where it is none."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if c.isalpha())
    found = (n for n, starts in enumerate(_MONTHS, 1) if plain.startswith(starts))
    return next(found, 0)
