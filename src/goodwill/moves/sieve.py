"""The cues for many sentences: each way of wording a cue is looked for only where the words it needs stand.

What is found is what the cues find one by one. Each way has a bit in a great whole number; each piece of a sentence
(what stands between two blanks) tells which cues its words raise and which ways they serve, and the pieces of a
sentence are laid over each other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain
from operator import or_
from typing import NamedTuple

from goodwill.moves.cue import Cue, Probe, alternatives, cues, ways
from goodwill.moves.needs import needed, rarest, served
from goodwill.moves.normalise import WORD

CHOICES = 3
_MOST_KEPT = 20_000
_RUN = re.compile(r"[a-z]+")
_Found = tuple[Cue, int, int]


class _Way(NamedTuple):
    """One way of wording a cue: the cue's number, its pattern, and whether it stands at the start of a sentence."""

    at: int
    pattern: str
    begins: bool


class _Runs(dict[str, int]):
    """The bits each run of letters sets, being a needed word or the beginning or end of one; kept up to a limit."""

    def __init__(self) -> None:
        super().__init__()
        self.needed: dict[str, int] = {"": 0}

    def __missing__(self, run: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        told = self[run] = reduce(or_, (self.needed.get(part, 0) for part in served(run)), 0)
        return told


class _Pieces(dict[str, int]):
    """The bits each piece of a sentence sets, by its words and by its runs of letters; kept up to a limit."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, int] = {}
        self._runs = _Runs()

    def __missing__(self, piece: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        words = (self.words.get(word, 0) for word in WORD.findall(piece))
        told = self[piece] = reduce(or_, chain(words, map(self._runs.__getitem__, _RUN.findall(piece))), 0)
        return told

    def need(self, pattern: str, most: int, bit: int, step: int) -> None:
        """Let the words of the rarest choices set a pattern's bits; a bit without a choice is set by no word at all."""
        choices = rarest(needed(pattern), most)
        for lane in range(most):
            for word in choices[lane] if lane < len(choices) else ("",):
                self._runs.needed[word] = self._runs.needed.get(word, 0) | 1 << (bit + lane * step)

    def told(self, pieces: Sequence[str]) -> int:
        """Give the bits that the pieces of a sentence set together."""
        return reduce(or_, map(self.__getitem__, pieces), self._runs.needed[""])


class Sieve:
    """Finds cues as they are found one by one, in a sentence taken to pieces."""

    def __init__(self) -> None:
        self._probes = [Probe(cue) for cue in cues()]
        self._ways: list[_Way] = []
        self._ready: dict[int, re.Pattern[str]] = {}
        self._open = [0, 0]
        self._for, self._against = _Pieces(), _Pieces()
        self._forbids: list[int] = []
        self._unlesses = 0
        for at, probe in enumerate(self._probes):
            self._add(at, probe.cue)
        self._size = len(self._ways)
        for bit, way in enumerate(self._ways):
            self._for.need(way.pattern, CHOICES, bit + self._size, self._size)

    def _add(self, at: int, cue: Cue) -> None:
        first = len(self._ways)
        begins, elsewhere = ways(cue.pattern)
        self._ways += [*(_Way(at, way, True) for way in begins), *(_Way(at, way, False) for way in elsewhere)]
        bits = (1 << len(self._ways)) - (1 << first)
        for asks in (False, True):
            self._open[asks] |= bits * (cue.asks == "any" or (cue.asks == "only") is asks)
        for word in cue.words:
            self._for.words[word] = self._for.words.get(word, 0) | bits
        forbidden = 0
        for way in alternatives(cue.unless) if cue.unless else ():
            bit = self._unlesses = self._unlesses + 1
            self._against.need(way, 1, bit, 0)
            forbidden |= 1 << bit
        self._forbids.append(forbidden)

    def find(self, sentence: str, pieces: Sequence[str], asks: bool) -> Iterable[_Found]:
        """Give the cues found in a sentence and their places, in the order in which its words raise them."""
        told = self._for.told(pieces)
        left = told & self._open[asks]
        for lane in range(1, CHOICES + 1):
            left &= told >> (lane * self._size)
        if not left:
            return ()
        first = self._first(sentence, left)
        against = self._against.told(pieces) if first else 0
        found = []
        for at, one in first.items():
            span = self._probes[at].place(one, forbidden=bool(against & self._forbids[at]))
            if span is not None:
                found.append((self._probes[at].cue, *span))
        return found if len({one[0].move for one in found}) == len(found) else _as_raised(sentence, found)

    def _first(self, sentence: str, left: int) -> dict[int, re.Match[str]]:
        """Give where each cue stands first: where its sentence begins, else the leftmost, of two the way told first."""
        first: dict[int, re.Match[str]] = {}
        while left:
            bit = (left & -left).bit_length() - 1
            left &= left - 1
            at, pattern, begins = self._ways[bit]
            before = first.get(at)
            if before is not None and (begins or before.start() == 0):
                continue
            ready = self._ready.get(bit) or self._ready.setdefault(bit, re.compile(pattern))
            found = ready.match(sentence) if begins else ready.search(sentence)
            if found is not None and (before is None or found.start() < before.start()):
                first[at] = found
        return first


def _as_raised(sentence: str, found: Sequence[_Found]) -> Iterator[_Found]:
    """Give what was found in the order in which the words of the sentence raise it."""
    words = WORD.findall(sentence)
    return iter(sorted(found, key=lambda one: next(at for at, word in enumerate(words) if word in one[0].words)))
