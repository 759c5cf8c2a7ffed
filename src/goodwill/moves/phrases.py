"""What was learnt from coded business messages: how much each small turn of phrase speaks for or against each move.

Each word, pair of neighbours and pair around one word of a sentence, each word of the sentence before and each cue
has a weight for every move. Weights are small whole numbers, all moves of one phrase side by side in one great whole
number, so that a sentence is judged by adding a few dozen of them and setting the sum against the marks of all moves
at once: no other package is needed. What is likely there is then weighed by the company the sentence keeps.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import add
from typing import NamedTuple

from goodwill.moves.company import Company, chance, lane
from goodwill.moves.normalise import WORD
from goodwill.moves.phrase_rows import LANE, PhraseRows
from goodwill.moves.stems import stems

VERSION = "phrases@1"
MOST_WORDS = 100
"""No more words of a sentence are heard, so that no sum of weights leaves its lane."""
MOST_WEIGHT = 15
_HALF = 1 << (LANE - 1)
_ALL = (1 << LANE) - 1
_FURTHEST = 14_100
_MOST_KEPT = 20_000
LEVELS = (0.1, 0.4, 0.7)
"""A move is likely in a sentence by itself from these chances on, once for each."""
BITS = 14
ONE = (1 << BITS) - 1
PAIR, AROUND, BEFORE, _PLACE, CUE = (kind << (2 * BITS) for kind in (1, 2, 3, 4, 5))
START, END = ONE - 1, ONE
FIRST, LAST = _PLACE | 1, _PLACE | 2
_TO_AROUND = (AROUND - PAIR).__add__


def cue_word(move: str) -> str:
    """Give the word that stands for a cue of a move in the list of words."""
    return f"cue {move}"


class Heard(NamedTuple):
    """What one sentence is judged by: the numbers of its words, of those before it, of its cues; and its place."""

    words: Sequence[int]
    before: Sequence[int]
    cues: Sequence[int]
    first: bool
    last: bool

    def keys(self) -> list[int]:
        """Give the phrases of the sentence as whole numbers, each as often as it stands there."""
        row = (START, *self.words, END)
        pairs = [PAIR + (one << BITS) for one in row]
        return [
            *self.words,
            *map(add, pairs, row[1:]),
            *map(add, map(_TO_AROUND, pairs), row[2:]),
            *map(BEFORE.__or__, self.before),
            *map(CUE.__or__, self.cues),
            *((FIRST,) if self.first else ()),
            *((LAST,) if self.last else ()),
        ]


class Summed(NamedTuple):
    """What the weights of a sentence's phrases add up to, all moves side by side; how many they and its words are."""

    total: int
    size: int
    words: int


def learnable(key: int) -> bool:
    """Say whether all words of a phrase have a number."""
    return bool(key & ONE) and (key >> (2 * BITS) not in (1, 2) or bool(key >> BITS & ONE))


