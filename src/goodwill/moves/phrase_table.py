"""The learnt phrases for many sentences: the same whole numbers, looked up and added for all of them at once."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodwill.moves.company import chance
from goodwill.moves.company_table import CompanyTable, Exact
from goodwill.moves.grams import Ints, Table, mix_for
from goodwill.moves.phrase_rows import Stored
from goodwill.moves.phrases import AROUND, BEFORE, BITS, CUE, END, FIRST, LAST, LEVELS, PAIR, START, Phrases
from goodwill.moves.rows import Rows

_ROUNDS = 3
_NEAR = 1e-6
Keys = tuple[Ints, Ints]
"""Phrases as whole numbers, and the sentence each stands in (ascending)."""
Judged = list[tuple[str, float]]
Small = NDArray[np.int16]
Places = tuple[Ints, Ints]


class Sentences(NamedTuple):
    """Sentences of many texts in a row: the numbers of their words, the moves of their cues, and which begin a text."""

    words: Rows
    cues: Sequence[Collection[str]]
    first: NDArray[np.bool_]


class PhraseTable:
    """Judges many sentences as `Phrases` judges one, a row of small whole numbers to a sentence."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        stored = phrases.weights.stored
        said = _sizes(stored) > 0
        keys = np.array(stored.numbers, np.int64)[said]
        self._weights = _weights(stored, len(phrases.moves))[said]
        self._table = Table(keys, mix_for(keys, _ROUNDS), _ROUNDS)
        self._marks = np.zeros((len(LEVELS), 0, len(phrases.moves)), np.int16)
        self._company = CompanyTable(phrases.company)
        self._steps, self._bias, self._slope, self._offset = map(
            np.array, (phrases.steps, phrases.bias, phrases.slope, phrases.offset)
        )
        kept, bars = phrases.company, np.array((phrases.bars, phrases.doubts))
        self._kept_steps, self._kept_slope, self._kept = map(np.array, (kept.steps, kept.slope, kept.offset))
        self._bars = np.log(bars / (1 - bars))

    def judged(self, sentences: Sentences) -> list[Judged]:
        """Give for each sentence the moves that are surely there with their chances."""
        sums, sizes = self._summed(sentences)
        likely = self._likely(sums, sizes)
        added = self._company.added(likely, sentences.words.lengths, sentences.first)
        out: list[Judged] = [[] for _ in sizes]
        bars = self._phrases.bars, self._phrases.doubts
        for told, (rows, moves) in enumerate(self._asked(likely, sentences.cues)):
            odds = self._odds(sums, sizes, added, rows, moves)
            near = np.flatnonzero(odds >= self._bars[told].take(moves) - _NEAR)
            for row, at, one in zip(*(some.take(near).tolist() for some in (rows, moves, odds)), strict=True):
                if (sure := chance(one)) >= bars[told][at]:
                    out[row].append((self._phrases.moves[at], sure))
        return out

    def _asked(self, likely: Small, cues: Sequence[Collection[str]]) -> tuple[Places, Places]:
        """Give the sentences and moves to look at: first what is likely and no cue tells, then what a cue tells."""
        places = self._phrases.places
        told = [(row, places[move]) for row, some in enumerate(cues) if some for move in some if move in places]
        rows, moves = np.array(told, np.int64).reshape(-1, 2).T
        untold = likely > 0
        untold[rows, moves] = False
        others, theirs = np.nonzero(untold)
        return (others, theirs), (rows, moves)

    def _odds(self, sums: Small, sizes: Ints, added: Exact, rows: Ints, moves: Ints) -> NDArray[np.float64]:
        """Give the log odds of some moves in some sentences, step by step as they are worked out for one."""
        root = np.sqrt(np.maximum(sizes.take(rows), 1))
        score = sums[rows, moves] * self._steps.take(moves) / root + self._bias.take(moves)
        alone = self._slope.take(moves) * score + self._offset.take(moves)
        kept = self._kept_slope.take(moves) * alone + self._kept.take(moves)
        return np.asarray(kept + self._kept_steps.take(moves) * added[rows, moves])

    def _likely(self, sums: Small, sizes: Ints) -> Small:
        """Give how many levels of chance each move reaches in each sentence by itself."""
        found = np.zeros(sums.shape, np.int16)
        for marks in self._marks_for(sizes):
            found += sums >= marks
        found[sizes == 0] = 0
        return found

    def _summed(self, sentences: Sentences) -> tuple[Small, Ints]:
        """Give what the phrases of each sentence add up to, move by move, and how many they are."""
        numbers, lengths = sentences.words
        count = len(lengths)
        total, sizes = np.zeros((count, self._weights.shape[1]), np.int16), np.zeros(count, np.int64)
        cues = [(row, number) for row, some in enumerate(sentences.cues) if some for number in self._phrases.cues(some)]
        for keys, at in (
            _own(numbers, lengths),
            _before(numbers, lengths, sentences.first),
            *_beside(cues, sentences.first),
        ):
            which, rows = self._table.found(keys)
            phrases = Rows(rows, np.bincount(at.take(which), minlength=count))
            self._add(total, phrases)
            sizes += phrases.lengths
        return total, sizes

    def _add(self, total: Small, phrases: Rows) -> None:
        """Add to the sums of each sentence the weights of its phrases."""
        falling, columns = phrases.abreast()
        sums = np.zeros((len(falling), total.shape[1]), np.int16)
        for column in columns:
            sums[: len(column)] += self._weights.take(column, axis=0)
        total[falling] += sums

    def _marks_for(self, sizes: Ints) -> Iterator[Small]:
        """Give for each level what the sums of each sentence must reach."""
        most = int(sizes.max(initial=0))
        if most >= self._marks.shape[1]:
            leasts = self._phrases.leasts
            self._marks = np.array([[leasts(level, size) for size in range(most + 1)] for level in LEVELS], np.int16)
        return (marks.take(sizes, axis=0) for marks in self._marks)


def _weights(stored: Stored, moves: int) -> Small:
    """Give the weights of each phrase; no sum of them is too great for two bytes (`phrases.MOST_WORDS`)."""
    told = np.zeros((len(stored.numbers), moves), np.int16)
    rows = np.repeat(np.arange(len(told)), _sizes(stored))
    told[rows, np.frombuffer(stored.moves, np.uint8)] = np.array(stored.values)
    return told


def _sizes(stored: Stored) -> Ints:
    """Give of how many moves each phrase says something."""
    ends = np.array(stored.ends, np.int64)
    return np.asarray(ends - np.append(0, ends[:-1]))


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
