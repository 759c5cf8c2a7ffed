"""A case is a pure function of the book and the day: later entries change no fold, nor does the order of entries."""

from dataclasses import fields
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from books import FIRST, PARTIES, entries
from goodwill.case.case import Case, case
from goodwill.case.folds import Folds
from goodwill.case.standing import evidence
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

FOLDS = (
    *("promises", "bills", "dated", "pool", "messages", "replies", "unanswered", "talks", "concessions"),
    *("accommodations", "ties", "vouches", "references", "claims", "shared", "defaults", "stakes", "safeguards"),
    *("interests", "concerns", "decisions", "thanks", "pulses", "comparables", "breaches", "offers", "silenced"),
    "charters",
    *("settled_promises", "settled_concessions"),
)
quick = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
days = st.integers(0, 200).map(lambda n: FIRST + timedelta(days=n))


def folded(made: list[Entry], day: date) -> dict[str, object]:
    whole = case(Book.of(made), day)
    told: dict[str, object] = {"counterparties": whole.counterparties}
    for party in PARTIES:
        narrowed: Case = whole.among(party)
        told |= {f"{party}.{name}": getattr(narrowed, name) for name in FOLDS}
        told[f"{party}.evidence"] = [list(evidence(narrowed, side, day)) for side in narrowed.sides]
    return told


@given(entries(30), days)
@quick
def test_no_fold_of_a_day_changes_when_later_entries_come(made: list[Entry], day: date) -> None:
    assert folded(made, day) == folded([entry for entry in made if entry.day <= day], day)


@given(entries(30), days, st.randoms(use_true_random=False))
@quick
def test_no_fold_depends_on_the_order_of_different_moments(made: list[Entry], day: date, chance: object) -> None:
    at = [Entry(e.day, e.kind, e.id, e.values, e.words, f"{n // 60:02}:{n % 60:02}") for n, e in enumerate(made)]
    shuffled = sorted(at, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert folded(shuffled, day) == folded(at, day)


@given(entries(30), days)
@quick
def test_reading_a_case_changes_nothing_in_the_book(made: list[Entry], day: date) -> None:
    before = [(e.day, e.kind, e.id, dict(e.values), e.words) for e in made]
    assert folded(made, day) == folded(made, day)
    assert [(e.day, e.kind, e.id, dict(e.values), e.words) for e in made] == before


def test_every_fold_of_a_case_is_compared() -> None:
    known = {name for name in {*vars(Case), *vars(Folds)} if not name.startswith("_")} - {f.name for f in fields(Case)}
    other = {"me", "name", "sides", "other", "counterparties", "among", "since", "entry", "contested", "standing"}
    assert known - other - {"sent", "readings", "drafted"} == set(FOLDS)
