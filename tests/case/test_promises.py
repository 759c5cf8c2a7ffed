"""What became of each promise: moved, kept, broken, released, waiting, recurring, read in a message."""

from datetime import date

import pytest

from goodwill.case.promises import Promise, promises
from ledgers import book_of, case_of

PROMISE = "2026-01-01 promise p1 by=alan to=me due=2026-01-10 | the crates by Saturday\n"


def one(text: str) -> Promise:
    (found,) = promises(book_of(text))
    return found


@pytest.mark.parametrize(
    ("more", "state", "ended", "late"),
    [
        ("", "open", None, 10),
        ("2026-01-10 kept k1 of=p1", "kept", 10, 0),
        ("2026-01-11 kept k1 of=p1", "kept", 11, 1),
        ("2026-01-12 broken k1 of=p1", "broken", 12, 2),
        ("2026-01-12 released k1 of=p1", "released", 12, 0),
        ("2026-01-09 delivery d1 by=alan to=me of=p1", "kept", 9, 0),
        ("2026-01-09 payment d1 by=alan to=me amount=5 of=p1", "kept", 9, 0),
        ("2026-01-09 delivery d1 by=alan to=me of=p1 part=50/100", "open", None, 10),
        (
            "2026-01-14 delivery d2 by=alan of=p1 part=45/100\n2026-01-09 delivery d1 by=alan of=p1 part=50/100",
            "kept",
            14,
            4,
        ),
        ("2026-01-09 delivery d1 by=alan to=me of=p1 part=50/100\n2026-01-14 delivery d2 by=alan of=p1", "kept", 14, 4),
        ("2026-01-09 delivery d1 by=alan to=me of=p1 part=half", "kept", 9, 0),
        ("2026-01-09 talk d1 with=alan of=p1", "kept", 9, 0),
        ("2026-01-09 payment d1 by=me to=alan amount=5 of=p1", "open", None, 10),
        ("2026-01-09 delivery d1 by=me to=alan of=p1", "open", None, 10),
        ("2026-01-05 delivery d1 by=alan to=me of=p1\n2026-01-12 kept k1 of=p1", "kept", 12, 2),
        ("2026-01-05 delivery d1 by=alan to=me of=p1\n2026-01-12 broken k1 of=p1", "broken", 12, 2),
    ],
)
def test_how_a_promise_ends(more: str, state: str, ended: int | None, late: int) -> None:
    found = one(PROMISE + more)
    assert (found.state, found.ended.day if found.ended else None) == (state, ended)
    assert found.days_late(date(2026, 1, 20)) == late


def test_on_the_day_itself_nothing_is_overdue() -> None:
    found = one(PROMISE)
    assert not found.overdue(date(2026, 1, 10))
    assert found.overdue(date(2026, 1, 11))
    assert not found.settled(date(2026, 1, 10))


@pytest.mark.parametrize(
    ("move", "asked", "owed_by"),
    [
        ("2026-01-08 renegotiated n1 of=p1 due=2026-01-15 asked=before", "before", 15),
        ("2026-01-08 renegotiated n1 of=p1 due=2026-01-15 asked=after", "after", 10),
        ("2026-01-10 renegotiated n1 of=p1 due=2026-01-15", "before", 15),
        ("2026-01-11 renegotiated n1 of=p1 due=2026-01-15", "after", 10),
        ("2026-01-08 renegotiated n1 of=p1", "before", 10),
    ],
)
def test_a_day_moved_after_it_passed_excuses_nothing(move: str, asked: str, owed_by: int) -> None:
    found = one(PROMISE + move)
    assert found.moves[0].asked == asked
    assert found.owed_by == date(2026, 1, owed_by)
    assert found.first_due == date(2026, 1, 10)


def test_a_second_move_counts_from_the_first_one() -> None:
    moves = "2026-01-09 renegotiated n1 of=p1 due=2026-01-15\n2026-01-14 renegotiated n2 of=p1 due=2026-01-20"
    found = one(PROMISE + moves)
    assert [move.asked for move in found.moves] == ["before", "before"]
    assert (found.due, found.owed_by) == (date(2026, 1, 20), date(2026, 1, 20))


def test_a_promise_waits_for_what_must_come_first() -> None:
    text = PROMISE + "2026-01-01 promise p2 by=me to=alan due=2026-01-05 after={} | I pay\n"
    assert [p.waits_for for p in promises(book_of(text.format("p1")))] == ["", "p1"]
    kept = "2026-01-04 delivery d1 by=alan to=me of=p1"
    assert [p.waits_for for p in promises(book_of(text.format("p1") + kept))] == ["", ""]
    assert [p.waits_for for p in promises(book_of(text.format("x9")))] == ["", "x9"]
    assert [p.waits_for for p in promises(book_of(text.format("m1") + "2026-01-02 message m1 by=me"))] == ["", ""]
    waiting = list(promises(book_of(text.format("p1"))))[1]
    assert not waiting.overdue(date(2026, 2, 1))
    assert waiting.days_late(date(2026, 2, 1)) == 0


def test_a_promise_without_a_day_is_never_late() -> None:
    found = one("2026-01-01 promise p1 by=alan to=me | some day")
    assert (found.owed_by, found.days_late(date(2027, 1, 1)), found.overdue(date(2027, 1, 1))) == (None, 0, False)
    assert one("2026-01-01 promise p1 by=a\n2026-05-01 kept k of=p1").on_time(date(2026, 6, 1))


