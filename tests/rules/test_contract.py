"""What holds of every rule on every book: the same answer twice, real evidence, no names that matter, no hindsight."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from books import FIRST, PAGES, PARTIES, among_strangers, scene, situations
from goodwill.case.case import case
from goodwill.codebook.stance import SEVERITIES, STANCES
from goodwill.findings.finding import Finding
from goodwill.findings.rule import Rule
from goodwill.findings.run import run
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.strategies.roster import ROSTER
from pages import Page

BANNED = re.compile(
    r"\b(untrustworthy|liars?|lying|dishonest\w*|cheat\w*|deceit\w*|crook\w*|fraud\w*|lazy|selfish|manipulat\w*|"
    r"culprit|guilty)\b|!",
    re.IGNORECASE,
)
RENAMED = {"ilsex": "zzzoe", "kaiox": "mmira", "olafx": "aaron"}
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
FOREIGN = [
    Entry(FIRST, "tie", "s1", {"a": "stranger-one", "b": "stranger-two"}),
    Entry(FIRST, "vouch", "s2", {"by": "stranger-one", "about": "stranger-two"}, "The best"),
    Entry(FIRST, "interest", "s3", {"of": "stranger-one", "conflict": "yes", "disclosed": "no"}),
    Entry(FIRST, "message", "s4", {"by": "stranger-one", "to": "stranger-two"}, "You always let us down."),
    Entry(FIRST, "promise", "s5", {"by": "stranger-one", "to": "stranger-two", "due": "2025-10-01"}, "The crates"),
]
Situation = tuple[list[Entry], date]
often = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=SLOW)
each_scene = pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.rule}: {page.title}")


def found(made: list[Entry], today: date, parties: tuple[str, ...] = PARTIES) -> list[Finding]:
    whole = case(Book.of(made), today)
    return [finding for party in parties for finding in run(ROSTER, whole.among(party))]


def renamed(text: str) -> str:
    return re.sub("|".join(RENAMED), lambda name: RENAMED[name[0]], text)


def renamed_entry(entry: Entry) -> Entry:
    values = {key: renamed(value) for key, value in entry.values.items()}
    return Entry(entry.day, entry.kind, renamed(entry.id), values, entry.words, entry.time)


def well_formed(made: list[Entry], today: date) -> None:
    findings = found(made, today)
    assert findings == found(list(made), today)
    by_id = {entry.id: entry for entry in made}
    aside = {e.get("of") for e in made if e.kind == "dismiss" and e.day <= today and not e.get("until")}
    for finding in findings:
        assert finding.evidence
        for exhibit in finding.evidence:
            assert exhibit.day == by_id[exhibit.id].day <= today
            assert exhibit.id not in aside
        assert finding.stance in STANCES
        assert finding.severity in SEVERITIES
        assert finding.by in ("me", "them")
        assert finding.about in PARTIES
        assert finding.as_of == today
        assert finding.says.strip()
        assert "\n" not in finding.says
        assert not BANNED.search(finding.says), finding.says
        assert not BANNED.search(finding.do), finding.do


def renaming_renames(made: list[Entry], today: date) -> None:
    before = [(f.code, f.by, f.severity, renamed(f.about), renamed(f.says), renamed(f.do)) for f in found(made, today)]
    other = found([renamed_entry(entry) for entry in made], today, tuple(RENAMED[party] for party in PARTIES))
    assert [(f.code, f.by, f.severity, f.about, f.says, f.do) for f in other] == before


def hindsight_changes_nothing(made: list[Entry], today: date) -> None:
    assert found([entry for entry in made if entry.day <= today], today) == found(made, today)


def test_an_empty_book_finds_nothing() -> None:
    assert found([], FIRST, ("alan", "")) == []


@often
@given(situations())
def test_the_same_case_gives_the_same_well_formed_findings(situation: Situation) -> None:
    well_formed(*situation)


@often
@given(situations())
def test_renaming_the_parties_renames_the_findings_and_no_more(situation: Situation) -> None:
    renaming_renames(*situation)


@often
@given(situations(), among_strangers())
def test_entries_among_strangers_change_nothing(situation: Situation, foreign: list[Entry]) -> None:
    made, today = situation
    assert found([*made, *foreign], today) == found(made, today)


@often
@given(situations())
def test_what_comes_later_changes_nothing_of_an_earlier_day(situation: Situation) -> None:
    hindsight_changes_nothing(*situation)


@each_scene
def test_the_scene_of_each_page_holds_the_contract(page: Page) -> None:
    made = scene(page)
    well_formed(made, page.day)
    renaming_renames(made, page.day)
    assert found([*made, *FOREIGN], page.day) == found(made, page.day)
    for day in sorted({entry.day for entry in made}):
        hindsight_changes_nothing(made, day)


@pytest.mark.parametrize("rule", ROSTER, ids=lambda rule: rule.code)
def test_the_page_of_a_rule_carries_no_verdict_either(rule: Rule) -> None:
    assert rule.page
    assert not BANNED.search(rule.page), BANNED.search(rule.page)
