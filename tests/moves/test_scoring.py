"""Texts taken to pieces are masked and scored as whole ones, and their sentences as if each stood alone."""

import random

import numpy as np
import pytest

from goodwill.moves import model
from goodwill.moves.masking import masked, masked_piece, pieces
from goodwill.moves.model import ModelReader
from goodwill.moves.net import shipped_net
from goodwill.moves.normalise import plain, sentences
from goodwill.moves.rows import Rows
from goodwill.moves.scoring import Scores, Turn, raw_scores, wording_for
from goodwill.moves.weights import shipped

WEIGHTS, NET = shipped("moves"), shipped_net()
SIGNS = list('$3k.,;?!:#@_~^-)"\n\t\x00\x1f\u00a0\u00a3\u2019\u0130\u03a3\U0001f642')
PARTS = [
    *SIGNS,
    "fire",
    "wood",
    "Wood",
    "Fire wood",
    "$ 5",
    "\u20ac5",
    "1,200.5",
    "water",
    "two",
    "BOTH",
    "he",
    "He",
    "HIS",
]
PARTS += ["fire", "Alan", "Mr", "\u00e9t", "\u00c9cole", "s", "need", "please", "you", "thanks", "\n\n- "]


def made_up(count, seed, most=14):
    chance = random.Random(seed)
    return [
        "".join(chance.choice(PARTS) + chance.choice(["", " ", " ", "  "]) for _ in range(chance.randint(0, most)))
        for _ in range(count)
    ]


def test_pieces_are_masked_as_the_whole():
    for text in made_up(5_000, 1):
        assert f" {' '.join(masked_piece(piece) for piece in pieces(text))} " == masked(text)


def test_a_name_is_told_by_what_stands_before_it():
    assert masked("I saw Alan, Mei and SUE. Then Priya left") == " i saw ~, ~ and sue. then ~ left "


def test_a_batch_is_scored_as_each_turn_alone():
    texts = made_up(300, 2)
    batch = [
        Turn(text, before, at % 11, at % 3 == 0)
        for at, (text, before) in enumerate(zip(texts, texts[::-1], strict=True))
    ]
    for net in (None, NET):
        many = raw_scores(WEIGHTS, batch, net)
        assert many == pytest.approx(np.vstack([raw_scores(WEIGHTS, [turn], net) for turn in batch]), abs=1e-12)


def test_sentences_are_scored_as_if_each_stood_alone():
    batch = [Turn(text, "", at % 9, at % 2 == 0) for at, text in enumerate(made_up(700, 6, 30))]
    asked = [(row, tuple(sentences(plain(turn.text)))) for row, turn in enumerate(batch) if row % 3]
    found = Scores(WEIGHTS, batch, None, wording_for(WEIGHTS, None)).of_sentences(asked)
    parts = [Turn(batch[row].text[a:b], "", batch[row].at, batch[row].same) for row, some in asked for a, b, _ in some]
    assert len(parts) > 500
    assert (found == raw_scores(WEIGHTS, parts)).all()


def test_what_is_kept_of_pieces_has_an_end(monkeypatch):
    batch = [Turn(text) for text in made_up(60, 9)]
    expected = list(ModelReader().read_turns(batch))
    monkeypatch.setattr(model, "_MOST_KEPT", 5)
    monkeypatch.setattr(model, "_AT_ONCE", 10)
    reader = ModelReader()
    for (one, readings), (other, others) in zip(expected, reader.read_turns(batch), strict=True):
        assert one == pytest.approx(other, abs=1e-12)
        assert [(seen.move, seen.start, seen.end) for seen in readings] == [(x.move, x.start, x.end) for x in others]
    assert len(reader._wording) < 200


def test_who_knows_the_sentences_is_told_the_same():
    batch = [Turn(text) for text in [*made_up(80, 5, 30), "We need water. How about you?\n" * 2_000]]
    known = [tuple(sentences(plain(turn.text))) for turn in batch]
    found = [readings for _, readings in ModelReader().read_turns(batch, known)]
    assert found == [readings for _, readings in ModelReader().read_turns(batch)]
    assert any(found)


def test_rows():
    rows = Rows.of([[4, 5, 6], [], [7]])
    assert rows.at.tolist() == [0, 0, 0, 2]
    assert rows.take(np.array([2, 0, 0, 1])).numbers.tolist() == [7, 4, 5, 6, 4, 5, 6]
    assert rows.plus(Rows.of([[8]])).take(np.array([3])).numbers.tolist() == [8]
    assert rows.cut(2).lengths.tolist() == [2, 0, 1]
    assert rows.sums(np.array([1, 2, 3, 4])).tolist() == [6, 0, 4]
