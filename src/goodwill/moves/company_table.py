"""The company of many sentences: the same whole numbers as of one text, added for all of them at once."""

import numpy as np
from numpy.typing import NDArray

from goodwill.moves.company import KINDS, REACH, SHORT, Company
from goodwill.moves.grams import Ints


class CompanyTable:
    """Adds for many sentences what `Company` adds for those of one text."""

    def __init__(self, company: Company) -> None:
        rows = np.array(company.rows, np.float64)
        self._kinds = np.split(rows[: -len(SHORT)], KINDS)
        self._short = rows[-len(SHORT) :]

    def added(self, likely: Ints, words: Ints, first: NDArray[np.bool_]) -> Ints:
        """Give what their company adds to each sentence for each move.

        `likely` says of each sentence how many levels each move reaches in it, `words` how many words it has, `first`
        which sentences begin a text. Sums are of whole numbers far below 2**53, so floats hold them exactly.
        """
        seen = np.asarray(likely, np.float64)
        told = sum(at @ rows for at, rows in zip(beside(seen, first), self._kinds, strict=True))
        return np.asarray(told + short(words) @ self._short, np.float64).astype(np.int64)


def beside(seen: NDArray[np.float64], first: NDArray[np.bool_]) -> list[NDArray[np.float64]]:
    """Give what is seen in each sentence, in the one before, in the one after, and near it, in its own text."""
    count = len(seen)
    at = np.arange(count)
    begins = np.maximum.accumulate(np.where(first, at, 0))
    ends = np.minimum.accumulate(np.where(np.append(first[1:], True)[:count], at, count)[::-1])[::-1] + 1
    before, after = np.zeros_like(seen), np.zeros_like(seen)
    before[1:], after[:-1] = seen[:-1], seen[1:]
    before[first] = 0
    after[:-1][first[1:]] = 0
    up_to = np.vstack([np.zeros((1, seen.shape[1])), seen.cumsum(0)])
    near = up_to[np.minimum(at + REACH + 1, ends)] - up_to[np.maximum(at - REACH, begins)] - seen
    return [seen, before, after, near]


def short(words: Ints) -> NDArray[np.float64]:
    """Say of each kind of short whether each sentence is so."""
    return (words[:, None] <= np.array(SHORT)).astype(np.float64)
