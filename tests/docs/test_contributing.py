"""The rule that CONTRIBUTING.md walks through is a rule: it loads, explains itself, and finds what its cases say."""

import re
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from goodwill.case.case import case
from goodwill.codebook.sources import SOURCES
from goodwill.findings.rule import HEADINGS
from goodwill.findings.run import run
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse
from goodwill.strategies.roster import ROSTER, find

TEXT = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8")
CODE = re.search(r"^```python rule\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)[1]
CASES = re.search(r"^````markdown cases\n(.*?)^````$", TEXT, re.MULTILINE | re.DOTALL)[1]
CASE = re.compile(r"^## ([^\n]+)\n```ledger (\S+) (\S+)\n(.*?)```\n```findings\n(.*?)```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def rule():
    """Load the rule as its file would be loaded."""
    module = ModuleType("offer_unanswered")
    sys.modules[module.__name__] = module
    exec(compile(CODE, "CONTRIBUTING.md", "exec"), module.__dict__)
    yield module.offer_unanswered
    del sys.modules[module.__name__]


def test_the_rule_explains_itself_as_a_rule_must(rule):
    assert tuple(rule.sections) == HEADINGS
    assert [cite.source for cite in rule.cites] == [SOURCES["lind-1990"].citation]
    assert rule.advice["me"] != rule.advice["them"]
    assert rule.name == "offer-unanswered"
    assert len(CODE.splitlines()) <= 70


def test_its_code_and_name_are_free_and_its_shelf_is_there(rule):
    assert find(rule.code) is None
    assert find(rule.name) is None
    assert rule.shelf in {other.shelf for other in ROSTER}


@pytest.mark.parametrize("found", CASE.findall(CASES), ids=lambda found: found[0])
def test_the_rule_finds_what_its_cases_say(rule, found):
    _, day, party, ledger, expected = found
    entries = list(parse(ledger.splitlines()))
    assert all(isinstance(entry, Entry) for entry in entries)
    narrowed = case(Book.of(entries), date.fromisoformat(day)).among(party)
    shown = [f"{f.code} {f.by} {','.join(e.id for e in f.evidence)} | {f.says}" for f in run([rule], narrowed)]
    assert shown == [line for line in expected.splitlines() if line]


def test_all_three_sorts_of_case_are_shown():
    titles = [title for title, *_ in CASE.findall(CASES)]
    for sort in ("Fires", "Does not fire", "At the edge"):
        assert any(title.startswith(sort) for title in titles)
