"""The facts that `days.md` rests on: what notes and ledgers say on a day, read by the doors and the folds alone."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from goodwill.case.concessions import Accommodation, accommodations
from goodwill.case.parties import Parties
from goodwill.case.payments import Bill, bills
from goodwill.case.promises import Promise, promises
from goodwill.case.ties import claims, references
from goodwill.doors.door import Hints
from goodwill.doors.payments_csv import PaymentsCsv
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse
from goodwill.measures.drift import worsened

EXAMPLES = Path(__file__).parents[2] / "examples"
BREAK = date(2026, 3, 12)


@cache
def book(story: str) -> Book:
    read = list(parse((EXAMPLES / story / "notes.goodwill").read_text("utf-8").splitlines()))
    for path in sorted((EXAMPLES / story).glob("*.csv")):
        read += PaymentsCsv().read(path, Hints())
    entries = [entry for entry in read if isinstance(entry, Entry)]
    parties = Parties.of(Book.of(entries))
    return Book.of(parties.resolved(entry) for entry in entries)


def overdue(story: str, day: str) -> set[str]:
    today = date.fromisoformat(day)
    found: list[Promise | Bill] = [*promises(book(story).until(today)), *bills(book(story).until(today))]
    return {getattr(f, "number", "") or f.id for f in found if f.overdue(today)}


def favour(day: date) -> Accommodation:
    known = book("restaurant").until(day)
    return next(iter(accommodations(known, tuple(bills(known)))))


def drifting(day: date) -> bool | None:
    owed = [b for b in bills(book("restaurant").until(day)) if b.by == "alan" and (b.settled or b.overdue(day))]
    due = [(b.due.toordinal(), b.days_late(day)) for b in owed if b.due]
    return worsened([late for _, late in due], [at for at, _ in due]).worsened


@pytest.mark.parametrize(
    ("story", "day", "names"),
    [
        ("translator", "2025-11-28", set()),
        ("translator", "2025-12-06", {"j-p4"}),
        ("translator", "2025-12-12", {"j-p4"}),
        ("translator", "2025-12-13", {"j-p4", "LB-25-44"}),
        ("translator", "2026-01-09", set()),
        ("translator", "2026-01-10", {"j-ch6"}),
        ("translator", "2026-02-07", {"j-ch7"}),
        ("patient", "2026-03-06", {"c-p4"}),
        ("patient", "2026-03-14", {"c-p4", "c-p6"}),
        ("restaurant", "2025-10-08", set()),
        ("restaurant", "2025-12-01", set()),
        ("restaurant", "2026-02-21", {"r-p11", "FD-2248", "FD-2249"}),
    ],
)
def test_what_is_past_its_day_is_what_the_story_says(story, day, names):
    assert overdue(story, day) == names


def test_the_favour_is_within_its_limit_at_first_and_over_it_before_the_break():
    assert not favour(date(2025, 11, 21)).over(date(2025, 11, 21))
    assert favour(date(2025, 12, 21)).over(date(2025, 12, 21))
    assert {"r-a2", "r-a3"} <= set(favour(date(2026, 1, 22)).used(date(2026, 1, 22)))


def test_her_own_lateness_shows_at_least_two_weeks_before_he_stops():
    days = [date(2025, 9, 1) + timedelta(days=n) for n in range(193)]
    alarms = [day for day in days if drifting(day)]
    assert date(2025, 12, 1) < alarms[0] <= date(2026, 1, 31)
    assert (BREAK - alarms[0]).days >= 14
    assert alarms[-1] == days[-1] == BREAK


def test_before_the_hire_nobody_independent_was_asked():
    known = book("translator").until(date(2025, 9, 17))
    assert [r.id for r in references(known) if r.independent()] == []
    assert [r.id for r in references(book("translator")) if r.independent()] == ["j-r2"]
    states = {claim.id: claim.state(date(2025, 9, 17)) for claim in claims(known)}
    assert states["j-c4"] == states["j-c3"] == states["j-c2"] == "open"
    assert (states["j-c1"], states["j-c8"], states["j-c9"]) == ("confirmed", "expired", "refuted")


def test_four_chapters_by_their_day_then_two_slips():
    known = list(promises(book("translator").until(date(2026, 1, 20))))
    chapters = [p for p in known if p.id.startswith("j-ch") and p.ended]
    late = [(p.ended - p.first_due).days for p in chapters if p.ended and p.first_due]
    assert late == [-2, -1, 0, 0, 6, 11]
