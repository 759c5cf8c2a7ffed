"""The pages that are written from the program are in step with it; nothing the program has is missing from them."""

import importlib.util
import re
from pathlib import Path

import click
import pytest

from goodwill.faces.cli.app import COMMANDS, goodwill
from goodwill.ledger.invariants import unknown_keys
from goodwill.ledger.kinds import KINDS
from goodwill.ledger.notation import Entry, line, parse
from goodwill.strategies.roster import ROSTER

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("make_pages", ROOT / "docs" / "make_pages.py")
make_pages = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(make_pages)
PAGES = ("README.md", "docs/commands.md", "docs/notation.md", "docs/rules.md")


def read(name):
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_made_page_is_in_step(name):
    assert make_pages.made()[ROOT / name] == read(name), "run: uv run python docs/make_pages.py"


def test_marks_that_are_missing_or_doubled_are_refused():
    with pytest.raises(ValueError, match="marks of kinds"):
        make_pages.filled("no marks here", {"kinds": "x"})


def test_every_command_has_its_file_its_page_and_its_line_in_the_readme():
    files = {path.name.removesuffix("_command.py") for path in (ROOT / "src/goodwill/faces/cli").glob("*_command.py")}
    assert files == set(COMMANDS)
    for name in COMMANDS:
        assert f"## goodwill {name}\n" in read("docs/commands.md")
        assert f"| `goodwill {name}` |" in read("README.md")


def test_every_option_says_what_it_is_for():
    made = {name: goodwill.get_command(click.Context(goodwill), name) for name in COMMANDS}
    options = [(n, p) for n, c in made.items() for p in c.params if isinstance(p, click.Option)]
    silent = [(n, p.name) for n, p in options if not p.help and not isinstance(p.type, click.Choice)]
    assert [name for name, command in made.items() if not command.help] == []
    assert silent == []


def test_every_rule_has_its_page():
    text = read("docs/rules.md")
    for rule in ROSTER:
        assert f"### {rule.code} {rule.name}\n" in text
        assert rule.page in text
    assert len(re.findall(r"^### [NRDEL]\d{3} ", text, re.MULTILINE)) == len(ROSTER)


def test_every_kind_of_entry_and_every_key_is_documented():
    text = read("docs/notation.md")
    for kind in KINDS.values():
        row = next(row for row in text.splitlines() if row.startswith(f"| `{kind.name}` |"))
        for key in kind.keys:
            assert key.name in row, (kind.name, key.name)


def test_the_example_of_the_notation_parses_and_prints_the_same():
    shown = [row.strip() for row in read("docs/notation.md").splitlines() if re.match(r"    \d{4}-", row)]
    entries = list(parse(shown))
    assert len(entries) >= 5
    for row, entry in zip(shown, entries, strict=True):
        assert isinstance(entry, Entry)
        assert unknown_keys(entry) == ()
        assert line(entry) == row
