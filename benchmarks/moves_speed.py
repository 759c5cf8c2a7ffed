"""How fast the readers are, beside scikit-learn's own pipeline over the same kind of features.

    uv run --group bench python benchmarks/moves_speed.py [--utterances 10000] [--data DIR]

Set OMP_NUM_THREADS=1. CPU time of one process, the least of several runs over the same texts: what the readers keep of
words they met is there. The first texts are made up from the cues'
own cases, so that every cue is raised often. With `--data` (or GOODWILL_DATA) the second are what people wrote: every
utterance of the CaSiNo corpus, half as long again. Both are read in bulk, as `goodwill moves` reads a file; what is
said of one by one is the same readers on one text after another, as a single draft is read.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Callable
from itertools import groupby, islice
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union

from goodwill.moves.bulk import BulkReader
from goodwill.moves.cue import cues
from goodwill.moves.cues import CueReader
from goodwill.moves.joint import JointReader
from goodwill.moves.many import ReaderOfMany, in_batches
from goodwill.moves.model import ModelReader
from goodwill.moves.reader import Utterance
from goodwill.moves.scoring import turns
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


def spoken(data: Path) -> list[list[Utterance]]:
    """What people said in the dialogues of the CaSiNo corpus."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))
    from moves_data import casino

    dialogues = groupby(casino(data), key=lambda turn: turn.dialogue)
    return [[Utterance(turn.by, turn.text) for turn in said] for _, said in dialogues]


def told(name: str, threads: list[list[Utterance]], bulk: BulkReader, model: ModelReader) -> None:
    """Print how many utterances each reader reads in a second of one core."""
    texts = [one.text for thread in threads for one in thread]
    said = [turn for thread in threads for turn in turns(thread)]
    cue_reader, joint, many, peer = CueReader(), JointReader(), ReaderOfMany(), scikit_pipeline(texts[:2000])

    def whole() -> object:
        found, context = [], iter(said)
        for some in in_batches(texts, len):
            readings, sentences = many.read_sentences(some)
            told = model.read_turns(islice(context, len(some)), sentences)
            found += zip(readings, told, strict=True)
        return found

    works: dict[str, Callable[[], object]] = {
        "cues": lambda: [cue_reader.read(text) for text in texts],
        "cues and phrases": lambda: bulk.read_each(texts),
        "cues and phrases, one by one": lambda: [joint.read(text) for text in texts],
        "model, with spans": lambda: list(model.read_turns(said)),
        "all three": whole,
        "scikit-learn, the same kind of features, scores alone": lambda: peer.predict_proba(texts),
    }
    print(f"{name}: {len(texts)} utterances of {np.mean([len(one) for one in texts]):.0f} characters")
    for what, work in works.items():
        print(f"  {what}: {len(texts) / least(work):,.0f} utterances per CPU-second")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--utterances", type=int, default=10_000)
    parser.add_argument("--data", type=Path, default=os.environ.get("GOODWILL_DATA"))
    asked = parser.parse_args()
    threads = made_up(asked.utterances)
    start = time.process_time()
    bulk = BulkReader()
    ready = 1000 * (time.process_time() - start)
    joint, model = JointReader(), ModelReader()
    told("made up", threads, bulk, model)
    if asked.data:
        told("CaSiNo", spoken(asked.data), bulk, model)
    print(f"getting ready for reading cues and phrases in bulk, once: {ready:.0f} ms")
    draft = " ".join(" ".join(one.text for thread in threads[:5] for one in thread).split()[:200])
    checked, acts = (1000 * least(work) for work in (lambda: joint.read(draft), lambda: model.read(draft)))
    toned = 1000 * least(lambda: tones([draft]))
    shown = f"as `check` reads it {checked:.2f} ms, the nine acts {acts:.2f} ms, tone {toned:.2f} ms"
    print(f"one draft of 200 words, warm: {shown}")
    print(f"slowest of all cues' adversarial texts of 100,000 characters, whole reading: {adversarial():.0f} ms")


if __name__ == "__main__":
    main()
