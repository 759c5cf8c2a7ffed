"""Sightings made findings, dismissed rules not asked, and the most useful first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from goodwill.case.case import Case, case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Exhibit, Finding, Place, Sighting
from goodwill.findings.rule import Rule, rule
from goodwill.findings.run import LONGEST_EXCERPT, complete, run
from goodwill.findings.select import reaches, select
from goodwill.findings.words import described, spoken_days, visible
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse
from goodwill.strategies.earning.promise_overdue import promise_overdue

TEXT = """2026-01-01T09:00 message m1 by=alan to=me src=chat.txt line=4 | I will send the crates by Saturday. Bye.
2026-01-01T09:00 reading r1 of=m1 move=promise span=0-35 reader=cues@1 due=2026-01-03
2026-01-01 promise p1 by=alan to=me due=2026-01-09 src=x.goodwill line=7 | the invoice
2026-01-01 invoice i1 by=alan to=me amount=5 due=2026-01-09
"""


def made(text: str, day: str = "2026-01-12") -> Case:
    read = [entry for entry in parse(text.splitlines()) if isinstance(entry, Entry)]
    return case(Book.of(read), date.fromisoformat(day)).among("alan")


@rule("E999", severity="warning")
def seen(case: Case) -> Iterator[Sighting]:
    yield Sighting("alan", ("r1",), "a reading")
    yield Sighting(case.me, ("p1", "nothing"), "a promise", do="ask", severity="info", deal="d", reword="so")
    yield Sighting("bo", ("nothing",), "no evidence")


def completed(sighting: Sighting, text: str = TEXT) -> Finding:
    found = complete(replace(seen, see=promise_overdue.see), sighting, made(text))
    assert found is not None
    return found


def test_a_sighting_without_evidence_is_no_finding() -> None:
    assert complete(seen, Sighting("alan", ("nothing",), "x"), made(TEXT)) is None


def test_what_a_machine_read_is_said_to_be_so_and_is_no_warning() -> None:
    found = completed(Sighting("alan", ("r1",), "late"))
    assert (found.severity, found.unconfirmed, found.by) == ("advice", True, "them")
    assert found.says.endswith("(read by machine, not yet confirmed)")
    assert found.evidence[0] == Exhibit(
        "m1", date(2026, 1, 1), "I will send the crates by Saturday.", Place("chat.txt", 4, 0, 35)
    )
    confirmed = completed(Sighting("alan", ("r1",), "late"), TEXT + "2026-01-01 confirm c1 of=r1")
    assert (confirmed.severity, confirmed.unconfirmed, confirmed.says) == ("warning", False, "late")


def test_a_sighting_says_more_than_its_rule() -> None:
    found = completed(Sighting("me", ("p1", "nothing"), "a promise", do="ask", severity="info", deal="d", reword="so"))
    assert (found.by, found.do, found.severity, found.deal, found.reword) == ("me", "ask", "info", "d", "so")
    assert [e.id for e in found.evidence] == ["p1"]
    assert found.newest == date(2026, 1, 1)
    assert not found.contested
    assert completed(Sighting("me", ("p1",), "x"), TEXT + "2026-01-02 contest k1 of=p1").contested


def test_an_exhibit_shows_the_words_of_a_span_or_describes_what_has_none() -> None:
    spanned = completed(Sighting("alan", ("m1",), "x", span=(7, 11))).evidence[0]
    assert (spanned.words, spanned.source.start) == ("send", 7)
    assert completed(Sighting("alan", ("i1",), "x")).evidence[0].words == "invoice, amount 5, due 2026-01-09"
    long = TEXT.replace("the invoice", "x" * 300)
    assert completed(Sighting("alan", ("p1",), "x"), long).evidence[0].words == "x" * (LONGEST_EXCERPT - 1) + "…"


@pytest.mark.parametrize("named", ["E201", "e201", "promise-overdue", "Promise-Overdue"])
def test_a_dismissed_rule_is_not_asked_while_the_dismissal_holds(named: str) -> None:
    dismissed = TEXT + f"2026-01-10 dismiss d1 of={named} until=2026-01-12\n"
    assert [f.code for f in run([promise_overdue], made(TEXT))].count("E201") >= 1
    assert list(run([promise_overdue], made(dismissed))) == []
    assert list(run([promise_overdue], made(dismissed, "2026-01-13"))) != []
    assert list(run([promise_overdue], made(dismissed + "2026-01-11 dismiss d2 of=d1"))) != []
    assert list(run([promise_overdue], made(TEXT + "2026-01-10 dismiss d1 of=E202"))) != []


def finding(code: str, **more: object) -> Finding:
    shown = (Exhibit("x", date(2026, 1, 1), "", Place("", None, None, None)),)
    plain = Finding(code, "n", "risk", "advice", "alan", "me", None, date(2026, 1, 9), "s", "d", shown, ())
    return replace(plain, **more)  # type: ignore[arg-type]


def test_loud_risks_come_first_then_gaps_then_strengths_patterns_before_single_acts_newest_before_old() -> None:
    old = finding("E106")
    later = replace(old.evidence[0], day=date(2026, 1, 2))
    ranked = (
        finding("E101", severity="warning", stance="strength"),
        finding("E102", evidence=old.evidence * 3),
        finding("E103", evidence=(later,)),
        finding("E104"),
        finding("E105", stance="gap"),
        finding("E107", stance="strength"),
        finding("E108", severity="info"),
    )
    assert select(reversed(ranked)).shown == ranked


def test_one_of_each_rule_and_side_comes_before_a_second() -> None:
    one, two = finding("E101"), finding("E101", says="again")
    other, theirs = finding("E102"), finding("E101", by="them")
    chosen = select([one, two, other, theirs], 3)
    assert (chosen.shown, chosen.more) == ((one, theirs, other), 1)
    assert select([], 3).shown == ()
    assert select([one], 0).more == 1


def test_a_level_is_reached_at_or_above() -> None:
    assert reaches([finding("E101")], "info")
    assert reaches([finding("E101")], "advice")
    assert not reaches([finding("E101")], "warning")
    assert not reaches([], "info")


@pytest.mark.parametrize(
    ("code", "stance", "severity"),
    [("X101", "risk", "info"), ("E1", "risk", "info"), ("E101", "verdict", "info"), ("E101", "risk", "loud")],
)
def test_what_is_no_rule_cannot_be_made(code: str, stance: str, severity: str) -> None:
    with pytest.raises(ValueError, match="not a rule"):
        rule(code, stance=stance, severity=severity)


def test_a_rule_reads_its_page() -> None:
    assert isinstance(promise_overdue, Rule)
    assert (promise_overdue.name, promise_overdue.shelf) == ("promise-overdue", "earning")
    assert promise_overdue.title == promise_overdue.page.splitlines()[0]
    assert set(promise_overdue.sections) == {"Looks for", "Why it matters", "Do instead", "Limits", "Example"}
    assert all(said[0].isupper() for said in promise_overdue.advice.values())
    assert promise_overdue.cites


def test_words_are_shown_safely_and_days_as_people_say_them() -> None:
    assert spoken_days("due 2025-05-12 or 2026-13-40", date(2026, 1, 1)) == "due 12 May 2025 or 2026-13-40"
    assert quoted("x" * 200).endswith('…"')
    assert described(Entry(date(2026, 1, 1), "walk", "w1", {"by": "a"})) == "walk"
    assert visible("a\x1b[2J\u202e\ud800\u2028b\n") == "a\\u001b[2J\\u202e\\ud800\\u2028b\n"
