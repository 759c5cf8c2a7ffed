"""What the trained weights say of turns of a thread: a score for each label, many turns at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from goodwill.moves.grams import Ints, before_keys, once, seen, word_keys
from goodwill.moves.masking import alone
from goodwill.moves.net import Net
from goodwill.moves.normalise import Sentence
from goodwill.moves.reader import Utterance
from goodwill.moves.rows import Rows
from goodwill.moves.weights import Floats, Weights
from goodwill.moves.wording import Wording

_AT_ONCE = 2000
_PLACES = 8


@dataclass(frozen=True, slots=True)
class Turn:
    """A text with its context: the text before, its place in the thread, whether its speaker spoke twice."""

    text: str
    before: str = ""
    at: int = 0
    same: bool = False


def turns(utterances: Sequence[Utterance]) -> Iterator[Turn]:
    """Give each utterance of a thread with its context."""
    before, by = "", None
    for at, utterance in enumerate(utterances):
        yield Turn(utterance.text, before, at, utterance.by == by)
        before, by = utterance.text, utterance.by


def raw_scores(weights: Weights, batch: Sequence[Turn], net: Net | None = None) -> Floats:
    """Give each turn's score for each label, before calibration: (turns, labels); with what the net adds."""
    return Scores(weights, batch, net, wording_for(weights, net)).of_turns()


def wording_for(weights: Weights, net: Net | None) -> Wording:
    """Give an empty wording that knows the words and letters of the weights."""
    return Wording(weights.ids, net.ids if net else {}, weights.table)


def context(batch: Sequence[Turn], texts: Sequence[str]) -> Floats:
    """Give what stands beside the words: place in the thread, whether one spoke twice, a question, the length."""
    return _beside(batch, ["?" in text for text in texts], [text.count(" ") - 1 for text in texts])


def _beside(batch: Sequence[Turn], asks: Sequence[bool] | NDArray[np.bool_], words: Sequence[int] | Ints) -> Floats:
    rows = np.arange(len(batch))
    dense = np.zeros((len(batch), _PLACES + 3))
    dense[rows, np.minimum([turn.at for turn in batch], _PLACES - 1)] = 0.5
    dense[:, _PLACES] = [0.5 * turn.same for turn in batch]
    dense[:, _PLACES + 1] = 0.5 * np.asarray(asks)
    dense[:, _PLACES + 2] = np.log1p(np.maximum(words, 1)) / 6
    return dense


class Scores:
    """Some turns taken to pieces, so that they can be scored whole and then sentence by sentence."""

    def __init__(self, weights: Weights, batch: Sequence[Turn], net: Net | None, wording: Wording) -> None:
        self._weights, self._net, self._batch, self._wording = weights, net, batch, wording
        both = dict.fromkeys(chain.from_iterable((turn.text, turn.before) for turn in batch))
        place = {text: at for at, text in enumerate(both)}
        texts = wording.taken(both)
        self._own = texts.take(np.array([place[turn.text] for turn in batch], np.int64))
        self._before = texts.take(np.array([place[turn.before] for turn in batch], np.int64))

    def of_turns(self) -> Floats:
        """Give the score of each turn for each label."""
        before, heard = self._before.spelt(self._wording.words), self._wording.heard
        beside = self._context(self._batch, self._own)
        scores = self._linear(self._own, beside)
        told = seen(*before_keys(before.numbers, before.at), self._weights.table)
        scores += self._weights.block(2, told, len(self._batch))
        if self._net:
            scores += self._net.scores(self._own.spelt(heard), self._before.spelt(heard), beside)
        return scores

    def of_sentences(self, asked: Sequence[tuple[int, Sequence[Sentence]]]) -> Floats:
        """Give the linear score of each sentence of some turns as if it stood alone: (sentences, labels)."""
        turn_of = [self._batch[row] for row, some in asked for _ in some]
        texts = [self._batch[row].text[start:end] for row, some in asked for start, end, _ in some]
        rows = self._cut(asked, texts)
        parts = [
            self._linear(some, self._context(turn_of[start : start + _AT_ONCE], some))
            for start in range(0, len(texts), _AT_ONCE)
            for some in (rows.take(np.arange(start, min(start + _AT_ONCE, len(texts)))),)
        ]
        return np.concatenate([np.zeros((0, len(self._weights.labels))), *parts])

    def _cut(self, asked: Sequence[tuple[int, Sequence[Sentence]]], texts: Sequence[str]) -> Rows:
        """Give the pieces of sentences: cut out of those of the turn where they are the same, else taken anew."""
        sizes = [len(text.split()) for text in texts]
        whole, ends = self._own.lengths.tolist(), self._own.lengths.cumsum().tolist()
        starts: list[int] = []
        anew: list[int] = []
        for row, some in asked:
            at = len(starts)
            mine = sizes[at : at + len(some)]
            starts += [ends[row] - whole[row] + before for before in accumulate(mine, initial=0)][:-1]
            if sum(mine) != whole[row] or not alone(self._batch[row].text):
                anew += range(at, at + len(some))
        fresh, replaced = self._wording.taken([texts[one] for one in anew]), np.array(anew, np.int64)
        begins, lengths = np.array(starts, np.int64), np.array(sizes, np.int64)
        begins[replaced] = len(self._own.numbers) + fresh.lengths.cumsum() - fresh.lengths
        lengths[replaced] = fresh.lengths
        return Rows(np.append(self._own.numbers, fresh.numbers), lengths).slices(begins, lengths)

    def _context(self, batch: Sequence[Turn], texts: Rows) -> Floats:
        asks, sizes = (texts.sums(each.take(texts.numbers)) for each in (self._wording.asks, self._wording.sizes))
        return _beside(batch, asks > 0, sizes)

    def _linear(self, texts: Rows, beside: Floats) -> Floats:
        """Give what the words and letters of texts say, and what stands beside them."""
        weights = self._weights
        words, letters = texts.spelt(self._wording.words), texts.spelt(self._wording.letters)
        scores = np.asarray(np.einsum("ij,jk->ik", beside, weights.dense) + weights.bias)
        scores += weights.block(0, seen(*word_keys(words.numbers, words.at), weights.table), len(beside))
        scores += weights.block(1, once(letters.numbers, letters.at, weights.table), len(beside))
        return scores
