"""The page of features names only what there is: rules, commands, words and tests; and all forty-four demands."""

import re
from pathlib import Path

import pytest

from goodwill.brief.wording.drafts import DRAFTS
from goodwill.faces.cli.app import COMMANDS
from goodwill.ledger.kinds import KINDS
from goodwill.strategies.roster import ROSTER, find

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "features.md").read_text("utf-8")
ROWS = re.findall(r"^\| (A\d\d) \| (.+?) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)


def test_all_forty_four_stand_in_order():
    assert [row[0] for row in ROWS] == [f"A{number:02}" for number in range(1, 45)]


@pytest.mark.parametrize(("ident", "demand", "met", "shown"), ROWS)
def test_what_a_row_names_is_there(ident, demand, met, shown):
    named = re.findall(r"`([NRDEL]\d{3}) ([a-z-]+)`", met)
    for code, name in named:
        assert find(code) is not None, code
        assert find(code).name == name
    commands = re.findall(r"`goodwill (\w+)(?: (\w+))?`", met)
    for command, kind in commands:
        assert command in COMMANDS
        assert not kind or kind in KINDS
    for code in re.findall(r"words for ([NRDEL]\d{3})(?: and ([NRDEL]\d{3}))?", met):
        assert {part for part in code if part} <= {draft.code for draft in DRAFTS}
    assert named or commands


@pytest.mark.parametrize(("ident", "demand", "met", "shown"), ROWS)
def test_the_tests_a_row_names_are_there_and_about_it(ident, demand, met, shown):
    tests = re.findall(r"`(tests/[^`:]+)(?:::(\w+))?`", shown)
    assert tests
    rules = {name.replace("-", "_") for _, name in re.findall(r"`([NRDEL]\d{3}) ([a-z-]+)`", met)}
    for path, function in tests:
        file = ROOT / path
        assert file.is_file(), path
        assert not function or f"def {function}(" in file.read_text("utf-8"), function
        if path.startswith("tests/rules/"):
            assert file.stem in rules
            assert "```findings\n" in file.read_text("utf-8")


def test_every_shelf_has_rules_that_meet_a_demand():
    used = {code for _, _, met, _ in ROWS for code in re.findall(r"`([NRDEL]\d{3}) ", met)}
    assert {rule.code[0] for rule in ROSTER} == {code[0] for code in used} == set("NRDEL")
