"""The company of many sentences: the same whole numbers as of one text, added for all of them at once."""

import numpy as np
from numpy.typing import NDArray

from goodwill.moves.company import FEW, KINDS, REACH, SHORT, Company
from goodwill.moves.grams import Ints


class CompanyTable:
    """Adds for many sentences what `Company` adds for those of one text."""

    def __init__(self, company: Company) -> None:
        rows = np.array(company.rows, np.float64)
        *self._kinds, self._small = np.split(rows, [len(company.steps) * kind for kind in range(1, KINDS + 1)])

    def added(self, likely: Ints, words: Ints, first: NDArray[np.bool_]) -> Ints:
        """Give what their company adds to each sentence for each move.

        `likely` says of each sentence how many levels each move reaches in it, `words` how many words it has, `first`
        which sentences begin a text. Sums are of whole numbers far below 2**53, so floats hold them exactly.
        """
        seen = np.asarray(likely, np.float64)
        told = sum(at @ rows for at, rows in zip(beside(seen, first), self._kinds, strict=True))
        return np.asarray(told + small(words, first) @ self._small, np.float64).astype(np.int64)


def beside(seen: NDArray[np.float64], first: NDArray[np.bool_]) -> list[NDArray[np.float64]]:
    """Give what is seen in each sentence, in the one before, in the one after, and near it, in its own text."""
    at = np.arange(len(seen))
    begins, ends = ranges(first)
    before, after = np.zeros_like(seen), np.zeros_like(seen)
    before[1:], after[:-1] = seen[:-1], seen[1:]
    before[first] = 0
    after[:-1][first[1:]] = 0
    up_to = np.vstack([np.zeros((1, seen.shape[1])), seen.cumsum(0)])
    near = up_to[np.minimum(at + REACH + 1, ends)] - up_to[np.maximum(at - REACH, begins)] - seen
    return [seen, before, after, near]


def small(words: Ints, first: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Say of each kind of short whether each sentence is so, and of each kind of few whether its text is."""
    begins, ends = ranges(first)
    kinds = (words[:, None] <= np.array(SHORT), (ends - begins)[:, None] <= np.array(FEW))
    return np.hstack(kinds).astype(np.float64)


def ranges(first: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Give for each sentence where its text begins and ends."""
    at = np.arange(len(first))
    begins = np.maximum.accumulate(np.where(first, at, 0))
    last = np.append(first[1:], True)[: len(first)]
    return begins, np.minimum.accumulate(np.where(last, at + 1, len(first))[::-1])[::-1]
