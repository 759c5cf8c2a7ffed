"""Reads the nine acts of the CaSiNo corpus by trained weights: every text gets a chance for each of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

import numpy as np
from numpy.typing import NDArray

from goodwill.moves.net import shipped_net
from goodwill.moves.normalise import Sentence, plain, sentences
from goodwill.moves.reader import Reading, Utterance
from goodwill.moves.scoring import Scores, Turn, turns, wording_for
from goodwill.moves.unswept import unswept
from goodwill.moves.weights import Floats, Weights, shipped
from goodwill.moves.wording import LONGEST

VERSION = "model@2"
_AT_ONCE = 2000
_MOST_KEPT = 20_000


class ModelReader:
    """The trained reader. `surely` asks for nine right readings in ten instead of the best balance.

    Weights of one's own are read alone; the shipped ones go with the shipped net.
    """

    name = VERSION

    def __init__(self, *, surely: bool = False, weights: Weights | None = None) -> None:
        self._weights = weights or shipped("moves")
        self._net = None if weights else shipped_net()
        self._wording = wording_for(self._weights, self._net)
        self._bar = self._weights.sure if surely else self._weights.thresholds

    @property
    def labels(self) -> tuple[str, ...]:
        """The moves this reader knows, in the order of its scores."""
        return self._weights.labels

    def chances(self, batch: Iterable[Turn]) -> Iterator[Floats]:
        """Give the calibrated chances of the labels for each turn of a stream."""
        stream = iter(batch)
        while some := list(islice(stream, _AT_ONCE)):
            yield from self._weights.chance(self._scores(some).of_turns())

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

    def read_turns(
        self, batch: Iterable[Turn], sentences: Iterable[Sequence[Sentence]] | None = None
    ) -> Iterator[tuple[Floats, list[Reading]]]:
        """Give the chances and the readings of each turn of a stream, many at once.

        Who knows the sentences of the texts (which may be longer than what is read here) saves finding them again.
        """
        stream = iter(batch)
        known = None if sentences is None else iter(sentences)
        while some := list(islice(stream, _AT_ONCE)):
            yield from self._read(some, [None] * len(some) if known is None else list(islice(known, len(some))))

    @unswept()
    def _read(
        self, batch: Sequence[Turn], known: Sequence[Sequence[Sentence] | None]
    ) -> Iterable[tuple[Floats, list[Reading]]]:
        scores = self._scores(batch)
        chances = self._weights.chance(scores.of_turns())
        return zip(chances, self._placed(scores, batch, known, chances), strict=True)

    def _scores(self, batch: Sequence[Turn]) -> Scores:
        """Take turns to pieces; what is known of a piece is kept for the next turns, up to a limit."""
        if len(self._wording) > _MOST_KEPT:
            self._wording = wording_for(self._weights, self._net)
        return Scores(self._weights, batch, self._net, self._wording)

    def _placed(
        self, scores: Scores, batch: Sequence[Turn], known: Sequence[Sequence[Sentence] | None], chances: Floats
    ) -> list[list[Reading]]:
        """Give the readings of each turn; where it has several sentences, the one that speaks for the move most."""
        above = self.seen(chances)
        spans = {row: _spans(batch[row], known[row]) for row in np.flatnonzero(above.any(1)).tolist()}
        asked = [(row, some) for row, some in spans.items() if len(some) > 1]
        each = scores.of_sentences(asked)
        starts = accumulate((len(some) for _, some in asked), initial=0)
        each_of = (each[at : at + len(some)] for (_, some), at in zip(asked, starts, strict=False))
        best = {row: one.argmax(0).tolist() for (row, _), one in zip(asked, each_of, strict=True)}
        out: list[list[Reading]] = [[] for _ in batch]
        for row, at in zip(*(one.tolist() for one in np.nonzero(above)), strict=True):
            start, end, _ = spans[row][best[row][at] if row in best else 0]
            out[row].append(Reading(self.labels[at], start, end, float(chances[row, at]), VERSION))
        return out


def _spans(turn: Turn, known: Sequence[Sentence] | None) -> Sequence[Sentence]:
    if known is None or len(turn.text) > LONGEST:
        known = sentences(plain(turn.text[:LONGEST]))
    return known or (Sentence(0, len(turn.text), False),)
