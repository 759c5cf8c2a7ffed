"""Each cue finds what it is for, passes over its near misses, and points into the writer's own words."""

import re
import subprocess
import sys
from itertools import chain

import pytest

from goodwill.codebook.moves import BY_NAME, MOVES
from goodwill.moves.cue import cues
from goodwill.moves.cues import CueReader
from goodwill.moves.phrase_file import shipped_phrases
from goodwill.moves.reader import Utterance

HEARD_BY_PHRASES = {
    "ill-will", "distrust", "closing", "dismissing", "trust-appeal", "self-praise", "caution-excused",
    "request-excused",
    "reference-request", "hollow-apology",
}  # fmt: skip

CUES = list(cues())
READER = CueReader()


def moves(text):
    return {seen.move for seen in READER.read(text)}


def words(text, move):
    return [text[seen.start : seen.end] for seen in READER.read(text) if seen.move == move]


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_its_own_cases(cue):
    assert cue.yes
    assert cue.no
    assert [text for text in cue.yes if cue.move not in moves(text)] == []
    assert [text for text in cue.no if cue.move in moves(text)] == []


def test_names_are_known_and_single():
    assert len({cue.name for cue in CUES}) == len(CUES)
    assert {cue.move for cue in CUES} == set(BY_NAME) - HEARD_BY_PHRASES
    assert set(shipped_phrases().moves) >= HEARD_BY_PHRASES
    assert set(chain.from_iterable(cue.beside for cue in CUES)) <= set(BY_NAME)
    assert all(0.5 <= cue.p < 1 for cue in CUES)


@pytest.mark.parametrize("move", MOVES, ids=lambda move: move.name)
def test_the_codebook_counter_example_is_not_read(move):
    assert move.name not in moves(move.counter_example)


LABELS_NEED_COMPANY = {"label-condition", "apology-repair", "apology-explanation"}
CUED = [one for one in MOVES if one.name not in LABELS_NEED_COMPANY | HEARD_BY_PHRASES]


@pytest.mark.parametrize("move", CUED, ids=lambda one: one.name)
def test_the_codebook_example_is_read(move):
    assert move.name in moves(move.example)


def test_spans_point_into_the_original():
    text = (
        "Hi Jo,\n\nI\u2019ll send the\nrevised quote by Thursday \u2013 promised. \u0130 am fine.\nSorry for the delay!"
    )
    assert words(text, "promise") == ["I\u2019ll send the\nrevised quote by Thursday \u2013 promised"]
    assert words(text, "apology") == ["Sorry for"]


@pytest.mark.parametrize(
    "text",
    [
        "> I'll send it by Friday.\n\nNoted.",
        "Noted.\n\nOn Mon, 2 Mar 2026 Alan wrote:\nI'll send it by Friday.",
        "Noted.\n-----Original Message-----\nI'll send it by Friday.",
    ],
)
def test_quoted_mail_is_not_read(text):
    assert "promise" not in moves(text)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("I will be out of office until Monday.", False),
        ("Will you pay on Friday?", False),
        ("You said you will pay on Friday.", False),
        ("If you had asked, I would have sent it.", False),
        ("Then I'll keep the deposit.", False),
        ("We will pay on the 12th.", True),
        ("Will do.", True),
        ("You'll have the report by Friday.", True),
        ("If the sample is fine, we'll pay the rest on Monday.", True),
    ],
)
def test_promises(text, seen):
    assert ("promise" in moves(text)) is seen


def test_a_full_apology_has_six_parts():
    text = (
        "I'm sorry that the chapters were late. It was my mistake. I forgot to tell you that I was ill. "
        "I deeply regret this. We will refund the difference. I'll make sure this does not happen again. "
        "Please forgive me."
    )
    parts = {"responsibility", "explanation", "regret", "repair", "repentance", "forgiveness"}
    assert {f"apology-{part}" for part in parts} | {"apology"} <= moves(text)


def test_one_speaker_in_a_row_is_one_message():
    apart = [Utterance("a", "I'm sorry about the crates."), Utterance("b", "We'll take 20 off your bill.")]
    together = [apart[0], Utterance("a", apart[1].text)]
    assert "apology-repair" not in {seen.move for seen in READER.read_thread(apart)[1]}
    assert "apology-repair" in {seen.move for seen in READER.read_thread(together)[1]}


def test_an_answer_to_why_is_a_reason():
    answer = Utterance("b", "The parent company moved its year-end.")
    asked = READER.read_thread([Utterance("a", "May I ask why?"), answer])[1]
    assert [seen.move for seen in asked] == ["reason"]
    assert READER.read_thread([Utterance("a", "Fine."), answer])[1] == []
    assert READER.read(answer.text, [Utterance("a", "Why?")]) == asked


def test_reading_is_repeatable_and_named():
    text = "Thanks. Could you send it by Friday?"
    assert READER.read(text) == READER.read(text)
    assert {seen.reader for seen in READER.read(text)} == {"cues@1"}


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "?", "...", "\u200b\ufeff", "I" * 100_000, "if you " * 20_000, "\u0130" * 5000]
)
def test_odd_text_is_read_without_harm(text):
    for seen in READER.read(text):
        assert 0 <= seen.start < seen.end <= len(text)


def test_numpy_is_not_imported():
    code = "import sys, goodwill.moves.cues as c; c.CueReader().read('We will pay.'); print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def repeats(tree, depth=0):
    """Give (depth, least, most) of each repetition in a parsed pattern."""
    for kind, told in tree:
        if kind in {re._constants.MAX_REPEAT, re._constants.MIN_REPEAT}:
            yield depth, told[0], told[1]
            yield from repeats(told[2], depth + 1)
        elif kind is re._constants.SUBPATTERN:
            yield from repeats(told[3], depth)
        elif kind is re._constants.BRANCH:
            for branch in told[1]:
                yield from repeats(branch, depth)
        elif kind in {re._constants.ASSERT, re._constants.ASSERT_NOT}:
            yield from repeats(told[1], depth)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_patterns_are_bounded(cue):
    for pattern in filter(None, (cue.pattern, cue.unless)):
        for depth, least, most in repeats(re._parser.parse(pattern)):
            whole_sentence = pattern.startswith("^") and depth == 0
            end_of_sentence = most == re._constants.MAXREPEAT and depth == 0
            assert most <= 120 or whole_sentence or end_of_sentence
            assert depth < 3
            assert depth == 0 or most <= 40
            assert least <= most
