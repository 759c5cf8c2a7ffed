"""Reads the nine acts of the CaSiNo corpus by trained weights: every text gets a chance for each of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from goodwill.moves.grams import before_keys, letter_keys, seen, word_keys
from goodwill.moves.masking import masked, tokens
from goodwill.moves.net import Net, shipped_net
from goodwill.moves.normalise import plain, sentences
from goodwill.moves.reader import Reading, Utterance
from goodwill.moves.weights import Floats, Weights, in_a_row, shipped

VERSION = "model@2"
LONGEST = 20_000
"""No text is read beyond this many characters."""
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
    texts = {text: masked(text[:LONGEST]) for text in {text for turn in batch for text in (turn.text, turn.before)}}
    words = {text: tokens(plain_text) for text, plain_text in texts.items()}
    known = {text: weights.numbered(some) for text, some in words.items()}
    own = [texts[turn.text] for turn in batch]
    parts = (
        word_keys(*in_a_row([known[turn.text] for turn in batch])),
        letter_keys(own),
        before_keys(*in_a_row([known[turn.before] for turn in batch])),
    )
    beside = context(batch, own)
    scores = np.einsum("ij,jk->ik", beside, weights.dense) + weights.bias
    for number, part in enumerate(parts):
        scores += weights.block(number, seen(part, weights.table), len(batch))
    if net:
        ids = {text: net.numbered(some) for text, some in words.items()}
        scores += net.scores([ids[turn.text] for turn in batch], [ids[turn.before] for turn in batch], beside)
    return np.asarray(scores)


def context(batch: Sequence[Turn], texts: Sequence[str]) -> Floats:
    """Give what stands beside the words: place in the thread, whether one spoke twice, a question, the length."""
    rows = np.arange(len(batch))
    dense = np.zeros((len(batch), _PLACES + 3))
    dense[rows, np.minimum([turn.at for turn in batch], _PLACES - 1)] = 0.5
    dense[:, _PLACES] = [0.5 * turn.same for turn in batch]
    dense[:, _PLACES + 1] = [0.5 * ("?" in text) for text in texts]
    dense[:, _PLACES + 2] = np.log1p([text.count(" ") - 1 for text in texts]) / 6
    return dense


class ModelReader:
    """The trained reader. `surely` asks for nine right readings in ten instead of the best balance.

    Weights of one's own are read alone; the shipped ones go with the shipped net.
    """

    name = VERSION

    def __init__(self, *, surely: bool = False, weights: Weights | None = None) -> None:
        self._weights = weights or shipped("moves")
        self._net = None if weights else shipped_net()
        self._bar = self._weights.sure if surely else self._weights.thresholds

    @property
    def labels(self) -> tuple[str, ...]:
        """The moves this reader knows, in the order of its scores."""
        return self._weights.labels

    def chances(self, batch: Iterable[Turn]) -> Iterator[Floats]:
        """Give the calibrated chances of the labels for each turn of a stream."""
        stream = iter(batch)
        while some := list(islice(stream, _AT_ONCE)):
            yield from self._weights.chance(raw_scores(self._weights, some, self._net))

    def scores(self, text: str, before: Sequence[Utterance] = ()) -> dict[str, float]:
        """Give the chance of each move in one text."""
        turn = Turn(text, before[-1].text if before else "", len(before))
        return dict(zip(self.labels, next(self.chances([turn])).tolist(), strict=True))

    def scores_thread(self, utterances: Sequence[Utterance]) -> list[dict[str, float]]:
        """Give the chance of each move in each utterance of a thread."""
        return [dict(zip(self.labels, row.tolist(), strict=True)) for row in self.chances(turns(utterances))]

    def seen(self, chances: Floats) -> NDArray[np.bool_]:
        """Tell which labels are above their bar."""
        return np.asarray(chances >= self._bar)

    def read(self, text: str, before: Sequence[Utterance] = ()) -> list[Reading]:
        """Give the moves above their bar, each at the sentence that speaks for it most."""
        turn = Turn(text, before[-1].text if before else "", len(before))
        return next(self.read_turns([turn]))[1]

    def read_thread(self, utterances: Sequence[Utterance]) -> list[list[Reading]]:
        """Give the readings of each utterance of a thread."""
        return [readings for _, readings in self.read_turns(turns(utterances))]

    def read_turns(self, batch: Iterable[Turn]) -> Iterator[tuple[Floats, list[Reading]]]:
        """Give the chances and the readings of each turn of a stream, many at once."""
        stream = iter(batch)
        while some := list(islice(stream, _AT_ONCE)):
            chances = self._weights.chance(raw_scores(self._weights, some, self._net))
            yield from zip(chances, self._placed(some, chances), strict=True)

    def _placed(self, batch: Sequence[Turn], chances: Floats) -> Iterator[list[Reading]]:
        """Give the readings of each turn; where it has several sentences, the one that speaks for the move most."""
        above = self.seen(chances)
        spans = {row: _spans(batch[row]) for row in np.flatnonzero(above.any(1)).tolist()}
        asked = {row: some for row, some in spans.items() if len(some) > 1}
        parts = [
            Turn(t.text[a:b], "", t.at, t.same) for row, some in asked.items() for t in (batch[row],) for a, b in some
        ]
        scores = raw_scores(self._weights, parts) if parts else np.zeros((0, len(self.labels)))
        ends = np.cumsum([len(some) for some in asked.values()])
        best = {row: scores[end - len(asked[row]) : end].argmax(0) for row, end in zip(asked, ends, strict=True)}
        for row, found in enumerate(above):
            places = [
                (int(label), spans[row][best[row][label] if row in best else 0]) for label in np.flatnonzero(found)
            ]
            yield [Reading(self.labels[at], a, b, float(chances[row, at]), VERSION) for at, (a, b) in places]


def _spans(turn: Turn) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in sentences(plain(turn.text[:LONGEST]))] or [(0, len(turn.text))]
