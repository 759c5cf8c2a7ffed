"""Fits how open and how warm a text reads, on two corpora at once; an unknown label is not a negative one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from moves_data import Turn, phone_offers, receptive
from moves_fit import Counts, counted, designed, weights_of
from sklearn.linear_model import Ridge

from goodwill.moves.masking import masked, tokens
from goodwill.moves.tone import context

PARTS = 5


@dataclass(frozen=True, slots=True)
class ToneCorpus:
    """Replies and first offers; goals are (receptive, warm), of which each row knows one."""

    counts: Counts
    goals: np.ndarray
    about_warmth: np.ndarray

    def fit_both(self, features: sp.csr_matrix, goals: np.ndarray) -> np.ndarray:
        """Give the weights of both labels, each from the rows that know it."""
        return np.column_stack(
            [
                openness(features[~self.about_warmth], goals[~self.about_warmth, 0]),
                weights_of(features[self.about_warmth], goals[self.about_warmth, 1]),
            ]
        )


def openness(features: sp.csr_matrix, ratings: np.ndarray) -> np.ndarray:
    """Give the weights of a ridge regression on the ratings."""
    return Ridge(alpha=3.0, solver="lsqr", fit_intercept=False).fit(features, ratings).coef_


def tone_corpus(data: Path) -> ToneCorpus:
    """Count words and letters of all texts; the word lists are the dense columns."""
    replies, ratings = receptive(data)
    offers, warm = phone_offers(data)
    texts = replies + offers
    counts = counted([Turn(0, 0, "", text, "", False, None) for text in texts], blocks=2)
    dense = context([tokens(masked(text)) for text in texts])
    goals = np.column_stack([ratings + [0.0] * len(offers), [0.0] * len(replies) + [float(one) for one in warm]])
    return ToneCorpus(Counts(counts.blocks, counts.vocabularies, dense), goals, np.arange(len(texts)) >= len(replies))


def held_out_openness(corpus: ToneCorpus, seed: int) -> np.ndarray:
    """Score each reply by a model that did not see it."""
    return _held_out(corpus, np.flatnonzero(~corpus.about_warmth), 0, seed)


def held_out_warmth(corpus: ToneCorpus, seed: int) -> np.ndarray:
    """Score each offer by a model that did not see it."""
    return _held_out(corpus, np.flatnonzero(corpus.about_warmth), 1, seed)


def _held_out(corpus: ToneCorpus, rows: np.ndarray, goal: int, seed: int) -> np.ndarray:
    part = np.random.RandomState(seed).permutation(len(rows)) % PARTS
    fit = (openness, weights_of)[goal]
    out = np.zeros(len(rows))
    for number in range(PARTS):
        train, test = rows[part != number], rows[part == number]
        design = designed(corpus.counts, train)
        out[part == number] = design.of(corpus.counts, test) @ fit(
            design.of(corpus.counts, train), corpus.goals[train, goal]
        )
    return out
