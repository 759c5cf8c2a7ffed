"""What the small net learns from: the corpus's own utterances, and coded business sentences for four of the acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from moves_data import CASINO, Turn
from moves_fit import label_matrix
from moves_words import Texts, Words, texts_of
from phrases_data import CODED, messages

SHARED = ("promote-coordination", "elicit-pref", "uv-part", "vouch-fair")
"""Acts that mean the same in the coded business messages; showing empathy is coded more widely there."""
COUNTS = 0.3
"""What a coded sentence counts beside an utterance of the corpus."""
OTHERS, LONGEST, LONGEST_BEFORE = 3_000, 40, 25
FILES = ("codebook", "edges", *sorted(f"train_w{writer}" for writer in range(1, 12)))
FIRST_EDGES = 9
"""The coded messages learnt from; later files and edges are left aside until the figures are taken anew."""
_MIDWAY = 4


@dataclass(frozen=True, slots=True)
class Lessons:
    """Texts with labels, how much each label of each text counts (0: unknown), and the rows learnt from always."""

    texts: Texts
    labels: np.ndarray
    counts: np.ndarray
    always: np.ndarray


def lessons_of(turns: Sequence[Turn], words: Words) -> Lessons:
    """Give the lessons of labelled turns, the coded business sentences behind them."""
    beside = list(chosen(list(business())))
    labels = label_matrix([*turns, *beside])
    counts = np.ones_like(labels)
    counts[len(turns) :] = [COUNTS * (name in SHARED) for name in CASINO]
    return Lessons(texts_of([*turns, *beside], words), labels, counts, np.arange(len(turns), len(labels)))


def business() -> Iterator[Turn]:
    """Give every coded sentence as a turn amid a thread; each follows the sentence before it in its message."""
    for name in FILES:
        for _, said in islice(messages(CODED / f"{name}.txt"), FIRST_EDGES if name == "edges" else None):
            before = ""
            for moves, text in said:
                yield Turn(-1, _MIDWAY, "", _first(text), _last(before), bool(before), moves)
                before = text


def chosen(turns: Sequence[Turn]) -> Iterator[Turn]:
    """Give all that do one of the shared acts, and of the others enough to tell them apart."""
    shared = [bool(turn.labels and turn.labels & set(SHARED)) for turn in turns]
    others = np.random.RandomState(5).permutation(np.flatnonzero(~np.array(shared)))[:OTHERS]
    yield from (turn for turn, there in zip(turns, shared, strict=True) if there)
    yield from (turns[at] for at in others)


def _first(text: str) -> str:
    return " ".join(text.split()[:LONGEST])


def _last(text: str) -> str:
    return " ".join(text.split()[-LONGEST_BEFORE:])
