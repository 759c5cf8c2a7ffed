"""Fits the reader: two linear models a label (logistic, and logistic on naive-Bayes ratios) averaged into one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from moves_data import CASINO, Turn
from moves_features import before_grams, letter_grams, scaled, word_grams
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from goodwill.moves import scoring
from goodwill.moves.masking import masked

POWERS = (0.25, 0.25, 0.5)
SHARES = (1.3, 1.0, 0.5)
SMOOTH = 0.03
RAISED = 1.1
FOLDS, INNER = 5, 4


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands in each text: one 0/1 matrix a block, with its vocabulary, and the context columns."""

    blocks: tuple[sp.csr_matrix, ...]
    vocabularies: tuple[list[str], ...]
    dense: np.ndarray


@dataclass(frozen=True, slots=True)
class Design:
    """Which columns a model uses and how its blocks are scaled; settled on training rows alone."""

    columns: tuple[np.ndarray, ...]
    factors: tuple[float, ...]

    def of(self, counts: Counts, rows: np.ndarray) -> sp.csr_matrix:
        """Give the feature matrix of the rows."""
        parts = [
            scaled(block[rows][:, columns], power, factor)
            for block, columns, power, factor in zip(counts.blocks, self.columns, POWERS, self.factors, strict=False)
        ]
        return sp.hstack([*parts, counts.dense[rows]]).tocsr()


def counted(turns: Sequence[Turn], blocks: int = 3) -> Counts:
    """Count the grams of all turns."""
    matrices, vocabularies = [], []
    sources = ((word_grams, "text"), (letter_grams, "text"), (before_grams, "before"))[:blocks]
    for grams, field in sources:
        vectorizer = CountVectorizer(analyzer=lambda text, grams=grams: list(grams(text)), binary=True, min_df=2)
        matrices.append(vectorizer.fit_transform([getattr(turn, field) for turn in turns]).astype(float).tocsr())
        vocabularies.append(vectorizer.get_feature_names_out().tolist())
    plain = [scoring.Turn(turn.text, turn.before, turn.at, turn.same) for turn in turns]
    dense = scoring.context(plain, [masked(turn.text) for turn in turns])
    return Counts(tuple(matrices), tuple(vocabularies), dense)


def designed(counts: Counts, rows: np.ndarray) -> Design:
    """Settle columns (seen in two training texts) and scales on the training rows."""
    often = [np.asarray(block[rows].sum(0)).ravel() for block in counts.blocks]
    return rescaled(counts, rows, [np.flatnonzero(one >= 2) for one in often])


def rescaled(counts: Counts, rows: np.ndarray, columns: Sequence[np.ndarray]) -> Design:
    """Settle the scales for given columns."""
    factors = []
    for block, kept, power, share in zip(counts.blocks, columns, POWERS, SHARES, strict=False):
        norm = np.sqrt(np.asarray(block[rows][:, kept].sum(1)).ravel()).mean()
        factors.append(share * float(norm) ** (2 * power - 1))
    return Design(tuple(columns), tuple(factors))


def weights_of(features: sp.csr_matrix, labels: np.ndarray) -> np.ndarray:
    """Give one weight a feature: the mean of both models, each at unit spread."""
    plain = LogisticRegression(C=5.0, class_weight="balanced", solver="liblinear", max_iter=400, random_state=0)
    plain.fit(features, labels)
    there = SMOOTH + np.asarray(features[labels > 0].sum(0)).ravel()
    absent = SMOOTH + np.asarray(features[labels == 0].sum(0)).ravel()
    ratio = np.log((there / there.sum()) / (absent / absent.sum()))
    tilted = features @ sp.diags(ratio)
    bayes = LogisticRegression(C=2.0, class_weight="balanced", solver="liblinear", max_iter=400, random_state=0)
    bayes.fit(tilted, labels)
    spreads = plain.decision_function(features).std(), bayes.decision_function(tilted).std()
    return 0.5 * plain.coef_[0] / spreads[0] + 0.5 * bayes.coef_[0] * ratio / spreads[1]


Scorer = Callable[[np.ndarray, np.ndarray], np.ndarray]
Fit = Callable[[sp.csr_matrix, np.ndarray], np.ndarray]


def both_weights(features: sp.csr_matrix, labels: np.ndarray) -> np.ndarray:
    """Give the weights of every label: (features, labels)."""
    return np.column_stack([weights_of(features, labels[:, at]) for at in range(labels.shape[1])])


