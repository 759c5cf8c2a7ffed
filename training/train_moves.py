"""Trains the reader's weights anew, the same bytes each time, and writes them with their SHA-256 and a parity fixture.

uv run --group training python training/train_moves.py --data DIR
"""

from __future__ import annotations

import argparse
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from moves_data import CASINO, casino
from moves_fit import (
    FOLDS,
    POWERS,
    Counts,
    Design,
    best_thresholds,
    both_weights,
    chances,
    counted,
    label_matrix,
    linear_scorer,
    out_of_fold,
    platt,
    pruned,
    steps_of,
    sure_thresholds,
)
from moves_lessons import lessons_of
from moves_net import net_scorer, settled, trained
from moves_parity import write_fixture
from moves_tone import held_out_warmth, tone_corpus
from moves_words import learnt_words, unlabelled
from threadpoolctl import threadpool_limits

from goodwill.moves.grams import gram_key, letters_key, mix_for
from goodwill.moves.net import Net, told_of
from goodwill.moves.weights import packed

HERE = Path(__file__).resolve().parent.parent
WEIGHTS = HERE / "src" / "goodwill" / "moves" / "weights_data"
KEEP, KEEP_TONE = 22_000, 10_000


def arrays(counts: Counts, design: Design, weights: np.ndarray) -> tuple[dict[str, Any], list[str]]:
    """Give the arrays of a weights file and its words."""
    names = [
        [vocabulary[at] for at in columns]
        for vocabulary, columns in zip(counts.vocabularies, design.columns, strict=True)
    ]
    words = sorted({word for block in (names[0], *names[2:]) for gram in block for word in gram.split(" ")[1:]})
    ids = {word: at for at, word in enumerate(words, 1)}
    keys = np.array(
        [gram_key(gram, ids) for gram in names[0]]
        + [letters_key(gram) for gram in names[1]]
        + [gram_key("b" + gram, ids) for block in names[2:] for gram in block],
        np.int64,
    )
    steps = steps_of(weights, len(keys))
    told = {
        "keys": keys,
        "mix": np.array(mix_for(keys), np.uint64),
        "matrix": np.round(weights[: len(keys)] / steps).astype(np.int8),
        "steps": steps,
        "powers": np.array(POWERS[: len(names)]),
        "factors": np.array(design.factors),
        "dense": weights[len(keys) :],
        "bias": np.zeros(weights.shape[1]),
    }
    return told, words


@dataclass(frozen=True, slots=True)
class Acts:
    """The linear model of the nine acts as a weights file holds it, and the net beside it."""

    told: dict[str, Any]
    words: list[str]
    counts: Counts
    design: Design
    weights: np.ndarray
    net: Net


def acts(data: Path) -> Acts:
    """Train the nine acts of CaSiNo; chances and bars are those of both models together."""
    every = casino(data)
    turns = [turn for turn in every if turn.labels is not None]
    labels, rows = label_matrix(turns), np.arange(len(turns))
    counts = counted(turns)
    known = learnt_words(unlabelled(every))
    lessons = lessons_of(turns, known)
    linear, netted = linear_scorer(counts, labels, KEEP), net_scorer(known, lessons)
    dialogues = np.array([turn.dialogue for turn in turns])
    held_out = out_of_fold(lambda a, b: linear(a, b) + netted(a, b), rows, dialogues, 0, FOLDS)
    slope, offset = platt(held_out, labels)
    chance = chances(held_out, (slope, offset))
    design, weights = pruned(counts, labels, rows, KEEP, both_weights)
    told, words = arrays(counts, design, weights)
    told |= {"labels": np.array(CASINO), "slope": slope, "offset": offset}
    told |= {"thresholds": best_thresholds(chance), "sure": sure_thresholds(labels, chance)}
    return Acts(told, words, counts, design, weights, settled(trained(known, lessons, rows), known))


def tone(data: Path) -> tuple[dict[str, Any], list[str]]:
    """Train how open and how warm a text reads: two corpora, each with its own label."""
    corpus = tone_corpus(data)
    warm = np.flatnonzero(corpus.about_warmth)
    held_out = held_out_warmth(corpus, seed=0)
    design, weights = pruned(corpus.counts, corpus.goals, np.arange(len(corpus.goals)), KEEP_TONE, corpus.fit_both)
    told, words = arrays(corpus.counts, design, weights)
    slope, offset = platt(held_out[:, None], corpus.goals[warm][:, [1]])
    told |= {"labels": np.array(["receptive", "warm"]), "slope": np.array([1.0, slope[0]])}
    told |= {"offset": np.array([0.0, offset[0]]), "thresholds": np.full(2, 0.5), "sure": np.full(2, 0.9)}
    return told, words


def write(name: str, told: dict[str, Any], words: Sequence[str]) -> None:
    """Write a weights file and its SHA-256."""
    raw = packed(told, words)
    WEIGHTS.mkdir(exist_ok=True)
    (WEIGHTS / f"{name}.npz").write_bytes(raw)
    (WEIGHTS / f"{name}.sha256").write_text(hashlib.sha256(raw).hexdigest() + "\n", "ascii")
    print(f"{name}: {len(words)} words, {len(raw)} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("GOODWILL_DATA"))
    data = Path(parser.parse_args().data)
    with threadpool_limits(1):  # sums by several threads end in other bytes
        both = acts(data)
        write("moves", both.told, both.words)
        write("net", told_of(both.net), both.net.words)
        write_fixture(HERE / "tests" / "moves", (both.counts, both.design, both.weights), both.told, both.net)
        write("tone", *tone(data))


if __name__ == "__main__":
    main()
