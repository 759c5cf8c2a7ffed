"""The company of many sentences: the same whole numbers as of one text, added for all of them at once.

They are added as floats of four bytes, which hold every whole number up to 16 million exactly: so the order in which
a machine adds them makes no difference, and no sum here comes near.
"""

import numpy as np
from numpy.typing import NDArray

from goodwill.moves.company import FEW, KINDS, REACH, SHORT, Company
from goodwill.moves.grams import Ints

Exact = NDArray[np.float32]
_AT_ONCE = 16
"""Products of so few rows stay on this core, where one large product would wake all of them for less than it costs."""


class CompanyTable:
    """Adds for many sentences what `Company` adds for those of one text."""

    def __init__(self, company: Company) -> None:
        moves = len(company.steps)
        rows = np.array(company.rows, np.float32)
        self._beside = np.ascontiguousarray(rows[: KINDS * moves])
        short, few = np.split(rows[KINDS * moves :], [len(SHORT)])
        self._short, self._few = _by_size(SHORT, short), _by_size(FEW, few)

    def added(self, likely: NDArray[np.int16], words: Ints, first: NDArray[np.bool_]) -> Exact:
        """Give what their company adds to each sentence for each move.

        `likely` says of each sentence how many levels each move reaches in it, `words` how many words it has, `first`
        which sentences begin a text.
        """
        begins, ends = ranges(first)
        around = _around(likely, first, begins, ends).reshape(-1, _AT_ONCE, len(self._beside))
        told: Exact = np.matmul(around, self._beside).reshape(-1, likely.shape[1])[: len(likely)]
        told += self._short.take(np.minimum(words, SHORT[-1] + 1), 0)
        told += self._few.take(np.minimum(ends - begins, FEW[-1] + 1), 0)
        return told


def _around(likely: NDArray[np.int16], first: NDArray[np.bool_], begins: Ints, ends: Ints) -> Exact:
    """Give side by side what is likely in each sentence, in the one before, in the one after, and in those near.

    Rows of nothing at the end make them a whole number of parts.
    """
    count, moves = likely.shape
    told = np.zeros((-(-count // _AT_ONCE) * _AT_ONCE, KINDS * moves), np.float32)
    own, before, after, near = (told[:count, kind * moves : (kind + 1) * moves] for kind in range(KINDS))
    goes_on = np.flatnonzero(~first[1:])
    own[:], before[goes_on + 1], after[goes_on] = likely, likely[goes_on], likely[goes_on + 1]
    at, up_to = np.arange(count), np.zeros((count + 1, moves), np.int32)
    likely.cumsum(0, out=up_to[1:])
    near[:] = up_to.take(np.minimum(at + REACH + 1, ends), 0)
    near -= up_to.take(np.maximum(at - REACH, begins), 0)
    near -= own
    return told


def _by_size(most: tuple[int, ...], rows: Exact) -> Exact:
    """Give what each size weighs, up to one beyond the largest that counts."""
    sizes = np.arange(most[-1] + 2)
    return np.asarray((sizes[:, None] <= np.array(most)).astype(np.float32) @ rows)


def ranges(first: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Give for each sentence where its text begins and ends."""
    at = np.arange(len(first))
    begins = np.maximum.accumulate(np.where(first, at, 0))
    last = np.append(first[1:], True)[: len(first)]
    return begins, np.minimum.accumulate(np.where(last, at + 1, len(first))[::-1])[::-1]
