"""The learnt phrases for many sentences: the same whole numbers, looked up and added for all of them at once."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodwill.moves.company_table import CompanyTable, Exact
from goodwill.moves.grams import Ints, Table, mix_for
from goodwill.moves.phrase_rows import LANE, Stored
from goodwill.moves.phrases import AROUND, BEFORE, BITS, CUE, END, FIRST, LAST, LEVELS, PAIR, START, Phrases

_TOGETHER = 64 // LANE
_ROUNDS = 3
_NEAR = 1e-6
Keys = tuple[Ints, Ints]
"""Phrases as whole numbers, and the sentence each stands in (ascending)."""
Judged = list[tuple[str, float]]
Small = NDArray[np.int32]


class Sentences(NamedTuple):
    """Sentences of many texts in a row: the numbers of their words, the moves of their cues, and which begin a text."""

    words: Sequence[Sequence[int]]
    cues: Sequence[Collection[str]]
    first: NDArray[np.bool_]


class PhraseTable:
    """Judges many sentences as `Phrases` judges one, four moves to a whole number of 64 bits."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        stored = phrases.weights.stored
        said = _sizes(stored) > 0
        keys = np.array(stored.numbers, np.int64)[said]
        self._packed = _packed(stored, len(phrases.moves))[said]
        self._table = Table(keys, mix_for(keys, _ROUNDS), _ROUNDS)
        self._marks = np.zeros((len(LEVELS), 0, len(phrases.moves)), np.int32)
        self._company = CompanyTable(phrases.company)
        self._steps, self._bias, self._slope, self._offset = map(
            np.array, (phrases.steps, phrases.bias, phrases.slope, phrases.offset)
        )
        kept, bars = phrases.company, np.array(phrases.bars)
        self._kept_steps, self._kept_slope, self._kept = map(np.array, (kept.steps, kept.slope, kept.offset))
        self._bars = np.log(bars / (1 - bars))

    def judged(self, sentences: Sentences) -> list[Judged]:
        """Give for each sentence the moves that are surely there with their chances."""
        sums, sizes = self._summed(sentences)
        likely = self._likely(sums, sizes)
        words = np.fromiter(map(len, sentences.words), np.int64, len(sizes))
        added = self._company.added(likely, words, sentences.first)
        out: list[Judged] = [[] for _ in sizes]
        for row, at, bars in self._asked(sums, sizes, likely, added, sentences.cues):
            alone = self._phrases.alone(at, int(sums[row, at]), int(sizes[row]))
            chance = self._phrases.company.chance(at, alone, int(added[row, at]))
            if chance >= bars[at]:
                out[row].append((self._phrases.moves[at], chance))
        return out

    def _asked(
        self, sums: Small, sizes: Ints, likely: Small, added: Exact, cues: Sequence[Collection[str]]
    ) -> Iterator[tuple[int, int, tuple[float, ...]]]:
        """Give the moves to look at in each sentence and their bars: what comes near its bar, then what a cue tells."""
        places = self._phrases.places
        told = {row: [places[move] for move in some if move in places] for row, some in enumerate(cues) if some}
        rows, moves = np.nonzero(likely)
        near = self._odds(sums, sizes, added, rows, moves) >= self._bars[moves] - _NEAR
        for row, at in zip(rows[near].tolist(), moves[near].tolist(), strict=True):
            if at not in told.get(row, ()):
                yield row, at, self._phrases.bars
        for row, some in told.items():
            for at in some:
                yield row, at, self._phrases.doubts

    def _odds(self, sums: Small, sizes: Ints, added: Exact, rows: Ints, moves: Ints) -> NDArray[np.float64]:
        """Give the log odds of some moves in some sentences, as near as many at once can be told."""
        score = sums[rows, moves] * self._steps[moves] / np.sqrt(sizes[rows]) + self._bias[moves]
        alone = self._slope[moves] * score + self._offset[moves]
        return np.asarray(
            alone * self._kept_slope[moves] + self._kept[moves] + self._kept_steps[moves] * added[rows, moves]
        )

    def _likely(self, sums: Small, sizes: Ints) -> Small:
        """Give how many levels of chance each move reaches in each sentence by itself."""
        found = np.zeros(sums.shape, np.int32)
        for marks in self._marks_for(sizes):
            found += sums >= marks
        found[sizes == 0] = 0
        return found

    def _summed(self, sentences: Sentences) -> tuple[Small, Ints]:
        """Give what the phrases of each sentence add up to, move by move, and how many they are."""
        count = len(sentences.words)
        total, sizes = np.zeros((count, self._packed.shape[1]), np.int64), np.zeros(count, np.int64)
        numbers = np.fromiter(chain.from_iterable(sentences.words), np.int64)
        lengths = np.fromiter(map(len, sentences.words), np.int64, count)
        cues = [(row, number) for row, some in enumerate(sentences.cues) if some for number in self._phrases.cues(some)]
        for keys, at in (
            _own(numbers, lengths),
            _before(numbers, lengths, sentences.first),
            *_beside(cues, sentences.first),
        ):
            rows, hit = self._table.rows(keys)
            ends = np.bincount(at[hit], minlength=count).cumsum()
            _add(total, self._packed.take(rows[hit], axis=0), ends)
            sizes += np.diff(ends, prepend=0)
        return _unpacked(total, len(self._phrases.moves)), sizes

    def _marks_for(self, sizes: Ints) -> Iterator[Small]:
        """Give for each level what the sums of each sentence must reach."""
        most = int(sizes.max(initial=0))
        if most >= self._marks.shape[1]:
            leasts = self._phrases.leasts
            self._marks = np.array([[leasts(level, size) for size in range(most + 1)] for level in LEVELS], np.int32)
        return (marks.take(sizes, axis=0) for marks in self._marks)


