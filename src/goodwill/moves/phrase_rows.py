"""The weights of learnt phrases, as they stand in their file; those of one phrase are put together when it is met."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import mul
from typing import NamedTuple

LANE = 16
"""So many bits of the whole number that holds a phrase's weights are each move's own."""
_MOST_KEPT = 100_000


class Stored(NamedTuple):
    """All phrases: their ascending numbers; and where the weights of each end, a move and a value for each weight."""

    numbers: Sequence[int]
    ends: Sequence[int]
    moves: bytes
    values: Sequence[int]


class PhraseRows(dict[int, int]):
    """The weights of the phrases met so far, of all moves side by side, 0 for what is no phrase; kept up to a limit."""

    def __init__(self, stored: Stored, moves: int) -> None:
        super().__init__()
        self.stored = stored
        self._lanes = [1 << (LANE * move) for move in range(moves)]

    def __missing__(self, phrase: int) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        numbers = self.stored.numbers
        at = bisect_left(numbers, phrase)
        told = self[phrase] = self._row(at) if at < len(numbers) and numbers[at] == phrase else 0
        return told

    def _row(self, at: int) -> int:
        _, ends, moves, values = self.stored
        start, end = ends[at - 1] if at else 0, ends[at]
        return sum(map(mul, map(self._lanes.__getitem__, moves[start:end]), values[start:end]))

    def every(self) -> Iterator[tuple[int, int]]:
        """Give every phrase and its weights."""
        numbers = self.stored.numbers
        return zip(numbers, map(self._row, range(len(numbers))), strict=True)
