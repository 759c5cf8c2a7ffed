"""Numbers and dates read from a whole column at once; what is not plain is read with care, one by one.

A plain number is an optional sign, digits, and at most one point, with at most fifteen digits: it is read exactly.
"""

from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]
_WIDEST = 17
_DIGITS = 15
_POINT, _MINUS, _PLUS, _ZERO = 46, 45, 43, 48


def numbers(column: Bytes) -> Floats:
    r"""Return the numbers in rows of bytes filled up with zeros; NaN where there is none.

    >>> rows = np.array([list(b"-1.50"), list(b"12\0\0\0"), list(b"x\0\0\0\0")], dtype=np.uint8)
    >>> numbers(rows).tolist()
    [-1.5, 12.0, nan]
    """
    plain, out = _plain(column[:, :_WIDEST])
    if column.shape[1] > _WIDEST:
        plain &= column[:, _WIDEST] == 0
    for row in np.flatnonzero(~plain):
        out[row] = _careful(bytes(column[row]).rstrip(b"\0"))
    return out


def times(column: Bytes) -> Floats:
    """Return epoch seconds from rows of bytes: numbers, or ISO 8601 days and times (UTC when no zone is told)."""
    plain, out = _plain(column[:, :_WIDEST])
    if column.shape[1] > _WIDEST:
        plain &= column[:, _WIDEST] == 0
    rest = np.flatnonzero(~plain)
    if len(rest):
        out[rest] = _dates([bytes(row).rstrip(b"\0") for row in column[rest]])
    return out


def _plain(column: Bytes) -> tuple[NDArray[np.bool_], Floats]:
    size = len(column)
    whole, digits, after = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int8), np.zeros(size, dtype=np.int8)
    pointed, fine = np.zeros(size, dtype=bool), np.ones(size, dtype=bool)
    for place in range(column.shape[1]):
        sign = column[:, place]
        digit = (sign >= _ZERO) & (sign < _ZERO + 10)
        point = (sign == _POINT) & ~pointed
        fine &= digit | point | (sign == 0) | ((place == 0) & ((sign == _MINUS) | (sign == _PLUS)))
        whole = np.where(digit, whole * 10 + (sign.astype(np.int64) - _ZERO), whole)
        digits += digit
        after += digit & pointed
        pointed |= point
    fine &= (digits > 0) & (digits <= _DIGITS)
    value = whole / 10.0 ** np.maximum(after, 0)
    return fine, np.where(column[:, 0] == _MINUS, -value, value)


def _careful(text: bytes) -> float:
    try:
        value = float(text)
    except ValueError:
        return np.nan
    return value if np.isfinite(value) else np.nan


def _dates(texts: list[bytes]) -> Floats:
    known: dict[bytes, float] = {}
    for text in texts:
        if text not in known:
            known[text] = _date(text)
    return np.array([known[text] for text in texts])


def _date(text: bytes) -> float:
    number = _careful(text)
    if np.isfinite(number):
        return number
    try:
        moment = datetime.fromisoformat(text.decode("ascii"))
    except (UnicodeDecodeError, ValueError):
        return np.nan
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
