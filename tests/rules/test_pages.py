"""Each rule finds what its page says, no less and no more; and each rule has a page with all three sorts of case."""

from pathlib import Path

import pytest

from goodwill.codebook.sources import SOURCES, STRENGTHS
from goodwill.findings.rule import HEADINGS, Rule
from goodwill.ledger.notation import Invalid, parse_line
from goodwill.strategies.roster import ROSTER, find
from pages import HERE, Page, pages

PAGES = list(pages())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.rule}: {page.title}")
def test_the_rule_finds_what_its_page_says(page: Page) -> None:
    rule = find(page.rule.replace("_", "-"))
    assert rule is not None, f"no rule {page.rule}"
    assert page.found(rule) == page.expected


@pytest.mark.parametrize("rule", ROSTER, ids=lambda rule: rule.code)
def test_each_rule_has_a_page_that_fires_stays_silent_and_stands_at_the_edge(rule: Rule) -> None:
    path = HERE / rule.shelf / f"{rule.name.replace('-', '_')}.md"
    titles = [page.title.lower() for page in PAGES if page.rule == path.stem]
    for sort in ("fires", "does not", "at the edge"):
        assert any(title.startswith(sort) for title in titles), f"{path.name} has no case headed '## {sort} ...'"
    assert any(page.expected for page in PAGES if page.rule == path.stem)
    assert any(not page.expected for page in PAGES if page.rule == path.stem)


@pytest.mark.parametrize("rule", ROSTER, ids=lambda rule: rule.code)
def test_each_rule_explains_itself(rule: Rule) -> None:
    assert tuple(rule.sections) == HEADINGS
    assert all(rule.sections[heading].strip() for heading in HEADINGS)
    assert rule.cites, "Why it matters names no source"
    assert Path(rule.see.__module__.replace(".", "/")).name == rule.name.replace("-", "_")
    example = [line.strip() for line in rule.sections["Example"].splitlines() if line.strip()]
    assert not [read for line in example if isinstance(read := parse_line(line), Invalid)]


def test_codes_and_names_are_unique_and_sorted() -> None:
    codes = [rule.code for rule in ROSTER]
    assert len(set(codes)) == len(codes)
    assert len({rule.name for rule in ROSTER}) == len(ROSTER)
    for letter in "NRDEL":
        shelf = [code for code in codes if code[0] == letter]
        assert shelf == sorted(shelf)


def test_every_page_belongs_to_a_rule() -> None:
    rules = {f"{rule.shelf}/{rule.name.replace('-', '_')}.md" for rule in ROSTER}
    assert {path.relative_to(HERE).as_posix() for path in HERE.glob("*/*.md")} == rules


def test_each_source_has_a_known_strength() -> None:
    assert {research.strength for research in SOURCES.values()} <= set(STRENGTHS)
