"""Learns what the moves of the sentences around one say of it, from scores that others' sentences taught."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
import scipy.sparse as sp
from phrases_data import Sentence
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from goodwill.moves.company import FEW, MOST_WEIGHT, REACH, SHORT
from goodwill.moves.company_table import ranges
from goodwill.moves.normalise import plain
from goodwill.moves.phrases import LEVELS, MOST_WORDS
from goodwill.moves.stems import spoken

STRENGTH = 0.1


@dataclass(frozen=True)
class Lines:
    """How the scores of each move become log odds: a slope and an offset, settled on sentences not learnt from."""

    slope: np.ndarray
    offset: np.ndarray

    @classmethod
    def of(cls, scores: np.ndarray, there: np.ndarray, known: np.ndarray) -> Lines:
        """Settle them, each move on the sentences of which it is known."""
        lines = [_line(*columns) for columns in zip(scores.T, there.T, known.T, strict=True)]
        return cls(*np.array(lines).T)

    def odds(self, scores: np.ndarray) -> np.ndarray:
        """Give the log odds of each move."""
        return np.asarray(scores * self.slope + self.offset)


def _line(scores: np.ndarray, there: np.ndarray, known: np.ndarray) -> tuple[float, float]:
    model = LogisticRegression(C=1e6, solver="lbfgs").fit(scores[known][:, None], there[known])
    return float(model.coef_[0, 0]), float(model.intercept_[0])


@dataclass(frozen=True)
class Kept:
    """What company adds: a row of whole weights for each thing seen, a step and a line for each move."""

    rows: np.ndarray
    steps: np.ndarray
    slope: np.ndarray
    offset: np.ndarray

    def odds(self, seen: sp.csr_matrix, alone: np.ndarray) -> np.ndarray:
        """Give the log odds of each move, from what is seen around and the log odds in the sentence alone."""
        return np.asarray(alone * self.slope + self.offset + (seen @ self.rows) * self.steps)


def levels(alone: np.ndarray) -> np.ndarray:
    """Give how many levels of chance each move reaches in each sentence by itself."""
    return np.asarray(sum((alone >= np.log(level / (1 - level))).astype(float) for level in LEVELS))


def seen_around(sentences: Sequence[Sentence], alone: np.ndarray) -> sp.csr_matrix:
    """Give what is seen in and around each sentence, a column for each row of weights."""
    first = np.array([one.first for one in sentences])
    words = np.array([min(len(spoken(plain(one.text))), MOST_WORDS) for one in sentences])
    return sp.csr_matrix(np.hstack([*beside(levels(alone), first), small(words, first)]))


def beside(seen: np.ndarray, first: np.ndarray) -> list[np.ndarray]:
    """Give what is seen in each sentence, in the one before, in the one after, and near it, in its own text."""
    at = np.arange(len(seen))
    begins, ends = ranges(first)
    before, after = np.zeros_like(seen), np.zeros_like(seen)
    before[1:], after[:-1] = seen[:-1], seen[1:]
    before[first] = 0
    after[:-1][first[1:]] = 0
    up_to = np.vstack([np.zeros((1, seen.shape[1])), seen.cumsum(0)])
    near = up_to[np.minimum(at + REACH + 1, ends)] - up_to[np.maximum(at - REACH, begins)] - seen
    return [seen, before, after, near]


def small(words: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Say of each kind of short whether each sentence is so, and of each kind of few whether its text is."""
    begins, ends = ranges(first)
    kinds = (words[:, None] <= np.array(SHORT), (ends - begins)[:, None] <= np.array(FEW))
    return np.hstack(kinds).astype(np.float64)


def kept(seen: sp.csr_matrix, alone: np.ndarray, there: np.ndarray, known: np.ndarray) -> Kept:
    """Learn one logistic model a move, over what is seen around and the log odds in the sentence alone."""
    found = []
    for own, is_so, told in zip(alone.T, there.T, known.T, strict=True):
        rows = sp.hstack([seen[told], own[told][:, None]]).tocsr()
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(rows, is_so[told])
        found.append([*model.coef_[0], model.intercept_[0]])
    weights = np.array(found).T
    steps = np.abs(weights[:-2]).max(0) / MOST_WEIGHT
    return Kept(np.round(weights[:-2] / steps), steps, weights[-2], weights[-1])


def kept_out_of_hand(
    seen: sp.csr_matrix, alone: np.ndarray, there: np.ndarray, known: np.ndarray, parts: Sequence[np.ndarray]
) -> np.ndarray:
    """Give the log odds of each move by what the company of other writers' sentences taught, part by part left out."""
    odds = np.zeros(alone.shape)
    with ProcessPoolExecutor(initializer=threadpool_limits, initargs=(1,)) as workers:
        for part, told in zip(parts, workers.map(partial(_of_hand, seen, alone, there, known), parts), strict=True):
            odds[part] = told
    return odds


def _of_hand(
    seen: sp.csr_matrix, alone: np.ndarray, there: np.ndarray, known: np.ndarray, part: np.ndarray
) -> np.ndarray:
    return kept(seen, alone, there, known & ~part[:, None]).odds(seen[part], alone[part])
