"""Days read from a whole column at once, as the doors read them one by one: plain ones by arithmetic, the rest once.

A plain day is three numbers with points, strokes or dashes between them; what is written otherwise is shown to the
doors' own reader, each text once.
"""

import numpy as np
from numpy.typing import NDArray

from goodwill.doors.days import MONTH_FIRST, day

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Bytes = NDArray[np.uint8]
_WIDEST = 11
_ENDS = np.frombuffer(b"\0T ,", np.uint8)
_MARKS = np.frombuffer(b"-./", np.uint8)
_DIGITS = (4, 2, 4)
_MONTH_DAYS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
_DAYS_TO_YEAR_1 = 306


def days(column: Bytes, order: str) -> tuple[Floats, Bools]:
    r"""Return the day numbers (year 1 begins with day 1) in rows of bytes filled up with zeros, and which are none.

    A cell without a digit is no day and no fault: NaN. A cell with one that is no day is NaN and true.

    >>> texts = b"2026-03-02", b"2.3.2026\0\0", b"2026-99-02", b"unpaid\0\0\0\0"
    >>> found, wrong = days(np.array([list(text) for text in texts], np.uint8), "dmy")
    >>> found.tolist(), wrong.tolist()
    ([739677.0, 739677.0, nan, nan], [False, False, True, False])
    """
    plain, parts = _numbers(column)
    found, wrong = np.full(len(column), np.nan), np.zeros(len(column), np.bool_)
    rows = np.flatnonzero(plain)
    found[rows], wrong[rows] = _ordinal(*_ordered(parts[:, rows], order))
    rest = np.flatnonzero(~plain & (column[:, 0] != 0))
    if rest.size:
        texts, place = np.unique(as_texts(column[rest]), return_inverse=True)
        told = [_told(text.decode("utf-8", "replace"), order) for text in texts.tolist()]
        found[rest], wrong[rest] = (np.array(one)[place] for one in zip(*told, strict=True))
    return found, wrong


def as_texts(column: Bytes) -> NDArray[np.bytes_]:
    """Return rows of bytes as texts, the zeros on the right left out."""
    return np.ascontiguousarray(column).view(f"S{column.shape[1]}").reshape(-1)


def _told(text: str, order: str) -> tuple[float, bool]:
    if not any(c.isdigit() for c in text):
        return np.nan, False
    found = day(text, order)
    return (np.nan, True) if found is None else (float(found.toordinal()), False)


def _numbers(column: Bytes) -> tuple[Bools, Ints]:
    """Return which rows are three numbers, and the numbers, (3, n)."""
    size = len(column)
    parts, digits, part = np.zeros((3, size), np.int64), np.zeros((3, size), np.int8), np.zeros(size, np.int8)
    over, fine = np.zeros(size, np.bool_), np.ones(size, np.bool_)
    for place in range(min(column.shape[1], _WIDEST)):
        sign = column[:, place]
        value = sign.astype(np.int64) - ord("0")
        digit, mark = (value >= 0) & (value < 10) & ~over, np.isin(sign, _MARKS) & ~over
        over |= np.isin(sign, _ENDS)
        fine &= over | digit | mark
        for which in range(3):
            here = digit & (part == which)
            parts[which] = np.where(here, parts[which] * 10 + value, parts[which])
            digits[which] += here
        part += mark
    if column.shape[1] > _WIDEST:
        fine &= over
    for which, most in enumerate(_DIGITS):
        fine &= (digits[which] > 0) & (digits[which] <= most)
    return fine & (part == 2), parts


def _ordered(parts: Ints, order: str) -> tuple[Ints, Ints, Ints]:
    """Return year, month and day; the order decides only where the first number cannot be a year."""
    first, second, third = parts
    year_first = first > 31
    month, number = (first, second) if order == MONTH_FIRST else (second, first)
    return (
        _year(np.where(year_first, first, third)),
        np.where(year_first, second, month),
        np.where(year_first, third, number),
    )


def _year(number: Ints) -> Ints:
    return number + np.where(number > 99, 0, np.where(number < 70, 2000, 1900))


def _ordinal(year: Ints, month: Ints, number: Ints) -> tuple[Floats, Bools]:
    """Return day numbers, NaN for days that no calendar has, and which these are."""
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    longest = _MONTH_DAYS[np.clip(month, 0, 12)] + (leap & (month == 2))
    fine = (year >= 1) & (year <= 9999) & (month >= 1) & (month <= 12) & (number >= 1) & (number <= longest)
    since, shifted = year - (month <= 2), (month + 9) % 12
    told = 365 * since + since // 4 - since // 100 + since // 400 + (153 * shifted + 2) // 5 + number - _DAYS_TO_YEAR_1
    return np.where(fine, told.astype(np.float64), np.nan), ~fine


def written(numbers: Floats) -> Bytes:
    """Return day numbers as rows of bytes, 2026-03-02; empty where there is none.

    >>> [bytes(row).rstrip(bytes(1)).decode() for row in written(np.array([739677.0, np.nan]))]
    ['2026-03-02', '']
    """
    known = np.nan_to_num(numbers, nan=0.0).astype(np.int64)
    distinct, place = np.unique(known, return_inverse=True)
    since = np.maximum(distinct, 1) - 719_163
    texts = np.datetime_as_string(since.astype("M8[D]")).astype("S10")
    texts[distinct == 0] = b""
    table: Bytes = texts.view(np.uint8).reshape(-1, 10)[place]
    return table
