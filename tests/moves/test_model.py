"""The trained reader: checked weights, bounded size, chances that are chances, spans inside the text."""

import subprocess
import sys
from importlib.resources import files

import numpy as np
import pytest

from goodwill.codebook.moves import CASINO_NAMES
from goodwill.moves.grams import Table, gram_key, letters_key, mix_for
from goodwill.moves.model import ModelReader
from goodwill.moves.reader import Utterance
from goodwill.moves.scoring import Turn, turns
from goodwill.moves.tone import tones
from goodwill.moves.weights import read_weights

READER = ModelReader()
FOLDER = files("goodwill.moves").joinpath("weights_data")
THREAD = [
    Utterance("a", "Hello! How was your weekend?"),
    Utterance("b", "Great, thanks. What do you need most?"),
    Utterance("a", "We need water because our kids are thirsty. We have enough wood. How about you?"),
    Utterance("a", "An even split seems fair to me."),
]


def test_labels_are_the_nine():
    assert READER.labels == CASINO_NAMES
    assert set(READER.scores("Hello")) == set(CASINO_NAMES)


def test_weights_are_small_and_checked():
    raw = FOLDER.joinpath("moves.npz").read_bytes()
    told = FOLDER.joinpath("moves.sha256").read_text().strip()
    assert sum(FOLDER.joinpath(f"{name}.npz").read_bytes().__len__() for name in ("moves", "net", "tone")) < 1_000_000
    assert read_weights(raw, told).labels == CASINO_NAMES
    with pytest.raises(ValueError, match="not the ones"):
        read_weights(raw[:-1] + b"x", told)


def test_weights_load_only_when_asked():
    code = "import goodwill.moves.model, goodwill.moves.weights as w; print(w.shipped.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


def test_what_it_sees():
    seen = [[one.move for one in readings] for readings in READER.read_thread(THREAD)]
    assert "small-talk" in seen[0]
    assert "elicit-pref" in seen[1]
    assert {"self-need", "other-need"} <= set(seen[2])
    assert seen[3] == ["vouch-fair"]


def test_spans_are_sentences_of_the_text():
    for utterance, readings in zip(THREAD, READER.read_thread(THREAD), strict=True):
        for one in readings:
            assert 0 <= one.start < one.end <= len(utterance.text)
            assert 0 < one.p < 1
    text = THREAD[2].text
    where = {text[one.start : one.end] for one in READER.read_thread(THREAD)[2] if one.move == "elicit-pref"}
    assert where <= {"How about you?"}


def test_in_bulk_as_one_by_one():
    batch = list(turns(THREAD * 400))
    bulk = list(READER.chances(batch))
    assert len(bulk) == len(batch)
    for at in (0, 1, 5, 999, 1000, 1001, len(batch) - 1):
        assert np.allclose(bulk[at], next(READER.chances([batch[at]])), atol=1e-12)


def test_read_and_thread_agree_on_the_first():
    assert READER.read(THREAD[0].text) == READER.read_thread(THREAD)[0]
    assert READER.scores_thread(THREAD)[0] == pytest.approx(READER.scores(THREAD[0].text), abs=1e-12)


def test_surely_says_less():
    often = {one.move for readings in READER.read_thread(THREAD) for one in readings}
    sure = {one.move for readings in ModelReader(surely=True).read_thread(THREAD) for one in readings}
    assert sure < often


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\U0001f642", "\u4f60\u597d", "x" * 50_000, "a b " * 30_000, "<>=[]{}|\\`"]
)
def test_odd_text_is_scored_without_harm(text):
    chances = np.array(list(READER.scores(text).values()))
    assert np.isfinite(chances).all()
    assert all(one.end <= len(text) for one in READER.read(text))
    assert len(list(READER.chances([Turn(text), Turn("ok", text)]))) == 2
    assert len(tones([text])) == 1


def test_no_texts():
    assert list(READER.chances([])) == []
    assert READER.read_thread([]) == []
    assert tones([]) == []


def test_table_finds_each_key_and_no_other():
    keys = np.arange(1, 40_000, 2)
    table = Table(keys, mix_for(keys))
    which, rows = table.found(np.arange(40_000))
    assert which.tolist() == keys.tolist()
    assert rows.tolist() == list(range(len(keys)))


def test_grams_have_keys_of_their_own():
    ids = {"thank": 1, "you": 2}
    keys = [
        gram_key(one, ids)
        for one in ("1 thank", "1 you", "2 thank you", "2 you thank", "b1 you", "b2 thank you", "s you you")
    ]
    keys += [letters_key(one) for one in (" t", "th", "tha", "than", "thank", "\0a")]
    assert len(set(keys)) == len(keys)
    with pytest.raises(ValueError, match="no gram"):
        gram_key("9 thank", ids)


def test_tone_ranks_plain_cases():
    open_, closed = tones(
        ["I understand your view and perhaps we could find a way.", "You are wrong. That is nonsense."]
    )
    assert open_.receptive > closed.receptive
    warm, tough = tones(
        ["Hi! What a great phone. Would you consider $100? Thank you so much!", "$100. I will not go higher than that."]
    )
    assert warm.warm > 0.5 > tough.warm
