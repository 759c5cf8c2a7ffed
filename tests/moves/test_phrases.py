"""The learnt phrases: judged by great whole numbers as by plain sums, checked before use, never out of their lanes."""

import hashlib
import math
import random
from dataclasses import replace
from operator import mul

import pytest

from goodwill.codebook.moves import BY_NAME
from goodwill.moves.company import FEW, KINDS, REACH, SHORT
from goodwill.moves.company import MOST_WEIGHT as MOST_ADDED
from goodwill.moves.joint import JointReader
from goodwill.moves.phrase_file import packed, read_phrases, shipped_phrases
from goodwill.moves.phrases import LANE, LEVELS, MOST_WEIGHT, MOST_WORDS, Heard
from goodwill.moves.reader import Utterance

KNOWN = shipped_phrases()
COMPANY = KNOWN.company
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
    """Give the log odds in a sentence by itself with lists and floats, as the training does."""
    rows = [lanes(WEIGHTS[key]) for key in heard.keys() if WEIGHTS.get(key)]  # noqa: SIM118
    size = math.sqrt(len(rows)) or 1.0
    sums = [sum(row[at] for row in rows) for at in range(len(KNOWN.moves))]
    scores = [whole * step / size + bias for whole, step, bias in zip(sums, KNOWN.steps, KNOWN.bias, strict=True)]
    return [slope * one + offset for one, slope, offset in zip(scores, KNOWN.slope, KNOWN.offset, strict=True)]


def in_company(text: list[Heard]) -> list[list[float]]:
    """Give the chances in each sentence of a text, its company counted move by move."""
    alone, count = [plainly(heard) for heard in text], len(KNOWN.moves)
    seen = [[sum(one >= math.log(level / (1 - level)) for level in LEVELS) for one in odds] for odds in alone]
    seen = [row if any(map(WEIGHTS.get, heard.keys())) else [0] * count for row, heard in zip(seen, text, strict=True)]
    nothing = [0] * count
    told = []
    for at, heard in enumerate(text):
        near = [row for by, row in enumerate(seen) if 0 < abs(by - at) <= REACH]
        row = [*seen[at], *(seen[at - 1] if at else nothing), *(seen[at + 1] if at + 1 < len(text) else nothing)]
        row += [
            *(map(sum, zip(*near, strict=True)) if near else nothing),
            *(len(heard.words) <= most for most in SHORT),
        ]
        added = [sum(map(mul, row, column)) for column in zip(*COMPANY.rows, strict=True)]
        lines = zip(alone[at], added, COMPANY.slope, COMPANY.offset, COMPANY.steps, strict=True)
        told.append(
            [1 / (1 + math.exp(-(slope * odds + offset + step * more))) for odds, more, slope, offset, step in lines]
        )
    return told


def test_sentences_by_themselves_are_judged_as_by_plain_sums():
    for heard in made_up(1_000):
        assert said_alone(heard) == pytest.approx(plainly(heard), abs=1e-9)


def said_alone(heard: Heard) -> list[float]:
    one = KNOWN.summed(heard)
    wholes = [(one.total >> (LANE * at) & ALL) - HALF for at in range(len(KNOWN.moves))]
    return [KNOWN.alone(at, whole, one.size) for at, whole in enumerate(wholes)]


def test_texts_are_judged_as_by_plain_sums():
    sentences = made_up(600)
    for start in range(0, 600, 12):
        text = sentences[start : start + 12]
        told = KNOWN.judged([KNOWN.summed(heard) for heard in text], [()] * len(text))
        for heard, chances, seen in zip(text, in_company(text), told, strict=True):
            likely = {at for at, odds in enumerate(plainly(heard)) if odds >= math.log(LEVELS[0] / (1 - LEVELS[0]))}
            assert dict(seen) == pytest.approx(
                {KNOWN.moves[at]: chances[at] for at in likely if chances[at] >= KNOWN.bars[at]}, abs=1e-9
            )


def test_what_a_step_costs_is_likelier_beside_the_step():
    def chance(text: str) -> float:
        return next(seen.p for seen in JointReader().read(text) if seen.move == "label-cost")

    alone = "It leaves us with almost nothing."
    assert chance(f"We can move to 40. {alone}") > chance(alone)


def test_no_sum_leaves_its_lane():
    phrases = 4 * MOST_WORDS + 1 + len(KNOWN.moves) + 2
    assert phrases * MOST_WEIGHT < 14_100 < HALF / 2
    assert all(abs(weight) <= MOST_WEIGHT for row in WEIGHTS.values() for weight in lanes(row))


def test_no_sum_of_company_leaves_its_lane():
    seen = (KINDS - 1 + 2 * REACH) * len(LEVELS) * len(KNOWN.moves) + len(SHORT + FEW)
    assert seen * MOST_ADDED < 1 << 31
    assert len(COMPANY.rows) == KINDS * len(KNOWN.moves) + len(SHORT + FEW)
    assert max(abs(weight) for row in COMPANY.rows for weight in row) == MOST_ADDED


def test_a_cue_in_doubt_is_not_believed_and_one_without_doubt_is():
    heard = Heard(KNOWN.heard(["the", "crates", "are", "blue"]), [], KNOWN.cues(["reason"]), first=True, last=True)
    (told,) = KNOWN.judged([KNOWN.summed(heard)], [["reason"]])
    at = KNOWN.places["reason"]
    assert ("reason" in dict(told)) == (in_company([heard])[0][at] >= KNOWN.doubts[at])
    for doubt in (0.0, 1.0):
        sure = replace(KNOWN, doubts=(doubt,) * len(KNOWN.moves))
        assert ("reason" in dict(*sure.judged([sure.summed(heard)], [["reason"]]))) == (doubt == 0)


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
    company = {"rows": [[1, 2, 3]], **{name: [0.5] * 3 for name in ("steps", "slope", "offset")}}
    told = {"moves": ["a", "b", "c"], "words": ["x"], "company": company, **{name: [0.5] * 3 for name in names}}
    weights = [[3, -MOST_WEIGHT, 0], [MOST_WEIGHT, -1, -1]]
    raw = packed(told, [7, 1 << 30], weights)
    read = read_phrases(raw, hashlib.sha256(raw).hexdigest())
    assert read.words == ("x",)
    assert read.company.rows == [[1, 2, 3]]
    side_by_side = [sum(weight << (LANE * at) for at, weight in enumerate(row)) for row in weights]
    assert dict(read.weights.every()) == dict(zip((7, 1 << 30), side_by_side, strict=True))
    assert [read.weights[phrase] for phrase in (7, 1 << 30)] == side_by_side
    assert [read.weights[phrase] for phrase in (0, 8, 1 << 33)] == [0, 0, 0]


def test_another_file_is_refused():
    raw = packed({"moves": ["a"], "words": ["x"]}, [1], [[3]])
    with pytest.raises(ValueError, match="not the ones"):
        read_phrases(raw, "0" * 64)