def _packed(stored: Stored, moves: int) -> Ints:
    """Give the weights of each phrase, four moves to a whole number."""
    lanes = np.zeros((len(stored.numbers), -(-moves // _TOGETHER) * _TOGETHER), np.int16)
    rows = np.repeat(np.arange(len(lanes)), _sizes(stored))
    lanes[rows, np.frombuffer(stored.moves, np.uint8)] = np.array(stored.values)
    packed = np.zeros((len(lanes), lanes.shape[1] // _TOGETHER), np.int64)
    for lane in reversed(range(_TOGETHER)):
        packed = (packed << LANE) + lanes[:, lane::_TOGETHER]
    return np.asarray(packed)


def _sizes(stored: Stored) -> Ints:
    """Give of how many moves each phrase says something."""
    ends = np.array(stored.ends, np.int64)
    return np.asarray(ends - np.append(0, ends[:-1]))


def _unpacked(total: Ints, moves: int) -> Small:
    lanes = np.ascontiguousarray(total, "<i8").view("<i2").astype(np.int32)
    groups = lanes.reshape(len(total), -1, _TOGETHER)
    groups[:, :, 1:] += groups[:, :, :-1] < 0
    return lanes[:, :moves]


def _add(total: Ints, rows: Ints, ends: Ints) -> None:
    """Add to each total the rows of its sentence."""
    starts = np.append(0, ends[:-1])
    some = starts < ends
    if some.any():
        total[some] += np.add.reduceat(rows, starts[some], axis=0)


def _own(numbers: Ints, lengths: Ints) -> Keys:
    """Give the words of each sentence, the pairs, and the pairs around one word."""
    ends = (lengths + 2).cumsum()
    row = np.zeros(len(numbers) + 2 * len(lengths), np.int64)
    row[ends - 1] = END
    row[ends - lengths - 2] = START
    row[row == 0] = numbers
    at = np.repeat(np.arange(len(lengths)), lengths + 2)
    keys = np.zeros((len(row), 3), np.int64)
    keys[:, 0] = row
    keys[:-1, 1] = PAIR + (row[:-1] << BITS) + row[1:]
    keys[:-2, 2] = AROUND + (row[:-2] << BITS) + row[2:]
    keys[ends - 1] = 0
    keys[ends - 2, 2] = 0
    keys[ends - lengths - 2, 0] = 0
    return keys.ravel(), np.repeat(at, 3)


def _before(numbers: Ints, lengths: Ints, first: NDArray[np.bool_]) -> Keys:
    """Give the words of the sentence before, in the same text."""
    following = np.arange(1, len(lengths) + 1)
    followed = np.append(~first[1:], False)
    kept = np.repeat(followed, lengths)
    return numbers[kept] | BEFORE, np.repeat(following, lengths)[kept]


def _beside(cues: Sequence[tuple[int, int]], first: NDArray[np.bool_]) -> tuple[Keys, Keys, Keys]:
    """Give the cues of each sentence, and its place."""
    at, numbers = np.array(cues, np.int64).reshape(-1, 2).T
    begins, ends = np.flatnonzero(first), np.flatnonzero(np.append(first[1:], True)[: len(first)])
    return (numbers | CUE, at), (np.full(len(begins), FIRST), begins), (np.full(len(ends), LAST), ends)