def pruned(counts: Counts, labels: np.ndarray, rows: np.ndarray, keep: int, fit: Fit) -> tuple[Design, np.ndarray]:
    """Fit, keep the grams that carry most weight, and fit again on these alone; weights are then whole steps."""
    design = designed(counts, rows)
    features = design.of(counts, rows)
    sizes = [len(columns) for columns in design.columns]
    grams = sum(sizes)
    often = np.sqrt(np.asarray((features[:, :grams] > 0).sum(0)).ravel())
    worth = (np.abs(fit(features, labels[rows])[:grams]) * often[:, None]).max(1)
    kept = np.zeros(grams, bool)
    kept[np.argsort(-worth, kind="stable")[:keep]] = True
    chosen = [
        columns[part] for columns, part in zip(design.columns, np.split(kept, np.cumsum(sizes)[:-1]), strict=True)
    ]
    design = rescaled(counts, rows, chosen)
    return design, stepped(fit(design.of(counts, rows), labels[rows]), sum(len(part) for part in chosen))


def stepped(weights: np.ndarray, grams: int) -> np.ndarray:
    """Round the weights of the grams to 127 steps either way; the few beyond the last step are cut to it."""
    steps = steps_of(weights, grams)
    out = weights.copy()
    out[:grams] = np.clip(np.round(weights[:grams] / steps), -127, 127) * steps
    return out


def steps_of(weights: np.ndarray, grams: int) -> np.ndarray:
    """Give the step of each label."""
    return np.quantile(np.abs(weights[:grams]), 0.9995, axis=0) / 127


def linear_scorer(counts: Counts, labels: np.ndarray, keep: int = 22_000) -> Scorer:
    """Give a function (training rows, test rows) -> scores."""

    def score(train: np.ndarray, test: np.ndarray) -> np.ndarray:
        design, weights = pruned(counts, labels, train, keep, both_weights)
        return design.of(counts, test) @ weights

    return score


def dialogue_folds(dialogues: np.ndarray, seed: int, folds: int) -> list[np.ndarray]:
    """Split dialogues, never utterances, and give the row mask of each part."""
    ids = np.unique(dialogues)
    np.random.RandomState(seed).shuffle(ids)
    return [np.isin(dialogues, ids[part::folds]) for part in range(folds)]


def out_of_fold(score: Scorer, rows: np.ndarray, dialogues: np.ndarray, seed: int, folds: int) -> np.ndarray:
    """Score each row by a model that saw none of its dialogue."""
    parts = dialogue_folds(dialogues[rows], seed, folds)
    out = np.zeros((len(rows), len(CASINO)))
    for part in parts:
        out[part] = score(rows[~part], rows[part])
    return out


def platt(scores: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give slope and offset of the chance of each label."""
    fits = [LogisticRegression(C=1e4).fit(scores[:, [at]], labels[:, at]) for at in range(labels.shape[1])]
    return np.array([fit.coef_[0, 0] for fit in fits]), np.array([fit.intercept_[0] for fit in fits])


def chances(scores: np.ndarray, calibration: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Turn scores into chances."""
    return 1 / (1 + np.exp(-(calibration[0] * scores + calibration[1])))


def best_thresholds(held_out: np.ndarray) -> np.ndarray:
    """Give each label's bar: that of best expected F1 under the calibrated chances, raised by a tenth.

    Expected F1 is steadier than the F1 of the few examples at hand; its top is flat, and a tenth more says fewer
    wrong things at no loss.
    """
    falling = -np.sort(-held_out, axis=0)
    said = np.arange(1.0, len(falling) + 1)[:, None]
    best = (2 * falling.cumsum(0) / (said + falling.sum(0))).argmax(0)
    return np.minimum(RAISED * np.take_along_axis(falling, best[None], 0)[0], 0.98)


def sure_thresholds(labels: np.ndarray, scores: np.ndarray, wanted: float = 0.9) -> np.ndarray:
    """Give each label's lowest threshold that keeps the wanted precision; none above the top score when it cannot."""

    def enough(hits: np.ndarray, said: np.ndarray, _all: float) -> np.ndarray:
        return np.where((hits / said >= wanted) & (hits >= 5), hits, -1.0)

    return np.array([_cut(labels[:, at], scores[:, at], enough) for at in range(labels.shape[1])])


def _cut(labels: np.ndarray, scores: np.ndarray, worth: Callable[[np.ndarray, np.ndarray, float], np.ndarray]) -> float:
    order = np.argsort(-scores, kind="stable")
    value = worth(np.cumsum(labels[order]), np.arange(1.0, len(order) + 1), float(labels.sum()))
    at = int(value.argmax())
    if value[at] < 0:
        return 1.01
    return float((scores[order[at]] + scores[order[min(at + 1, len(order) - 1)]]) / 2)


def label_matrix(turns: Sequence[Turn]) -> np.ndarray:
    """Give the labels as 0 and 1: (turns, nine)."""
    return np.array([[name in (turn.labels or ()) for name in CASINO] for turn in turns], float)
