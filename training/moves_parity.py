"""Writes 1,000 made-up texts and what scikit-learn's own pipeline says of them, for the shipped reader to equal."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from moves_data import CASINO
from moves_features import before_grams, letter_grams, scaled, word_grams
from moves_fit import POWERS, Counts, Design
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from goodwill.moves import scoring
from goodwill.moves.masking import masked, tokens
from goodwill.moves.net import BEFORE, LONGEST, PADS, TEXT, Net

_STARTS = (
    "I need",
    "We have",
    "Could you send",
    "My kids love",
    "That sounds",
    "What do you think about",
    "Thank you for",
)
_MIDDLES = (
    "3 firewood",
    "the invoice of $1,200.50",
    "two crates",
    "your patience",
    "fair",
    "enough water",
    "the weather",
)
_ENDS = (
    "by Friday.",
    "please?",
    "because it\u2019s cold \U0001f642",
    "if that works!",
    "~ ok",
    "na\u00efve caf\u00e9 <x>",
    "",
)


def made_up(count: int) -> list[scoring.Turn]:
    """Give texts from a fixed list of phrases: no corpus text is published."""
    chance = random.Random(11)

    def text() -> str:
        parts = [" ".join(map(chance.choice, (_STARTS, _MIDDLES, _ENDS))) for _ in range(chance.randint(1, 3))]
        return " ".join(parts)[: chance.randint(1, 160)]

    return [
        scoring.Turn(text(), chance.choice(("", text())), chance.randint(0, 12), chance.random() < 0.2)
        for _ in range(count)
    ]


def pipeline_scores(turns: list[scoring.Turn], counts: Counts, design: Design, weights: np.ndarray) -> np.ndarray:
    """Score with CountVectorizer and LogisticRegression alone; the weights are the trained ones."""
    parts = []
    sources: tuple[tuple[Callable[[str], Iterable[str]], str], ...] = (
        (word_grams, "text"), (letter_grams, "text"), (before_grams, "before"),
    )  # fmt: skip
    for number, (grams, field) in enumerate(sources):
        words = [counts.vocabularies[number][at] for at in design.columns[number]]
        vectorizer = CountVectorizer(
            analyzer=lambda text, grams=grams: list(grams(text)), vocabulary=words, binary=True
        )
        found = vectorizer.transform([getattr(turn, field) for turn in turns]).astype(float)
        parts.append(scaled(found, POWERS[number], design.factors[number]))
    features = sp.hstack([*parts, scoring.context(turns, [masked(turn.text) for turn in turns])]).tocsr()
    out = np.zeros((len(turns), weights.shape[1]))
    for label in range(weights.shape[1]):
        fitted = LogisticRegression()
        fitted.classes_, fitted.coef_, fitted.intercept_ = np.array([0, 1]), weights[None, :, label], np.zeros(1)
        out[:, label] = fitted.decision_function(features)
    return out


def heard(net: Net, bank: Sequence[str], text: str) -> np.ndarray:
    """Give how strongly each filter answers at its best place in one text, filter by filter and place by place."""
    words = [0] * PADS + [net.ids.get(word, 1) for word in tokens(masked(text))[:LONGEST]] + [0] * PADS
    columns = net.filters[bank[0]].shape[1]
    best = np.zeros(columns)
    for place in range(len(words) - PADS):
        answers = np.zeros(columns)
        for on, name in enumerate(bank):
            part = net.filters[name].astype(int)
            exact = net.vectors[words[place + on]].astype(int) @ part / 128
            answers[columns - part.shape[1] :] += np.round(exact)
        best = answers if place == 0 else np.maximum(best, answers)
    return best


def net_alone(net: Net, turn: scoring.Turn) -> np.ndarray:
    """Score one text by the net, written out."""
    both = np.concatenate([heard(net, TEXT, turn.text), heard(net, BEFORE, turn.before)])
    inner = np.maximum(both * 128 * net.step + net.bias, 0)
    beside = 2 * scoring.context([turn], [masked(turn.text)])[0]
    return np.concatenate([inner, beside]) @ net.out + net.out_bias


def write_fixture(folder: Path, linear: tuple[Counts, Design, np.ndarray], told: dict[str, Any], net: Net) -> None:
    """Write the texts as JSON lines and the chances as an array."""
    turns = made_up(1000)
    scores = pipeline_scores(turns, *linear) + np.array([net_alone(net, turn) for turn in turns])
    chances = 1 / (1 + np.exp(-(told["slope"] * scores + told["offset"])))
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps({"text": t.text, "before": t.before, "at": t.at, "same": t.same}) for t in turns]
    (folder / "parity.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    with (folder / "parity.npz").open("wb") as out:
        np.savez_compressed(out, chances=chances, labels=np.array(CASINO))
