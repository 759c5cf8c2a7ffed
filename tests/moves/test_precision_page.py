"""The published precision and recall are the measured ones, and high enough for a linter."""

import importlib.util
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("evaluation_moves", HERE / "evaluation" / "moves.py")
assert _spec is not None
assert _spec.loader is not None
evaluation = importlib.util.module_from_spec(_spec)
import sys  # noqa: E402

sys.modules["evaluation_moves"] = evaluation
_spec.loader.exec_module(evaluation)


def published():
    """Give (right, wrong) of each move on the page."""
    rows = {}
    for line in (HERE / "docs" / "moves_precision.md").read_text("utf-8").splitlines():
        cells = [cell.strip(" *") for cell in line.split("|")]
        if len(cells) == 9 and cells[5].count("/") == 2 and cells[1] != "move":
            right, wrong, _ = cells[5].split("/")
            rows[cells[1]] = int(right), int(wrong)
    return rows


def test_no_move_has_become_worse():
    page = published()
    found = evaluation.measured(evaluation.by_cues, True)
    assert set(found) < set(page)
    for move, count in found.items():
        right, wrong = page[move]
        assert (move, count.right >= right, count.wrong <= wrong) == (move, True, True)


def test_the_page_is_the_measured_one():
    assert (HERE / "docs" / "moves_precision.md").read_text("utf-8") == evaluation.page()


def test_good_enough_for_a_linter():
    cues = evaluation.total(evaluation.measured(evaluation.by_cues, True))
    words = evaluation.total(evaluation.measured(evaluation.by_words, True))
    assert cues.precision >= 0.90
    assert cues.recall >= 0.70
    assert cues.precision > words.precision
    assert cues.recall > words.recall


def test_the_set_is_large_and_coded_twice():
    ids = {row["id"] for row in evaluation.utterances()}
    assert len(ids) >= 600
    assert set(evaluation.coding("a")) == set(evaluation.coding("b")) == ids
