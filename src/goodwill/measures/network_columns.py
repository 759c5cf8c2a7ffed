"""Ratings and questions as they are handed in: checked, and with the parties numbered without gaps."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Columns(NamedTuple):
    """Rows of who, about whom, how, and when (epoch seconds)."""

    by: Ints
    about: Ints
    value: Floats
    at: Floats


def rated(by: ArrayLike, about: ArrayLike, value: ArrayLike, at: ArrayLike) -> Columns:
    """Return checked ratings, without those of oneself.

    Raises ValueError on unequal lengths, codes that are not whole numbers, values outside -1..1 and infinite times.

    >>> rated([1, 2], [2, 2], [0.5, 1.0], [0, 0]).by.tolist()
    [1]
    """
    columns = Columns(_codes("by", by), _codes("about", about), _numbers("value", value), _numbers("at", at))
    _same_length(columns)
    if np.any(np.abs(columns.value) > 1.0):
        raise ValueError("a rating's value lies between -1 and 1; divide ratings from -10 to 10 by 10")
    others = columns.by != columns.about
    return columns if others.all() else Columns(*(column[others] for column in columns))


def asked(by: ArrayLike, about: ArrayLike, at: ArrayLike) -> Columns:
    """Return checked questions; their value is 0 throughout."""
    times = _numbers("pairs_at", at)
    nothing: Floats = np.broadcast_to(0.0, len(times))
    columns = Columns(_codes("pairs_by", by), _codes("pairs_about", about), nothing, times)
    _same_length(columns)
    return columns


def numbered(ratings: Columns, questions: Columns) -> tuple[Columns, Columns, int]:
    """Return both with party codes from 0 without great gaps, and how many codes there are."""
    every = [ratings.by, ratings.about, questions.by, questions.about]
    rows = sum(len(codes) for codes in every)
    lowest = min((int(codes.min()) for codes in every if len(codes)), default=0)
    highest = max((int(codes.max()) for codes in every if len(codes)), default=0)
    if lowest >= 0 and highest <= rows + 1_000:
        return ratings, questions, highest + 1
    known, codes = np.unique(np.concatenate(every), return_inverse=True)
    by, about, ask, whom = np.split(codes.astype(np.int64), np.cumsum([len(part) for part in every])[:3])
    return ratings._replace(by=by, about=about), questions._replace(by=ask, about=whom), len(known)


def _codes(name: str, given: ArrayLike) -> Ints:
    codes = np.asarray(given)
    if codes.ndim != 1 or (codes.size and codes.dtype.kind not in "iu"):
        raise ValueError(f"{name} must be one row of whole numbers, one a party")
    return codes.astype(np.int64, copy=False)


def _numbers(name: str, given: ArrayLike) -> Floats:
    numbers = np.asarray(given, dtype=float)
    if numbers.ndim != 1 or not np.all(np.isfinite(numbers)):
        raise ValueError(f"{name} must be one row of finite numbers")
    return numbers


def _same_length(columns: Columns) -> None:
    if len({len(column) for column in columns}) > 1:
        raise ValueError("the columns must have one length")
