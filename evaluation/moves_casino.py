"""How well the trained reader finds the nine CaSiNo acts: dialogues never shared, thresholds nested, three seeds.

uv run python evaluation/moves_casino.py --data DIR
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))
from moves_data import CASINO, SEVEN, casino
from moves_fit import (
    FOLDS,
    INNER,
    Scorer,
    best_thresholds,
    chances,
    counted,
    dialogue_folds,
    label_matrix,
    linear_scorer,
    out_of_fold,
    platt,
)
from moves_lessons import lessons_of
from moves_net import net_scorer
from moves_words import learnt_words, unlabelled


def bag_of_words(texts: list[str], labels: np.ndarray) -> Scorer:
    """The baseline: unigram counts and logistic regression."""
    words = CountVectorizer(min_df=2).fit_transform(texts).tocsr()

    def score(train: np.ndarray, test: np.ndarray) -> np.ndarray:
        fits = [LogisticRegression(max_iter=300).fit(words[train], labels[train, at]) for at in range(labels.shape[1])]
        return np.column_stack([fit.decision_function(words[test]) for fit in fits])

    return score


def nested(score: Scorer, labels: np.ndarray, dialogues: np.ndarray, seed: int) -> np.ndarray:
    """Give 0/1 predictions: thresholds come from inner folds of the training dialogues only."""
    said = np.zeros_like(labels)
    for part in dialogue_folds(dialogues, seed, FOLDS):
        train, test = np.flatnonzero(~part), np.flatnonzero(part)
        inner = out_of_fold(score, train, dialogues, seed + 100, INNER)
        calibration = platt(inner, labels[train])
        said[test] = chances(score(train, test), calibration) > best_thresholds(chances(inner, calibration))
    return said


def figures(labels: np.ndarray, said: np.ndarray) -> np.ndarray:
    """F1 of 7, F1 of 9, joint accuracy of 7, then each label's F1; in percent."""
    hits = (labels * said).sum(0)
    each = 2 * hits / np.maximum(1, labels.sum(0) + said.sum(0))
    seven = list(SEVEN)
    joint = (labels[:, seven] == said[:, seven]).all(1).mean()
    return 100 * np.array([each[seven].mean(), each.mean(), joint, *each])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("GOODWILL_DATA"))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--only", help="one reader: goodwill, or bag of words")
    told = parser.parse_args()
    every = casino(Path(told.data))
    turns = [turn for turn in every if turn.labels is not None]
    labels = label_matrix(turns)
    dialogues = np.array([turn.dialogue for turn in turns])
    words = learnt_words(unlabelled(every))
    linear = linear_scorer(counted(turns), labels)
    net = net_scorer(words, lessons_of(turns, words))
    readers: dict[str, Scorer] = {
        "bag of words": bag_of_words([turn.text for turn in turns], labels),
        "goodwill, linear alone": linear,
        "goodwill": lambda train, test: linear(train, test) + net(train, test),
    }
    if told.only:
        readers = {told.only: readers[told.only]}
    print(f"{len(turns)} utterances of {len(np.unique(dialogues))} dialogues; mean of seeds {told.seeds}")
    for name, score in readers.items():
        runs = np.array([figures(labels, nested(score, labels, dialogues, seed)) for seed in told.seeds])
        mean, spread = runs.mean(0), runs.std(0)
        print(f"{name}: F1 of 7 {mean[0]:.1f} ({spread[0]:.1f})  F1 of 9 {mean[1]:.1f}  joint of 7 {mean[2]:.1f}")
        print(
            "  " + "  ".join(f"{label} {value:.0f}" for label, value in zip(CASINO, mean[3:], strict=True)), flush=True
        )


if __name__ == "__main__":
    main()
