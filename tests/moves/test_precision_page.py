"""The published precision and recall are the measured ones, and no move has become worse than they say."""

import re
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HERE))

from evaluation import moves, strangers  # noqa: E402

PAGE = (HERE / "docs" / "moves_precision.md").read_text("utf-8")
ROW = re.compile(r"^\| ([a-z-]+) \| \d+ \|[^|]*\|[^|]*\| (\d+) / (\d+) / \d+ \|", re.M)


def test_no_move_has_become_worse():
    published = {name: (int(right), int(wrong)) for name, right, wrong in ROW.findall(PAGE)}
    found = strangers.measured(strangers.by_both, "plain")
    assert set(found) == set(published)
    for move, count in found.items():
        right, wrong = published[move]
        assert (move, count.right >= right, count.wrong <= wrong) == (move, True, True)


def test_the_page_is_the_measured_one():
    assert moves.page() == PAGE


@pytest.mark.parametrize("name", strangers.SETS)
def test_both_readers_together_find_more_than_cues_and_are_more_often_right(name):
    shipped, cues, words = (moves.total(strangers.measured(read, name)) for read in strangers.READERS)
    assert shipped.precision > cues.precision > words.precision
    assert shipped.recall > cues.recall > words.recall


@pytest.mark.parametrize("name", strangers.SETS)
def test_a_set_is_large_and_coded_twice(name):
    ids = [one for message in strangers.messages(name) for one, _ in message]
    assert len(ids) == len(set(ids)) >= 600
    assert set(strangers.coding(name, "a")) == set(strangers.coding(name, "b")) == set(ids)


def test_the_set_of_one_hand_is_coded_twice():
    ids = {row["id"] for row in moves.utterances()}
    assert len(ids) >= 600
    assert set(moves.coding("a")) == set(moves.coding("b")) == ids
