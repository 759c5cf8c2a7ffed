"""The sieve: its file is made of the cues as they are, and it finds what trying every cue on every sentence finds."""

import random
import re
from functools import cache
from pathlib import Path

import pytest

from goodwill.moves import cue as cue_module
from goodwill.moves import sieve
from goodwill.moves.cue import alternatives, cues
from goodwill.moves.cues import CueReader
from goodwill.moves.normalise import WORD
from goodwill.moves.sieve import Sieve, Wording, shipped_sieve
from goodwill.moves.sieve_made import made

CUES = list(cues())
CASES = [text for cue in CUES for text in cue.yes + cue.no]
FILE = Path(cue_module.__file__).parent / "cue_data" / "sieve.json"
GLUE = [" ", "\n", "", ", ", "\n\n- ", "'", " \u2019", "\u00a0", "? ", "! ", ".) ", "_", "\u00e9"]


@cache
def raised_by(word):
    return [cue for cue in CUES if word in cue.words]


@cache
def compiled(pattern):
    return re.compile(pattern)


def place(cue, sentence):
    """Find one cue: a way that begins the sentence before any other, else what stands leftmost."""
    ways = alternatives(cue.pattern)
    begins = "|".join(way for way in ways if way.startswith("^"))
    elsewhere = "|".join(way for way in ways if not way.startswith("^"))
    found = (compiled(begins).match(sentence) if begins else None) or (
        compiled(elsewhere).search(sentence) if elsewhere else None
    )
    if found is None or (cue.unless and compiled(cue.unless).search(sentence)):
        return None
    end = max(found.end(), len(sentence.rstrip(".!?,;: \n")))
    return {"match": found.span(), "on": (found.start(), end), "sentence": (0, end)}[cue.reach]


def plainly(sentence, pieces, asks):
    """Try every cue that a word of the sentence raises, in the order of the words."""
    raised = dict.fromkeys(cue.name for word in WORD.findall(sentence) for cue in raised_by(word))
    for cue in (one for name in raised for one in CUES if one.name == name):
        if cue.asks == "any" or (cue.asks == "only") is asks:
            span = place(cue, sentence)
            if span is not None:
                yield Wording(cue.move, cue.p, cue.reach, cue.beside, " ".join(cue.words), [], ""), *span


def made_up(count, seed):
    """Messages glued together from the cues' own cases, whole and cut, by signs that part sentences or do not."""
    chance = random.Random(seed)

    def part():
        text = chance.choice(CASES)
        return text if chance.random() < 0.6 else text[chance.randrange(len(text)) :][: chance.randint(1, 60)]

    return ["".join(part() + chance.choice(GLUE) for _ in range(chance.randint(1, 7))) for _ in range(count)]


def test_the_file_is_made_of_the_cues():
    assert FILE.read_text("ascii") == made(CUES), "run: uv run python training/make_sieve.py"


@pytest.mark.parametrize("texts", [CASES, made_up(1_000, 3)], ids=["cases", "made up"])
def test_it_finds_what_trying_every_cue_finds(texts):
    every, sieved = CueReader(plainly), CueReader()
    told = [sieved.read(text) for text in texts]
    assert told == [every.read(text) for text in texts]
    assert sum(map(len, told)) > len(texts) / 2


def test_few_patterns_are_compiled_for_a_few_words():
    fresh = Sieve(sieve.shipped_data())
    assert CueReader(fresh.find).read("The crates came on Monday. Thank you, all are well.")
    assert 0 < len(fresh._ready) < 8
    assert len(fresh._ready) < len({way for cue in CUES for way in alternatives(cue.pattern)}) / 50


def test_what_is_kept_has_an_end(monkeypatch):
    monkeypatch.setattr(sieve, "_MOST_KEPT", 20)
    fresh = CueReader(Sieve(sieve.shipped_data()).find)
    assert [fresh.read(text) for text in CASES[:200]] == [CueReader().read(text) for text in CASES[:200]]


def test_cues_stand_in_falling_order_of_rank():
    ranks = [cue.rank for cue in shipped_sieve()._cues]
    assert ranks == sorted(ranks, reverse=True)
    assert {cue.move for cue in shipped_sieve()._cues} == {cue.move for cue in CUES}
