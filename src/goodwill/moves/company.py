"""The company a sentence keeps: what the moves of the sentences around it say for and against each move of its own.

Where thanks went before, an offer is likelier; where a sentence surely refuses, it hardly accepts. Each move that is
likely in a sentence itself, in the one before, in the one after or anywhere near has a weight for every move, as a
short sentence has. Weights are whole numbers, those of all moves side by side in one, as with phrases.
"""

import math
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

REACH = 4
"""So many sentences before and after a sentence are near it."""
SHORT = (3, 6, 10, 15)
"""A sentence of no more words than these is short, four times over where it is shortest."""
FEW = (1, 3, 6, 10)
"""A text of no more sentences than these is of few, as with short."""
MOST_WEIGHT = 127
KINDS = 4
_LANE = 32
_HALF, _ALL = 1 << (_LANE - 1), (1 << _LANE) - 1
_FURTHEST = 60.0


class Company:
    """What was learnt of moves side by side: a row of weights, one for each move, for every move that may be likely in
    the sentence itself, then before, after and near it, for each kind of short and of few; and how sums become chances.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[int]],
        steps: Sequence[float],
        slope: Sequence[float],
        offset: Sequence[float],
    ) -> None:
        self.rows, self.steps, self.slope, self.offset = rows, steps, slope, offset
        self._met: dict[int, int] = {}

    def added(self, likely: Sequence[Sequence[int]], words: Sequence[int]) -> list[int]:
        """Give what its company adds to each sentence of a text, all moves side by side.

        `likely` are the numbers of the moves likely in each sentence, once for each level reached; `words` how many
        words each sentence has.
        """
        own, before, after, near = ([self._sum(kind, some) for some in likely] for kind in range(KINDS))
        up_to, count = [0, *accumulate(near)], len(likely)
        start = self._few(count) + self._halves
        added = []
        for at, size in enumerate(words):
            around = up_to[min(at + REACH + 1, count)] - up_to[max(at - REACH, 0)] - near[at]
            beside = (before[at - 1] if at else 0) + (after[at + 1] if at + 1 < count else 0)
            added.append(own[at] + beside + around + self._short(size) + start)
        return added

    def odds(self, move: int, alone: float, added: int) -> float:
        """Give the log odds of a move, from what speaks for it alone and what its company adds."""
        return self.slope[move] * alone + self.offset[move] + self.steps[move] * added

    def _sum(self, kind: int, likely: Sequence[int]) -> int:
        first = kind * len(self.steps)
        return sum([self._row(first + move) for move in likely]) if likely else 0

    def _short(self, size: int) -> int:
        first = KINDS * len(self.steps)
        return sum([self._row(first + at) for at, most in enumerate(SHORT) if size <= most])

    def _few(self, count: int) -> int:
        first = KINDS * len(self.steps) + len(SHORT)
        return sum([self._row(first + at) for at, most in enumerate(FEW) if count <= most])

    def _row(self, at: int) -> int:
        told = self._met.get(at)
        if told is None:
            told = self._met[at] = sum(weight << (_LANE * move) for move, weight in enumerate(self.rows[at]))
        return told

    @cached_property
    def _halves(self) -> int:
        """Half a lane in every lane, so that no lane of a sum is below nothing."""
        return sum(_HALF << (_LANE * move) for move in range(len(self.steps)))


def chance(odds: float) -> float:
    """Give the chance that log odds stand for."""
    return 1.0 / (1.0 + math.exp(-max(-_FURTHEST, min(odds, _FURTHEST))))


def lane(added: int, move: int) -> int:
    """Give what is added to one move."""
    return (added >> (_LANE * move) & _ALL) - _HALF
