"""Many messages at once are read as one by one, to the last digit; a single one is read without numpy."""

import random
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from goodwill.moves import bulk, phrase_rows, phrases, sieve
from goodwill.moves.bulk import BulkReader
from goodwill.moves.cue import cues
from goodwill.moves.joint import JointReader
from goodwill.moves.many import MOST_LETTERS, MOST_TEXTS, ReaderOfMany, in_batches
from goodwill.moves.normalise import Plain
from goodwill.moves.phrase_file import shipped_phrases
from goodwill.moves.phrase_table import PhraseTable, Sentences
from goodwill.moves.phrases import Heard
from goodwill.moves.reader import Utterance
from goodwill.moves.rows import Rows

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from evaluation import strangers

JOINT, BULK, KNOWN = JointReader(), BulkReader(), shipped_phrases()
CASES = [text for cue in cues() for text in cue.yes + cue.no]
ODD = [
    "",
    " ",
    "\n\n",
    "?",
    "...",
    "> quoted",
    "\u0130" * 3000,
    "word" * 3000,
    "1,2" * 900,
    "sorry " * 3000,
    "o'x'y I'll'd pay",
]
GLUE = [" ", "\n", "", ", ", "\n\n- ", "'", " \u2019", "\u00a0", "? ", "! ", ".) ", "_", "\u00e9"]


def made_up(count, seed):
    """Messages glued together from the cues' own cases, whole and cut, by signs that part sentences or do not."""
    chance = random.Random(seed)

    def part():
        text = chance.choice(CASES)
        return text if chance.random() < 0.6 else text[chance.randrange(len(text)) :][: chance.randint(1, 60)]

    return ["".join(part() + chance.choice(GLUE) for _ in range(chance.randint(1, 7))) for _ in range(count)]


MESSAGES = [" ".join(text for _, text in message) for name in strangers.SETS for message in strangers.messages(name)]


@pytest.mark.parametrize(
    "texts", [CASES, MESSAGES, ODD, made_up(1_500, 3)], ids=["cases", "strangers", "odd", "made up"]
)
def test_messages(texts):
    assert BULK.read_each(texts) == [JOINT.read(text) for text in texts]


def test_threads():
    texts, chance = made_up(600, 8), random.Random(1)
    said = [Utterance(chance.choice("ab"), "Why is that?" if chance.random() < 0.1 else text) for text in texts]
    threads = [said[:1], [], said[1:40], said[40:500], said[500:]]
    assert BULK.read_threads(threads) == [JOINT.read_thread(thread) for thread in threads]
    assert BULK.read_threads([]) == []


def test_small_batches_read_the_same(monkeypatch):
    monkeypatch.setattr(bulk, "AT_ONCE", 3)
    assert BULK.read_each(CASES[:40]) == [JOINT.read(text) for text in CASES[:40]]


def test_what_is_kept_has_an_end(monkeypatch):
    told = [JOINT.read(text) for text in CASES[:200]]
    for module in (sieve, phrases, phrase_rows):
        monkeypatch.setattr(module, "_MOST_KEPT", 20)
    rows = phrase_rows.PhraseRows(KNOWN.weights.stored, len(KNOWN.moves))
    fresh = replace(KNOWN, weights=rows)
    assert BulkReader(fresh).read_each(CASES[:200]) == told
    assert [JointReader(fresh).read(text) for text in CASES[:200]] == told
    assert max(len(rows), len(fresh._pieces)) <= 20


def test_sentences_of_any_words_are_judged_as_one_by_one():
    chance, size = random.Random(4), len(KNOWN.words)

    def some(most):
        return [
            chance.choice((0, chance.randint(1, size), chance.randint(1, 60))) for _ in range(chance.randint(0, most))
        ]

    words = [some(chance.choice((3, 30, 100))) for _ in range(1_500)]
    cued = [[*chance.sample(KNOWN.moves, chance.choice((0, 0, 1, 3))), "no such move"] for _ in words]
    first = [at == 0 or chance.random() < 0.4 for at in range(len(words))]
    last = [*first[1:], True]
    many = PhraseTable(KNOWN).judged(Sentences(Rows.of(words), cued, np.array(first)))
    ends = [at for at, begins in enumerate([*first, True]) if begins]
    for start, end in pairwise(ends):
        here = range(start, end)
        before = [[], *words[start : end - 1]]
        text = [Heard(words[at], before[at - start], KNOWN.cues(cued[at]), first[at], last[at]) for at in here]
        assert many[start:end] == KNOWN.judged([KNOWN.summed(heard) for heard in text], cued[start:end])
    assert sum(map(len, many)) > 100


def test_few_are_read_one_by_one_and_many_at_once(monkeypatch):
    few, many = CASES[:5], CASES[:7] * (MOST_TEXTS // 7 + 1)
    reader = ReaderOfMany()
    assert reader.read_each(few) == [JOINT.read(text) for text in few]
    assert reader._bulk is None
    told, places = reader.read_sentences(many)
    assert reader._bulk is not None
    assert told == [JOINT.read(text) for text in many]
    assert places == [Plain.of(text).sentences for text in many]
    assert reader.read_each(few) == told[:5]


def test_batches_keep_the_order_and_end_in_time():
    letters = [random.Random(2).randint(0, 9_000) for _ in range(3_000)]
    batches = list(in_batches(letters, lambda one: one))
    assert [one for batch in batches for one in batch] == letters
    assert all(len(batch) <= MOST_TEXTS and sum(batch[:-1]) < MOST_LETTERS for batch in batches)
    assert list(in_batches([], len)) == []


def test_a_few_messages_are_read_without_numpy():
    code = "import sys, goodwill.moves.many as many; many.ReaderOfMany().read_each(['We will pay.'])"
    code += "; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