def recurring(text: str, day: str) -> list[tuple[str | None, str, int | None]]:
    found = promises(book_of(text), date.fromisoformat(day))
    return [(str(p.due), p.state, p.ended.day if p.ended else None) for p in found]


MONTHLY = "2026-01-01 promise p1 by=alan to=me due=2026-01-31 every=month | the report\n"


def test_a_recurring_promise_comes_due_by_the_calendar_and_not_by_other_entries() -> None:
    assert recurring(MONTHLY, "2026-03-30") == [
        ("2026-01-31", "open", None),
        ("2026-02-28", "open", None),
        ("2026-03-31", "open", None),
    ]
    assert [p.due for p in case_of(MONTHLY, "2026-03-30", "alan").promises if p.overdue(date(2026, 3, 30))] == [
        date(2026, 1, 31),
        date(2026, 2, 28),
    ]


def test_what_ends_a_recurring_promise_goes_to_the_oldest_open_day() -> None:
    more = """2026-01-30 kept k1 of=p1
    2026-02-27 delivery d1 by=alan to=me of=p1
    2026-02-27 payment y1 by=me to=alan amount=1 of=p1"""
    assert recurring(MONTHLY + more, "2026-03-01") == [
        ("2026-01-31", "kept", 30),
        ("2026-02-28", "kept", 27),
        ("2026-03-31", "open", None),
    ]


def test_a_release_ends_what_is_open_and_the_recurring() -> None:
    more = "2026-01-31 kept k1 of=p1\n2026-03-05 released r1 of=p1\n2026-03-31 kept k2 of=p1"
    assert recurring(MONTHLY + more, "2026-06-01") == [("2026-01-31", "kept", 31), ("2026-02-28", "released", 5)]


def test_a_recurring_promise_without_a_day_starts_on_its_own() -> None:
    assert recurring("2026-01-05 promise p1 by=alan every=week", "2026-01-12") == [
        ("2026-01-12", "open", None),
        ("2026-01-19", "open", None),
    ]


@pytest.mark.parametrize(
    ("asked", "moved"),
    [
        ("2026-02-20 renegotiated n1 of=p1 due=2026-03-05", "2026-02-28"),
        ("2026-03-02 renegotiated n1 of=p1 due=2026-03-05 asked=after", "2026-02-28"),
        ("2026-01-02 renegotiated n1 of=p1 due=2026-03-05 asked=after", ""),
        ("2027-01-02 renegotiated n1 of=p1 due=2027-03-05", ""),
    ],
)
def test_one_day_of_a_recurring_promise_can_be_moved(asked: str, moved: str) -> None:
    found = promises(book_of(MONTHLY + asked), date(2026, 3, 20))
    assert [str(p.first_due) for p in found if p.moves] == ([moved] if moved else [])


def test_a_recurring_promise_waits_too() -> None:
    found = promises(book_of(MONTHLY.replace(" |", " after=x9 |")), date(2026, 2, 20))
    assert {p.waits_for for p in found} == {"x9"}


def test_a_calendar_that_ends_and_periods_that_are_none_do_no_harm() -> None:
    assert recurring("9999-11-30 promise p1 by=a every=month", "9999-12-31")[-1][0] == "9999-12-30"
    assert recurring("2026-01-01 promise p1 by=a due=2026-01-01 every=9999y", "2026-02-01")[-1][0] == "2026-01-01"
    assert recurring("9990-01-01 promise p1 by=a due=9990-01-01 every=9999w", "9999-02-01")[-1][0] == "9990-01-01"
    assert recurring('2026-01-01 promise p1 by=a every="now and then"', "2026-02-01") == [("None", "open", None)]


READ = """2026-01-05T10:00 message m1 by=alan to=me | Hello. I will send the crates by Saturday. Bye.
2026-01-05T10:00 reading r1 of=m1 move=promise span=7-44 reader=cues@1 due=2026-01-10
"""


def test_a_reading_is_no_promise_until_a_person_says_so() -> None:
    found = one(READ)
    assert (found.words, found.by, found.confirmed) == ("I will send the crates by Saturday. B", "alan", False)
    assert one(READ + "2026-01-05 confirm c1 of=r1").confirmed
    assert not found.stale(date(2026, 1, 24))
    assert found.stale(date(2026, 1, 25))
    assert not found.overdue(date(2026, 1, 25))
    assert found.overdue(date(2026, 1, 24))


def test_a_reading_of_a_recorded_promise_is_not_counted_twice() -> None:
    assert one(READ + PROMISE.replace("2026-01-01", "2026-01-04")).id == "p1"
    assert len(list(promises(book_of(READ + PROMISE.replace("2026-01-01", "2025-12-01"))))) == 2
    assert len(list(promises(book_of(READ + PROMISE.replace("by=alan", "by=bo"))))) == 2
    weekly = "2026-01-05 promise p1 by=alan every=week | send the crates Saturday"
    assert {p.id for p in promises(book_of(READ + weekly))} == {"p1"}
    both = READ + PROMISE.replace("2026-01-01", "2026-01-04") + "2026-01-06 confirm c1 of=r1"
    assert [p.id for p in promises(book_of(both))] == ["p1", "r1"]


def test_a_reading_without_a_span_or_a_message_is_taken_as_it_is() -> None:
    assert one(READ.replace("span=7-44", "")).words.startswith("Hello.")
    assert list(promises(book_of("2026-01-05 reading r1 of=m9 move=promise"))) == []


def test_an_empty_book_has_no_promises() -> None:
    assert list(promises(book_of(""))) == []
