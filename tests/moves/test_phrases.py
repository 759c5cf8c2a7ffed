"""The learnt phrases: judged by great whole numbers as by plain sums, checked before use, never out of their lanes."""

import hashlib
import math
import random

import pytest

from goodwill.codebook.moves import BY_NAME
from goodwill.moves.joint import JointReader
from goodwill.moves.phrase_file import packed, read_phrases, shipped_phrases
from goodwill.moves.phrases import LANE, MOST_WEIGHT, MOST_WORDS, Heard
from goodwill.moves.reader import Utterance

KNOWN = shipped_phrases()
WEIGHTS = dict(KNOWN.weights.every())
HALF, ALL = 1 << (LANE - 1), (1 << LANE) - 1


def lanes(weight: int) -> list[int]:
    """Unpack one phrase's weights: each lane takes back what it lent to the one above."""
    out = []
    for _ in KNOWN.moves:
        low = ((weight + HALF) & ALL) - HALF
        out.append(low)
        weight = (weight - low) >> LANE
    assert weight == 0
    return out


def made_up(count: int) -> list[Heard]:
    """Sentences of words drawn from those learnt, with unknown ones between."""
    chance = random.Random(3)
    size = len(KNOWN.words)

    def some(most: int) -> list[int]:
        return [
            chance.choice((0, chance.randint(1, size), chance.randint(1, 60))) for _ in range(chance.randint(0, most))
        ]

    return [Heard(some(40), some(20), some(2), chance.random() < 0.5, chance.random() < 0.5) for _ in range(count)]


def plainly(heard: Heard) -> list[float]:
    """Judge a sentence with lists and floats, as the training does."""
    rows = [lanes(WEIGHTS[key]) for key in heard.keys() if WEIGHTS.get(key)]  # noqa: SIM118
    size = math.sqrt(len(rows)) or 1.0
    sums = [sum(row[at] for row in rows) for at in range(len(KNOWN.moves))]
    scores = [whole * step / size + bias for whole, step, bias in zip(sums, KNOWN.steps, KNOWN.bias, strict=True)]
    lines = zip(scores, KNOWN.slope, KNOWN.offset, strict=True)
    return [1 / (1 + math.exp(-(slope * score + offset))) for score, slope, offset in lines]


def test_a_thousand_sentences_are_judged_as_by_plain_sums():
    for heard in made_up(1_000):
        told = plainly(heard)
        assert KNOWN.chances(heard) == pytest.approx(told, abs=1e-9)
        seen = {KNOWN.moves[at] for at, chance in enumerate(told) if chance >= KNOWN.bars[at] + 1e-9}
        near = {KNOWN.moves[at] for at, chance in enumerate(told) if abs(chance - KNOWN.bars[at]) < 1e-9}
        assert {move for move, _ in KNOWN.judged(heard)} - near == seen - near


def test_no_sum_leaves_its_lane():
    phrases = 4 * MOST_WORDS + 1 + len(KNOWN.moves) + 2
    assert phrases * MOST_WEIGHT < 14_100 < HALF / 2
    assert all(abs(weight) <= MOST_WEIGHT for row in WEIGHTS.values() for weight in lanes(row))


def test_a_cue_in_doubt_is_not_believed_and_one_without_doubt_is():
    heard = Heard(KNOWN.heard(["the", "crates", "are", "blue"]), [], KNOWN.cues(["reason"]), first=True, last=True)
    told = dict(KNOWN.judged(heard, ["reason"]))
    at = KNOWN.places["reason"]
    assert ("reason" in told) == (plainly(heard)[at] >= KNOWN.doubts[at])


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("You kept this from us on purpose.", "ill-will"),
        ("I need the money up front in case you disappear.", "distrust"),
        ("This is final and I won't discuss it again.", "closing"),
        ("There is really no need to get so worked up.", "dismissing"),
        ("You'll just have to trust us on this.", "trust-appeal"),
        ("I think you'll agree this is an extremely generous proposal.", "self-praise"),
        ("So sorry to bother you with this yet again.", "request-excused"),
        ("What was Dan's crew like to work with?", "reference-request"),
        ("I'm sorry if you felt left out.", "hollow-apology"),
    ],
)
def test_what_cues_do_not_know_is_heard(text, move):
    assert move in {seen.move for seen in JointReader().read(text)}
    assert move not in {seen.move for seen in JointReader().read(BY_NAME[move].counter_example)}


def test_a_sentence_is_pointed_at_in_the_words_as_written():
    text = "Hello Jo,\n\nthe crates came. You\u2019ll just have to trust us on this. Regards"
    seen = next(one for one in JointReader().read(text) if one.move == "trust-appeal")
    assert text[seen.start : seen.end] == "You\u2019ll just have to trust us on this."
    assert seen.reader == "phrases@1"
    assert 0 < seen.p < 1


def test_quoted_mail_is_not_read():
    assert JointReader().read("Thanks.\n> You left money on the table.\n") == JointReader().read("Thanks.\n")


@pytest.mark.parametrize("text", [".", "...", "\U0001f642.", "Qwzx."])
def test_what_nobody_knows_says_nothing(text):
    assert JointReader().read(text) == []


def test_a_thread_is_read_as_its_messages():
    thread = [Utterance("a", "You kept this from us on purpose."), Utterance("b", "The crates are blue.")]
    assert JointReader().read_thread(thread) == [JointReader().read(one.text) for one in thread]


@pytest.mark.parametrize(
    "text", ["", " ", "?" * 5_000, "sorry " * 5_000, "word" * 20_000, "\u0130" * 3_000, "1,2" * 9_000]
)
def test_odd_texts_are_read(text):
    for seen in JointReader().read(text):
        assert 0 <= seen.start < seen.end <= len(text)


def test_a_file_gives_back_the_weights_it_was_made_of():
    names = ("steps", "bias", "slope", "offset", "bars", "doubts")
    told = {"moves": ["a", "b", "c"], "words": ["x"], **{name: [0.5] * 3 for name in names}}
    weights = [[3, -MOST_WEIGHT, 0], [MOST_WEIGHT, -1, -1]]
    raw = packed(told, [7, 1 << 30], weights)
    read = read_phrases(raw, hashlib.sha256(raw).hexdigest())
    assert read.words == ("x",)
    side_by_side = [sum(weight << (LANE * at) for at, weight in enumerate(row)) for row in weights]
    assert dict(read.weights.every()) == dict(zip((7, 1 << 30), side_by_side, strict=True))
    assert [read.weights[phrase] for phrase in (7, 1 << 30)] == side_by_side
    assert [read.weights[phrase] for phrase in (0, 8, 1 << 33)] == [0, 0, 0]


def test_another_file_is_refused():
    raw = packed({"moves": ["a"], "words": ["x"]}, [1], [[3]])
    with pytest.raises(ValueError, match="not the ones"):
        read_phrases(raw, "0" * 64)
