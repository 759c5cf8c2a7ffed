"""Turns texts into rows of numbered words, words of like company starting alike, for the small net to learn from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from moves_data import Turn
from sklearn.utils.extmath import randomized_svd

from goodwill.moves import scoring
from goodwill.moves.masking import masked, tokens
from goodwill.moves.net import LONGEST, PADS

SIZE = 64
_NEAR, _SPREAD = 4, 0.3
Batch = tuple[np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True, slots=True)
class Words:
    """Words known to the net (0 stands for none, 1 for any other) and where each begins."""

    ids: dict[str, int]
    start: np.ndarray

    def of(self, text: str) -> list[int]:
        """Give the numbers of a text's words."""
        return [self.ids.get(word, 1) for word in tokens(masked(text))[:LONGEST]]


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of each text and of the one before it, with the context columns."""

    text: list[list[int]]
    before: list[list[int]]
    dense: np.ndarray

    def some(self, rows: np.ndarray) -> Batch:
        """Give the batch of these rows."""
        return padded([self.text[at] for at in rows]), padded([self.before[at] for at in rows]), self.dense[rows]


def texts_of(turns: Sequence[Turn], words: Words) -> Texts:
    """Number the words of all turns."""
    plain = [scoring.Turn(turn.text, turn.before, turn.at, turn.same) for turn in turns]
    dense = scoring.context(plain, [masked(turn.text) for turn in turns])
    return Texts([words.of(turn.text) for turn in turns], [words.of(turn.before) for turn in turns], dense)


def padded(texts: Sequence[Sequence[int]]) -> np.ndarray:
    """Give the words of each text in a row, with empty places before and after."""
    out = np.zeros((len(texts), max(map(len, texts), default=0) + 2 * PADS), np.int64)
    for row, text in enumerate(texts):
        out[row, PADS : PADS + len(text)] = text
    return out


def unlabelled(turns: Sequence[Turn]) -> list[str]:
    """Give the texts of dialogues in which nothing is labelled: they are in no fold."""
    marked = {turn.dialogue for turn in turns if turn.labels is not None}
    return [turn.text for turn in turns if turn.dialogue not in marked]


def learnt_words(texts: Sequence[str]) -> Words:
    """Give words that keep like company like places: from texts that nobody labelled."""
    said = [tokens(masked(text)) for text in texts]
    often = Counter(word for one in said for word in one)
    ids = {word: at for at, word in enumerate(sorted(word for word, count in often.items() if count > 1), 2)}
    both = _company([[ids.get(word, 1) for word in one] for one in said], len(ids) + 2)
    total = np.asarray(both.sum(1)).ravel() + 1e-9
    damped = total**0.75
    more = np.maximum(0, np.log(both.data * damped.sum() / (total[both.row] * damped[both.col])))
    left, strength, _ = randomized_svd(sp.csr_matrix((more, (both.row, both.col)), both.shape), SIZE, random_state=0)
    start = left * np.sqrt(strength)
    start *= _SPREAD / start[2:].std()
    start[0] = 0
    return Words(ids, start)


def _company(rows: Sequence[Sequence[int]], size: int) -> sp.coo_matrix:
    """Count how often each word stands near each other one; the nearer, the more."""
    together: Counter[tuple[int, int]] = Counter()
    for row in rows:
        for apart in range(1, _NEAR + 1):
            for pair in zip(row, row[apart:], strict=False):
                together[pair] += 1 / apart
    first, second = np.array(list(together)).T
    half = sp.coo_matrix((list(together.values()), (first, second)), shape=(size, size))
    return (half + half.T).tocoo()
