"""How fast the readers are, beside scikit-learn's own pipeline over the same kind of features.

    uv run --group bench python benchmarks/moves_speed.py [--utterances 10000]

Set OMP_NUM_THREADS=1. CPU time of one process, the least of several runs; the texts are made up from fixed phrases.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

from goodwill.moves.cue import cues
from goodwill.moves.cues import CueReader
from goodwill.moves.joint import JointReader
from goodwill.moves.model import ModelReader, turns
from goodwill.moves.reader import Utterance
from goodwill.moves.tone import tones

LABELS = 9
RUNS = 5


def made_up(count: int) -> list[list[Utterance]]:
    """Threads of twelve utterances of one to three sentences, from the cues' own cases: every cue is raised often."""
    chance = random.Random(7)
    phrases = [text for cue in cues() for text in cue.yes + cue.no]
    out = []
    for _ in range(count // 12):
        spoken = [" ".join(chance.sample(phrases, chance.choice((1, 2, 2, 3)))) for _ in range(12)]
        out.append([Utterance("ab"[at % 2], text) for at, text in enumerate(spoken)])
    return out


def least(work: Callable[[], object]) -> float:
    """CPU seconds of the quickest run."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def scikit_pipeline(texts: list[str]) -> object:
    """Words to three, letters two to five, nine classes: fitted on random labels, since only its speed counts."""
    grams = make_union(
        TfidfVectorizer(ngram_range=(1, 3), max_features=14_000),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), max_features=8_000),
    )
    labels = np.random.RandomState(0).randint(0, LABELS, len(texts))
    return make_pipeline(grams, LogisticRegression(max_iter=200)).fit(texts, labels)


def adversarial() -> float:
    """The slowest cue on 100,000 characters of its own beginnings, in milliseconds."""
    reader, slowest = CueReader(), 0.0
    for cue in cues():
        for text in cue.yes[:1]:
            words = text.split()
            for end in range(1, len(words) + 1, 2):
                part = " ".join(words[:end]) + " "
                start = time.process_time()
                reader.read((part * (100_000 // len(part) + 1))[:100_000])
                slowest = max(slowest, time.process_time() - start)
    return 1000 * slowest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--utterances", type=int, default=10_000)
    threads = made_up(parser.parse_args().utterances)
    texts = [one.text for thread in threads for one in thread]
    draft = " ".join(" ".join(texts[:60]).split()[:200])
    cue_reader, joint, model = CueReader(), JointReader(), ModelReader()
    peer = scikit_pipeline(texts[:2000])
    by_cues = least(lambda: [cue_reader.read_thread(thread) for thread in threads])
    by_joint = least(lambda: [joint.read_thread(thread) for thread in threads])
    by_model = least(lambda: list(model.read_turns(turn for thread in threads for turn in turns(thread))))
    by_peer = least(lambda: peer.predict_proba(texts))
    print(f"{len(texts)} utterances of {np.mean([len(one) for one in texts]):.0f} characters")
    for name, seconds in (
        ("cues", by_cues),
        ("cues and phrases", by_joint),
        ("model, with spans", by_model),
        ("all three", by_joint + by_model),
        ("scikit-learn, the same kind of features, scores alone", by_peer),
    ):
        print(f"{name}: {len(texts) / seconds:,.0f} utterances per CPU-second")
    checked, acts = (1000 * least(work) for work in (lambda: joint.read(draft), lambda: model.read(draft)))
    toned = 1000 * least(lambda: tones([draft]))
    shown = f"as `check` reads it {checked:.2f} ms, the nine acts {acts:.2f} ms, tone {toned:.2f} ms"
    print(f"one draft of 200 words, warm: {shown}")
    print(f"slowest of all cues' adversarial texts of 100,000 characters, whole reading: {adversarial():.0f} ms")


if __name__ == "__main__":
    main()
