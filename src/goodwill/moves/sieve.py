"""The cues looked for in a sentence: each way of wording one is searched only where the words it needs stand.

Each way has a bit in a great whole number; each piece of a sentence (what stands between two blanks) tells which cues
its words raise and which ways they serve, and the pieces of a sentence are laid over each other. Which bits a word sets
was worked out beforehand (`sieve_made`), and a pattern is compiled when it is first searched: so a draft of a few lines
costs a few patterns. Cues stand in falling order of rank; of a move that was found no lesser one is looked for.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, reduce
from itertools import pairwise
from operator import or_
from pathlib import Path
from typing import Any, NamedTuple

from goodwill.moves.normalise import WORD

CHOICES = 3
_MOST_KEPT = 20_000
_RUN = re.compile(r"[a-z]+")
_Search = Callable[[str], "re.Match[str] | None"]


class Wording(NamedTuple):
    """A cue as readers know it: the words that raise it, in a row; ways to word it, openings of a sentence first; and
    what must not stand beside it.
    """

    move: str
    p: float
    reach: str
    beside: Sequence[str]
    words: str
    ways: Sequence[str]
    unless: Sequence[str]

    @property
    def rank(self) -> tuple[bool, float]:
        """Of two cues of one move in a sentence the one of higher rank is read: free-standing ones, then the surer."""
        return not self.beside, self.p


Found = tuple[Wording, int, int]
"""A cue found, and the place of its words in the sentence."""


class _Pieces(dict[str, int]):
    """The bits each piece of a sentence sets, by its words and by its runs of letters; kept up to a limit."""

    def __init__(self, needed: dict[str, str], raised: dict[str, str], bits: Sequence[int]) -> None:
        super().__init__()
        self._needed, self._raised, self._bits = needed, raised, bits
        self._runs: dict[str, int] = {}
        self._always = _bits(needed.get("", ""))

    def __missing__(self, piece: str) -> int:
        if len(self) >= _MOST_KEPT:
            self.clear()
        raised = (self._raised[word] for word in WORD.findall(piece) if word in self._raised)
        cues = _all_of(self._bits[int(at)] for some in raised for at in some.split())
        told = self[piece] = _all_of(map(self._run, _RUN.findall(piece))) | cues
        return told

    def _run(self, run: str) -> int:
        """Give the bits of a run of letters, being a needed word or the beginning or end of one."""
        told = self._runs.get(run)
        if told is None:
            if len(self._runs) >= _MOST_KEPT:
                self._runs.clear()
            told = self._runs[run] = _all_of(_bits(self._needed[part]) for part in served(run) if part in self._needed)
        return told

    def told(self, pieces: Sequence[str]) -> int:
        """Give the bits that the pieces of a sentence set together."""
        return reduce(or_, map(self.__getitem__, pieces), self._always)


def served(run: str) -> Iterator[str]:
    """Give the needed words that a run of letters may be: itself, and all its beginnings and ends.

    >>> list(served("off"))
    ['off', 'o*', 'of*', 'off*', '*off', '*ff', '*f']
    """
    yield run
    yield from (run[:end] + "*" for end in range(1, len(run) + 1))
    yield from ("*" + run[start:] for start in range(len(run)))


def _bits(numbers: str) -> int:
    return _all_of(1 << int(at) for at in numbers.split())


def _all_of(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


class Sieve:
    """Finds cues in a sentence taken to pieces. It is made of what `sieve_made` says of them."""

    def __init__(self, told: dict[str, Any]) -> None:
        self._cues = [Wording(*one) for one in told["cues"]]
        self._ways, self._against = _rows(told["ways"]), _rows(told["against"])
        self._starts, self._bars, self._size = told["ways"], told["against"], told["ways"][-1]
        ranks = {rank: at for at, rank in enumerate(dict.fromkeys(cue.rank for cue in self._cues))}
        self._of = [(at, cue.move, ranks[cue.rank]) for at, cue in enumerate(self._cues) for _ in cue.ways]
        self._open = [_all_of(map(self._ways.__getitem__, some)) for some in told["asking"]]
        self._pieces = _Pieces(told["needed"], told["raised"], self._ways)
        self._ready: dict[int, tuple[bool, _Search]] = {}

    def find(self, sentence: str, pieces: Sequence[str], asks: bool) -> Iterable[Found]:
        """Give the cues found in a sentence and their places, in the order in which its words raise them."""
        told = self._pieces.told(pieces)
        left = told & self._open[asks]
        for lane in range(1, CHOICES + 1):
            left &= told >> (lane * self._size)
        found: list[Found] = []
        kept: dict[str, int] = {}
        while left:
            bit = (left & -left).bit_length() - 1
            at, move, rank = self._of[bit]
            ways = left & self._ways[at]
            left ^= ways
            if kept.get(move, rank) < rank:
                continue
            one = self._first(sentence, ways, bit)
            if one is not None and not self._forbidden(at, sentence, told):
                kept.setdefault(move, rank)
                found.append((self._cues[at], *_place(self._cues[at].reach, one)))
        return found if len(kept) == len(found) else _as_raised(sentence, found)

    def _first(self, sentence: str, ways: int, bit: int) -> re.Match[str] | None:
        """Give where a cue stands first: where its sentence begins, else the leftmost, of two the way told first."""
        first: re.Match[str] | None = None
        while True:
            begins, look = self._ready.get(bit) or self._made_ready(bit, self._of[bit][0])
            if first is None or not (begins or first.start() == 0):
                found = look(sentence)
                if found is not None and (first is None or found.start() < first.start()):
                    first = found
            ways ^= 1 << bit
            if not ways:
                return first
            bit = (ways & -ways).bit_length() - 1

    def _forbidden(self, at: int, sentence: str, told: int) -> bool:
        """Say whether what must not stand beside a cue does."""
        left = told & self._against[at]
        while left:
            bit = left.bit_length() - 1
            _, look = self._ready.get(bit) or self._made_ready(bit, at)
            if look(sentence) is not None:
                return True
            left ^= 1 << bit
        return False

    def _made_ready(self, bit: int, at: int) -> tuple[bool, _Search]:
        """Compile one of the ways of a cue, or of what must not stand beside it, and say if it begins a sentence."""
        cue, after = self._cues[at], bit - self._bars[at]
        way = cue.unless[after] if after >= 0 else cue.ways[bit - self._starts[at]]
        begins, pattern = way.startswith("^"), re.compile(way)
        told = self._ready[bit] = begins, pattern.match if begins else pattern.search
        return told


def _rows(ends: Sequence[int]) -> list[int]:
    """Give the bits of each cue, from where each one's bits begin."""
    return [(1 << end) - (1 << start) for start, end in pairwise(ends)]


def _place(reach: str, found: re.Match[str]) -> tuple[int, int]:
    """Give the place of a cue where its pattern was found."""
    if reach == "match":
        return found.span()
    end = max(found.end(), len(found.string.rstrip(".!?,;: \n")))
    return (found.start() if reach == "on" else 0), end


def _as_raised(sentence: str, found: Sequence[Found]) -> Iterator[Found]:
    """Give what was found in the order in which the words of the sentence raise it."""
    words = WORD.findall(sentence)
    return iter(sorted(found, key=lambda one: min(map(words.index, {*one[0].words.split()} & {*words}))))


def shipped_data() -> dict[str, Any]:
    """Give what the file that ships with the package says of the cues."""
    file = Path(__file__).parent / "cue_data" / "sieve.json"
    told: dict[str, Any] = json.loads(file.read_text("ascii"))
    return told


@cache
def shipped_sieve() -> Sieve:
    """Give the sieve of the cues that ship with the package."""
    return Sieve(shipped_data())
