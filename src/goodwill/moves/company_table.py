"""The company of many sentences: the same whole numbers as of one text, added for all of them at once."""

import numpy as np
from numpy.typing import NDArray

from goodwill.moves.company import FEW, KINDS, REACH, SHORT, Company
from goodwill.moves.grams import Ints


class CompanyTable:
    """Adds for many sentences what `Company` adds for those of one text."""

    def __init__(self, company: Company) -> None:
        moves = len(company.steps)
        rows = np.array(company.rows, np.int64)
        by_kind = rows[: KINDS * moves].reshape(KINDS, moves, moves)
        self._beside = by_kind.swapaxes(0, 1).reshape(moves, KINDS * moves)
        short, few = np.split(rows[KINDS * moves :], [len(SHORT)])
        self._short, self._few = _by_size(SHORT, short), _by_size(FEW, few)

    def added(self, likely: Ints, words: Ints, first: NDArray[np.bool_]) -> Ints:
        """Give what their company adds to each sentence for each move.

        `likely` says of each sentence how many levels each move reaches in it, `words` how many words it has, `first`
        which sentences begin a text.
        """
        own, before, after, near = np.split(self._weighed(likely), KINDS, axis=1)
        at, (begins, ends) = np.arange(len(first)), ranges(first)
        up_to = np.vstack([np.zeros((1, near.shape[1]), np.int64), near.cumsum(0)])
        told = own - near + up_to.take(np.minimum(at + REACH + 1, ends), 0)
        told -= up_to.take(np.maximum(at - REACH, begins), 0)
        goes_on = np.flatnonzero(~first[1:])
        told[goes_on + 1] += before[goes_on]
        told[goes_on] += after[goes_on + 1]
        told += self._short.take(np.minimum(words, SHORT[-1] + 1), 0)
        told += self._few.take(np.minimum(ends - begins, FEW[-1] + 1), 0)
        return np.asarray(told)

    def _weighed(self, likely: Ints) -> Ints:
        """Give what the moves likely in each sentence weigh for it, for the one after, before, and for those near."""
        total = np.zeros((len(likely), self._beside.shape[1]), np.int64)
        row, at = np.nonzero(likely)
        if len(row):
            starts = np.flatnonzero(np.diff(row, prepend=-1))
            weights = self._beside.take(at, axis=0) * likely[row, at][:, None]
            total[row[starts]] = np.add.reduceat(weights, starts, axis=0)
        return total


def _by_size(most: tuple[int, ...], rows: Ints) -> Ints:
    """Give what each size weighs, up to one beyond the largest that counts."""
    sizes = np.arange(most[-1] + 2)
    return np.asarray((sizes[:, None] <= np.array(most)).astype(np.int64) @ rows)


def ranges(first: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Give for each sentence where its text begins and ends."""
    at = np.arange(len(first))
    begins = np.maximum.accumulate(np.where(first, at, 0))
    last = np.append(first[1:], True)[: len(first)]
    return begins, np.minimum.accumulate(np.where(last, at + 1, len(first))[::-1])[::-1]
