"""Where something stands in a draft, counted as an editor counts: lines, and units of its own within a line."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from lsprotocol.types import Position, Range
from pygls.workspace import PositionCodec


@dataclass(frozen=True)
class Places:
    r"""A draft whose lines end in \n, and the units in which the editor counts, UTF-16 unless it said otherwise.

    >>> Places("So 🙂 we\nare late.", PositionCodec()).range(5, 12)
    0:6-1:4
    """

    text: str
    codec: PositionCodec

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.text.split("\n")[:-1]), initial=0))

    def position(self, offset: int) -> Position:
        """Give the place of a character by its number in the draft."""
        row = bisect_right(self._starts, offset) - 1
        return Position(row, self.codec.client_num_units(self.text[self._starts[row] : offset]))

    def range(self, start: int, end: int) -> Range:
        """Give the places of the first of some characters and of the one after the last."""
        return Range(self.position(start), self.position(end))

    def line_end(self, offset: int) -> int:
        """Give the number of the character at which the line of another ends."""
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def first_words(self) -> Range:
        """Give the first line that says anything: the place of what a draft leaves out."""
        start = len(self.text) - len(self.text.lstrip())
        return self.range(start, self.line_end(start))


def as_lines(source: str) -> str:
    r"""Give a draft with each of its lines ended by \n, and half characters that no text may hold made whole ones.

    Lines and units stay where they were, so that an editor finds its way back.

    >>> as_lines("one\r\ntwo\rthree \ud83d")
    'one\ntwo\nthree �'
    """
    whole = source.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n")
