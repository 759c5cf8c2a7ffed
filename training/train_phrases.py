"""Learns the phrases of `goodwill.moves.phrases` from the coded messages, the same bytes each time.

uv run --group training python training/train_phrases.py --data DIR
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from phrases_company import Kept, Lines, kept, kept_out_of_hand, levels, seen_around
from phrases_data import Sentence, coded, harmless, people
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from threadpoolctl import threadpool_limits

from goodwill.codebook.moves import BY_NAME, CONCESSION_LABELS, MOVES
from goodwill.moves.company import Company
from goodwill.moves.normalise import plain
from goodwill.moves.phrase_file import packed
from goodwill.moves.phrases import MOST_WEIGHT, Heard, Phrases, cue_word, learnable
from goodwill.moves.stems import spoken, stems

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "goodwill" / "moves" / "weights_data"
STRENGTH, OFTEN, MOST_WORDS, MOST_PHRASES = 60.0, 2, 8_000, 62_000
BAR, CARE, HASTE, BELIEVED = 0.5, 0.15, 0.1, 0.1
OWN, OWN_COUNTS = frozenset({"codebook", "edges"}), 5.0
"""Sentences of the codebook and of our own count so often."""
LEFT_OUT = 8
"""The writers are left out in this many turns."""
INSIDE = re.compile(r"(?<=[a-z,;] )[A-Za-z][a-z]+")
KEPT = frozenset({"i", "monday", "january"})
RARE = {"trust-appeal", "caution-excused", "request-excused", "reference-request", "hollow-apology"}
RARE |= {move.name for move in MOVES if move.family == "competitive" and move.name != "uv-part"}
UNTOLD = {
    "promise": {"apology-repair", "apology-repentance"},
    "offer": {"concession", "label-condition", "rapport"},
    "concession": {"label-goodwill", "label-condition", "label-limit"},
    "apology": {"apology-responsibility", "apology-regret"},
    "request": {"trust-appeal"},
    "safeguard": {"normalising-reason"},
}
"""Beside these moves some writers code it as well and others do not: where it is not coded there, nothing is told."""
MENDING = {"reason", "acknowledgement", "restatement", "showing-empathy", "normalising-reason"}
MENDING |= {"apology-responsibility", "apology-repair", *CONCESSION_LABELS}


@dataclass(frozen=True)
class Learnt:
    """The words and phrases of some sentences, with a weight for each phrase and move and a start for each move."""

    words: tuple[str, ...]
    phrases: np.ndarray
    weights: np.ndarray
    bias: np.ndarray

    def scores(self, sentences: Sequence[Sentence]) -> np.ndarray:
        """Give the score of each move in each sentence."""
        return matrix(sentences, self.words, self.phrases) @ self.weights + self.bias


def numbers(sentences: Sequence[Sentence], words: tuple[str, ...]) -> list[list[int]]:
    """Give the phrases of each sentence, all of whose words are known."""
    known = Phrases((), words, {}, (), (), (), (), (), (), Company((), (), (), ()))
    heard = (
        Heard(
            known.heard(plain(s.text).split()),
            known.heard(plain(s.before).split()),
            known.cues(s.cues),
            s.first,
            s.last,
        )
        for s in sentences
    )
    return [sorted(filter(learnable, one.keys())) for one in heard]


def matrix(sentences: Sequence[Sentence], words: tuple[str, ...], phrases: np.ndarray) -> sp.csr_matrix:
    """Give sentences by phrases, each row over the root of its number of phrases."""
    place = {int(key): at for at, key in enumerate(phrases)}
    rows = [[place[key] for key in some if key in place] for some in numbers(sentences, words)]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.array([at for row in rows for at in row], np.int64)
    sizes = np.repeat(np.diff(ends), np.diff(ends))
    return sp.csr_matrix((1.0 / np.sqrt(sizes), columns, ends), (len(rows), len(phrases)))


def learnt(sentences: Sequence[Sentence], moves: Sequence[str]) -> Learnt:
    """Learn from some sentences: one logistic model a move, over the phrases that stand in two or more."""
    coded_ones = [one for one in sentences if one.whole]
    often = Counter(word for one in coded_ones for word in set(spoken(plain(one.text))))
    known = names(coded_ones)
    ranked = sorted((-n, word) for word, n in often.items() if n >= OFTEN and word not in known)[:MOST_WORDS]
    words = (*(word for _, word in ranked), *sorted({cue_word(move) for one in sentences for move in one.cues}))
    counts = Counter(key for some in numbers(coded_ones, words) for key in set(some))
    common = sorted((-n, key) for key, n in counts.items() if n >= OFTEN)[:MOST_PHRASES]
    phrases = np.array(sorted(key for _, key in common), np.int64)
    rows = matrix(sentences, words, phrases)
    counted = np.array([OWN_COUNTS if one.writer in OWN else 1.0 for one in sentences])
    weights, bias = np.zeros((len(phrases), len(moves))), np.zeros(len(moves))
    for at, move in enumerate(moves):
        told = np.flatnonzero(told_of(sentences, move))
        there = np.array([move in sentences[one].moves for one in told])
        model = LogisticRegression(C=STRENGTH, class_weight="balanced", solver="liblinear", random_state=0)
        model.fit(rows[told], there, counted[told])
        weights[:, at], bias[at] = model.coef_[0], model.intercept_[0]
    steps = np.abs(weights).max(0) / MOST_WEIGHT
    whole = np.round(weights / steps)
    heard = whole.any(1)
    return Learnt(words, phrases[heard], (whole * steps)[heard], bias)


def told_of(sentences: Sequence[Sentence], move: str) -> np.ndarray:
    """Tell of which sentences it is known whether they make a move."""
    beside = UNTOLD.get(move, set())
    absent = ((one.whole or move in RARE) and not one.moves & beside for one in sentences)
    return np.array([move in one.moves or told for one, told in zip(sentences, absent, strict=True)])


def names(sentences: Sequence[Sentence]) -> set[str]:
    """Give the words mostly written with a capital inside a sentence: what anybody is called teaches nothing."""
    high, low = Counter[str](), Counter[str]()
    for one in sentences:
        for found in INSIDE.finditer(one.text):
            (high if found[0][0].isupper() else low)[stems(found[0].lower())[0]] += 1
    return {word for word, n in high.items() if n > low[word] and word not in KEPT}


def out_of_hand(sentences: Sequence[Sentence], moves: Sequence[str]) -> np.ndarray:
    """Give the score of each sentence by what was learnt from other writers, some of them left out at a time."""
    scores = np.zeros((len(sentences), len(moves)))
    parts = parts_of(sentences)
    with ProcessPoolExecutor(initializer=threadpool_limits, initargs=(1,)) as workers:
        for part, told in zip(parts, workers.map(partial(_of_hand, sentences, moves), parts), strict=True):
            scores[part] = told
    return scores


def parts_of(sentences: Sequence[Sentence]) -> list[np.ndarray]:
    """Tell for each turn which sentences are left out: all those of some writers."""
    by = np.array([one.writer for one in sentences])
    writers = sorted({*by})
    return [np.isin(by, writers[at::LEFT_OUT]) for at in range(LEFT_OUT)]


def _of_hand(sentences: Sequence[Sentence], moves: Sequence[str], part: np.ndarray) -> np.ndarray:
    rest = learnt([one for one, out in zip(sentences, part, strict=True) if not out], moves)
    return rest.scores([one for one, out in zip(sentences, part, strict=True) if out])


def bar(move: str) -> float:
    """Give the chance from which on a move is said.

    One chance for every move is right most often for what it finds. What fights is said with more care, and so are
    thanks, for which rules fall silent. What mends is said sooner: a rule that misses an apology blames its writer.
    """
    if BY_NAME[move].family == "competitive" or move == "thanks":
        return BAR + CARE
    return BAR - HASTE if move in MENDING else BAR


def said(moves: Sequence[str], chance: np.ndarray, cued: np.ndarray, likely: np.ndarray) -> np.ndarray:
    """Tell which moves are said in each sentence: a cue is believed from a lower chance on."""
    bars = np.array([bar(move) for move in moves])
    return np.asarray((likely & (chance >= bars)) | (cued & (chance >= bars * BELIEVED)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("GOODWILL_DATA"))
    data = Path(parser.parse_args().data)
    sentences = coded() + people(data) + harmless(data)
    moves = sorted({move for one in sentences for move in one.moves})
    there = np.array([[move in one.moves for move in moves] for one in sentences])
    known = np.array([told_of(sentences, move) for move in moves]).T
    cued = np.array([[move in one.cues for move in moves] for one in sentences]) & known
    with threadpool_limits(1):  # sums by several threads end in other bytes
        held_out = out_of_hand(sentences, moves)
        every = learnt(sentences, moves)
        lines = Lines.of(held_out, there, known)
        alone = lines.odds(held_out)
        seen, likely = seen_around(sentences, alone), levels(alone) > 0
        in_company = known & np.array([one.writer not in OWN for one in sentences])[:, None]
        odds = kept_out_of_hand(seen, alone, there, in_company, parts_of(sentences))
        company = kept(seen, alone, there, in_company)
        ends = Lines.of(odds, there, known)
    got = said(moves, 1 / (1 + np.exp(-ends.odds(odds))), cued, likely) & known
    report(sentences, moves, there, cued, got)
    ranked(there, in_company, alone, ends.odds(odds))
    write(every, moves, lines, company, ends)


def report(
    sentences: Sequence[Sentence], moves: Sequence[str], there: np.ndarray, cued: np.ndarray, said: np.ndarray
) -> None:
    """Print how often cues alone, and both readers together, are right and find a move on writers not learnt from."""
    for at, move in enumerate(moves):
        print(f"{move:24} {there[:, at].sum():5}", *(_figures(there[:, at], got[:, at]) for got in (cued, said)))
    for writer in sorted({one.writer for one in sentences}):
        own = np.array([one.writer == writer for one in sentences])
        print(f"{writer:30}", *(_figures(there[own], got[own]) for got in (cued, said)))
    print(f"{'all':30}", _figures(there, cued), _figures(there, said))


def ranked(there: np.ndarray, told: np.ndarray, *odds: np.ndarray) -> None:
    """Print how well moves are ranked in the messages of writers not learnt from: in a sentence alone, in company.

    Sentences of which only the rare moves are told are left out.
    """
    some = told & (told.mean(1) > 0.5)[:, None]
    for name, known in zip(("alone", "in company"), odds, strict=True):
        moves = zip(there.T, known.T, some.T, strict=True)
        mean = np.mean([average_precision_score(right[rows], score[rows]) for right, score, rows in moves])
        right = np.cumsum(there[some][np.argsort(-known[some], kind="stable")])
        fit = np.flatnonzero(right >= 0.9 * np.arange(1, len(right) + 1))
        print(f"{name}: mean average precision {mean:.3f}, recall {right[fit[-1]] / right[-1]:.3f} at precision .90")


def _figures(there: np.ndarray, said: np.ndarray) -> str:
    right = (there & said).sum()
    if not there.any():
        return f" said {said.sum()} times in {len(said)} sentences"
    return f" precision {right / max(said.sum(), 1):.2f} recall {right / there.sum():.2f}"


def write(every: Learnt, moves: Sequence[str], lines: Lines, company: Kept, ends: Lines) -> None:
    """Write the phrases and their SHA-256."""
    steps = np.abs(every.weights).max(0) / MOST_WEIGHT
    whole = np.round(every.weights / steps).astype(int)
    bars = [bar(move) for move in moves]
    told = {
        "moves": moves,
        "words": every.words,
        "steps": steps.tolist(),
        "bias": every.bias.tolist(),
        "slope": lines.slope.tolist(),
        "offset": lines.offset.tolist(),
        "bars": bars,
        "doubts": [one * BELIEVED for one in bars],
        "company": {
            "rows": company.rows.astype(int).tolist(),
            "steps": (company.steps * ends.slope).tolist(),
            "slope": (company.slope * ends.slope).tolist(),
            "offset": ends.odds(company.offset).tolist(),
        },
    }
    raw = packed(told, every.phrases.tolist(), whole.tolist())
    (WEIGHTS / "phrases.bin").write_bytes(raw)
    (WEIGHTS / "phrases.sha256").write_text(hashlib.sha256(raw).hexdigest() + "\n", "ascii")
    print(f"{len(every.words)} words, {len(whole)} phrases, {len(raw)} bytes")


if __name__ == "__main__":
    main()
