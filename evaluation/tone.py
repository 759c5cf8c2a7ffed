"""How well the tone of a text is told: openness as raters saw it, and warm against tough first offers; three seeds.

uv run python evaluation/tone.py --data DIR
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold, cross_val_predict

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))
from moves_data import phone_offers, receptive
from moves_tone import held_out_openness, held_out_warmth, tone_corpus


def spread(values: list[float]) -> str:
    return f"{np.mean(values):.3f} ({np.std(values):.3f})"


def baselines(data: Path, seeds: list[int]) -> tuple[list[float], list[float]]:
    """Unigram counts: ridge for openness, logistic regression for warmth."""
    replies, ratings = receptive(data)
    offers, warm = phone_offers(data)
    words, others = CountVectorizer(min_df=2).fit_transform(replies), CountVectorizer(min_df=2).fit_transform(offers)
    openness, warmth = [], []
    for seed in seeds:
        parts = KFold(5, shuffle=True, random_state=seed)
        guess = cross_val_predict(Ridge(alpha=10.0), words, ratings, cv=parts)
        openness.append(float(np.corrcoef(guess, ratings)[0, 1]))
        model = LogisticRegression(max_iter=300)
        warmth.append(roc_auc_score(warm, cross_val_predict(model, others, warm, cv=parts, method="decision_function")))
    return openness, warmth


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("GOODWILL_DATA"))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    told = parser.parse_args()
    corpus = tone_corpus(Path(told.data))
    rated, warm = corpus.goals[~corpus.about_warmth, 0], corpus.goals[corpus.about_warmth, 1]
    openness = [float(np.corrcoef(held_out_openness(corpus, seed), rated)[0, 1]) for seed in told.seeds]
    warmth = [roc_auc_score(warm, held_out_warmth(corpus, seed)) for seed in told.seeds]
    base = baselines(Path(told.data), told.seeds)
    print(f"receptiveness, r: bag of words {spread(base[0])}  goodwill {spread(openness)}  n {len(rated)}")
    print(f"warm or tough, AUC: bag of words {spread(base[1])}  goodwill {spread(warmth)}  n {len(warm)}")


if __name__ == "__main__":
    main()
