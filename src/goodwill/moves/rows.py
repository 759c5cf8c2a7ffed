"""Rows of numbers of unlike length, side by side in one array: the words of many texts, the letters of many words."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from goodwill.moves.grams import Ints


class Rows(NamedTuple):
    """Numbers in a row after another, and how many each row has."""

    numbers: Ints
    lengths: Ints

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> "Rows":
        """Lay rows side by side."""
        return cls(
            np.fromiter(chain.from_iterable(rows), np.int64),
            np.fromiter(map(len, rows), np.int64, len(rows)),
        )

    @property
    def at(self) -> Ints:
        """The row each number stands in."""
        return np.repeat(np.arange(len(self.lengths)), self.lengths)

    def take(self, which: Ints) -> "Rows":
        """Give the rows asked for, in the order asked for.

        >>> Rows.of([[7, 8], [], [9]]).take(np.array([2, 0])).numbers.tolist()
        [9, 7, 8]
        """
        lengths = self.lengths.take(which)
        return self.slices((self.lengths.cumsum() - self.lengths).take(which), lengths)

    def plus(self, more: "Rows") -> "Rows":
        """Give these rows and more below them."""
        return Rows(np.append(self.numbers, more.numbers), np.append(self.lengths, more.lengths))

    def slices(self, starts: Ints, lengths: Ints) -> "Rows":
        """Give rows cut out of the numbers, wherever they start."""
        ends = lengths.cumsum()
        count = int(ends[-1]) if len(ends) else 0
        places = np.asarray(np.repeat(starts - (ends - lengths), lengths) + np.arange(count), np.int64)
        return Rows(self.numbers.take(places), lengths)

    def spelt(self, inner: "Rows") -> "Rows":
        """Give rows in which each number is replaced by the row of `inner` that it names.

        >>> Rows.of([[1, 0], [], [1]]).spelt(Rows.of([[5, 6], [7]]))[0].tolist()
        [7, 5, 6, 7]
        """
        taken = inner.take(self.numbers)
        return Rows(taken.numbers, self.sums(taken.lengths))

    def sums(self, values: Ints) -> Ints:
        """Give what values beside the numbers add up to in each row."""
        running, ends = np.zeros(len(values) + 1, np.int64), np.zeros(len(self.lengths) + 1, np.int64)
        np.cumsum(values, out=running[1:])
        np.cumsum(self.lengths, out=ends[1:])
        return np.diff(running.take(ends))

    def abreast(self) -> tuple[Ints, Iterator[Ints]]:
        """Give which rows are not empty, the longest first; then the first numbers of all, the second of all that have
        a second, and so on: what adds up rows takes a step for all of them at once.

        >>> falling, columns = Rows.of([[7], [], [8, 9]]).abreast()
        >>> falling.tolist(), [column.tolist() for column in columns]
        ([2, 0], [[8, 7], [9]])
        """
        falling = np.argsort(-self.lengths, kind="stable")[: np.count_nonzero(self.lengths)]
        lengths, starts = self.lengths.take(falling), (self.lengths.cumsum() - self.lengths).take(falling)
        reached = np.searchsorted(-lengths, -np.arange(lengths.max(initial=0)), "left")
        return falling, (self.numbers.take(starts[:many] + at) for at, many in enumerate(reached.tolist()))

    def cut(self, most: int) -> "Rows":
        """Give the rows, none longer than `most`."""
        if self.lengths.max(initial=0) <= most:
            return self
        return self.slices(self.lengths.cumsum() - self.lengths, np.minimum(self.lengths, most))