@dataclass(frozen=True)
class Phrases:
    """What was learnt: the moves; the words by number, from 1; each phrase's weights; how sums become chances."""

    moves: tuple[str, ...]
    words: tuple[str, ...]
    weights: PhraseRows = field(repr=False)
    steps: tuple[float, ...]
    bias: tuple[float, ...]
    slope: tuple[float, ...]
    offset: tuple[float, ...]
    bars: tuple[float, ...]
    doubts: tuple[float, ...]
    company: Company

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {word: at for at, word in enumerate(self.words, 1)}

    @cached_property
    def _half(self) -> int:
        """Half a lane in every lane, so that no lane of a sum is below nothing."""
        return sum(_HALF << (LANE * at) for at in range(len(self.moves)))

    @cached_property
    def _marks(self) -> dict[tuple[float, int], int]:
        return {}

    def _mark(self, level: float, size: int) -> int:
        """Give what the sums of so many phrases must reach for each move to be so likely, lane by lane."""
        mark = self._marks.get((level, size))
        if mark is None:
            leasts = enumerate(self.leasts(level, size))
            mark = self._marks[level, size] = sum(least << (LANE * at) for at, least in leasts)
        return mark

    def leasts(self, level: float, size: int) -> list[int]:
        """Give what the weights of so many phrases must add up to, for each move to be so likely."""
        return [self._least(at, level, size) for at in range(len(self.moves))]

    def _least(self, at: int, level: float, size: int) -> int:
        score = (math.log(level / (1 - level)) - self.offset[at]) / self.slope[at]
        least = (score - self.bias[at]) / self.steps[at] * math.sqrt(size)
        return math.ceil(min(max(least, -_FURTHEST), _FURTHEST))

    @cached_property
    def _pieces(self) -> "_Pieces":
        return _Pieces(self._ids)

    def heard(self, pieces: Iterable[str]) -> list[int]:
        """Give the numbers of what the words of a sentence count as, 0 for one that was not learnt."""
        return [*chain.from_iterable(map(self._pieces.__getitem__, pieces))][:MOST_WORDS]

    def heard_of(self, pieces: Iterable[str]) -> list[tuple[int, ...]]:
        """Give the numbers of what the words in each of many pieces count as."""
        return [*map(self._pieces.__getitem__, pieces)]

    def cues(self, moves: Iterable[str]) -> list[int]:
        """Give the numbers of the cues of some moves, 0 for one that was not learnt."""
        return [self._ids.get(cue_word(move), 0) for move in moves]

    def summed(self, heard: Heard) -> Summed:
        """Add up the weights of a sentence's phrases."""
        learnt = [*filter(None, map(self.weights.__getitem__, heard.keys()))]
        return Summed(sum(learnt) + self._half, len(learnt), len(heard.words))

    def judged(self, said: Sequence[Summed], cues: Sequence[Collection[str]]) -> list[list[tuple[str, float]]]:
        """Give for each sentence of a text the moves that are surely there with their chances: over their bar, or told
        by a cue not in doubt.
        """
        likely = [self._likely(one) for one in said]
        added = self.company.added(likely, [one.words for one in said])
        return [self._sure(*one) for one in zip(said, likely, added, cues, strict=True)]

    def _sure(self, one: Summed, likely: Sequence[int], added: int, cues: Collection[str]) -> list[tuple[str, float]]:
        told = [self.places[move] for move in cues if move in self.places] if cues else ()
        seen = []
        for at in (*sorted({*likely}.difference(told)), *told):
            alone = self.alone(at, _lane(one.total, at), one.size)
            sure = chance(self.company.odds(at, alone, lane(added, at)))
            if sure >= (self.doubts if at in told else self.bars)[at]:
                seen.append((self.moves[at], sure))
        return seen

    def _likely(self, one: Summed) -> list[int]:
        """Give the moves that the phrases of a sentence alone make likely, once for each level they reach."""
        likely = list[int]()
        for level in LEVELS if one.size else ():
            over = (one.total - self._mark(level, one.size)) & self._half
            if not over:
                break
            while over:
                likely.append((over & -over).bit_length() // LANE - 1)
                over &= over - 1
        return likely

    @cached_property
    def places(self) -> dict[str, int]:
        """Give the place of each move."""
        return {move: at for at, move in enumerate(self.moves)}

    def alone(self, at: int, whole: int, size: int) -> float:
        """Give the log odds of a move in a sentence by itself, from what the weights of so many phrases add up to."""
        score = whole * self.steps[at] / (math.sqrt(size) or 1.0) + self.bias[at]
        return self.slope[at] * score + self.offset[at]


class _Pieces(dict[str, tuple[int, ...]]):
    """The numbers of the words in a piece of a sentence; kept for the next sentence, up to a limit."""

    def __init__(self, ids: dict[str, int]) -> None:
        super().__init__()
        self._ids = ids

    def __missing__(self, piece: str) -> tuple[int, ...]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        spoken = (stem for word in WORD.findall(piece) for stem in stems(word))
        told = self[piece] = tuple(self._ids.get(stem, 0) for stem in spoken)
        return told


def _lane(total: int, at: int) -> int:
    return (total >> (LANE * at) & _ALL) - _HALF
