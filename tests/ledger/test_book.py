"""The book in memory: its order, its days, and what later entries say of earlier ones."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from goodwill.ledger.book import Book
from goodwill.ledger.entry import LONGEST_COUNT, Entry
from goodwill.ledger.notation import parse
from goodwill.ledger.source import Source


def book(text: str) -> Book:
    read = list(parse(line.strip() for line in text.splitlines()))
    assert all(isinstance(entry, Entry) for entry in read), read
    return Book.of(read)


def test_a_book_is_in_order_of_moments_and_keeps_the_order_of_one_moment() -> None:
    made = book(
        """2026-01-02T09:00 message m3 by=a
        2026-01-02 message m2 by=a
        2026-01-01 message m1 by=a
        2026-01-02T09:00 message m4 by=a"""
    )
    assert [entry.id for entry in made] == ["m1", "m2", "m3", "m4"]
    assert len(made) == 4


def test_until_holds_the_day_itself() -> None:
    made = book("2026-01-01 message m1 by=a\n2026-01-02T23:59 message m2 by=a\n2026-01-03 message m3 by=a")
    assert [entry.id for entry in made.until(date(2026, 1, 2))] == ["m1", "m2"]
    assert len(made.until(date(2025, 12, 31))) == 0


def test_kinds_come_in_order_of_the_book_and_newest_cuts_the_old() -> None:
    made = book("2026-01-01 message m1 by=a\n2026-01-02 talk t1 with=a\n2026-01-03 message m2 by=a")
    assert [entry.id for entry in made.kinds("talk", "message")] == ["m1", "t1", "m2"]
    assert [entry.id for entry in made.newest(2, "message", "talk")] == ["t1", "m2"]
    assert made.kinds("walk") == ()


def test_the_first_entry_of_an_id_is_found() -> None:
    made = book("2026-01-01 message m1 by=a\n2026-01-02 message m1 by=b")
    found = made.find("m1")
    assert found is not None
    assert found.get("by") == "a"
    assert made.find("m9") is None


def test_citing_gives_all_or_some_kinds() -> None:
    made = book("2026-01-01 promise p1 by=a\n2026-01-02 kept k1 of=p1\n2026-01-03 contest c1 of=p1")
    assert [entry.id for entry in made.citing("p1")] == ["k1", "c1"]
    assert [entry.id for entry in made.citing("p1", "contest")] == ["c1"]


def due(made: Book, name: str) -> str:
    found = made.amended().find(name)
    assert found is not None
    return found.get("due")


PROMISE = "2026-01-01 promise p1 by=a due=2026-01-09\n"


def test_amendments_apply_in_order_and_leave_words_and_sides_alone() -> None:
    made = book(
        PROMISE
        + """2026-01-02 amend a1 of=p1 by=me due=2026-01-10 src=x | other words
        2026-01-03 amend a2 of=p1 due=2026-01-11"""
    )
    amended = made.amended().find("p1")
    assert amended is not None
    assert (amended.get("due"), amended.get("by"), amended.get("src"), amended.words) == ("2026-01-11", "a", "", "")
    assert due(made.until(date(2026, 1, 2)), "p1") == "2026-01-10"


def test_an_amendment_of_an_amendment_changes_what_that_one_cites() -> None:
    made = book(PROMISE + "2026-01-02 amend a1 of=p1 due=2026-01-10\n2026-01-03 amend a2 of=a1 due=2026-01-12")
    assert due(made, "p1") == "2026-01-12"


def test_an_amendment_may_take_a_value_away() -> None:
    assert due(book(PROMISE + '2026-01-02 amend a1 of=p1 due=""'), "p1") == ""


def test_an_amendment_that_breaks_an_entry_is_left_out() -> None:
    made = book(PROMISE + "2026-01-02 amend a1 of=p1 due=soon\n2026-01-03 invoice i1 by=a to=me amount=9")
    assert due(made, "p1") == "2026-01-09"
    wrong = Book.of([*made, Entry(date(2026, 1, 4), "amend", "a2", {"of": "i1", "amount": "much"})])
    found = wrong.amended().find("i1")
    assert found is not None
    assert found.number("amount") == 9


def test_amendments_in_a_circle_or_of_nothing_change_nothing() -> None:
    made = book(
        PROMISE + "2026-01-02 amend a1 of=a2 due=2026-01-10\n2026-01-02 amend a2 of=a1\n2026-01-02 amend a3 of=x"
    )
    assert made.amended() is made


def test_a_key_called_self_can_be_amended() -> None:
    made = book("2026-01-01 pulse u1 by=me self=3\n2026-01-02 amend a1 of=u1 self=5").amended().find("u1")
    assert made is not None
    assert made.get("self") == "5"


def test_without_leaves_entries_out() -> None:
    made = book(PROMISE)
    assert made.without(()) is made
    assert len(made.without({"p1"})) == 0


def test_days_and_numbers_that_are_none_are_none() -> None:
    entry = Entry(date(2026, 1, 1), "message", "m1", {"by": "a", "due": "soon", "amount": "much", "to": "b, ,c"})
    assert (entry.day_of("due"), entry.number("amount"), entry.day_of("x"), entry.number("x")) == (None,) * 4
    assert entry.many("to") == ("b", "c")
    assert entry.parties() == ("a", "b", "c")


def test_a_place_too_long_to_be_one_is_none() -> None:
    far = "9" * 5000
    entry = Entry(date(2026, 1, 1), "message", "m1", {"by": "a", "src": "f", "line": far, "span": f"0-{far}"})
    assert entry.source == Source("f")
    near = Entry(date(2026, 1, 1), "message", "m1", {"by": "a", "line": "9" * LONGEST_COUNT, "span": "3-7"})
    assert (near.source.line, near.source.start, near.source.end) == (int("9" * LONGEST_COUNT), 3, 7)
    assert Entry(date(2026, 1, 1), "message", "m1", {"by": "a", "span": "3-"}).source.start is None


days = st.integers(0, 20).map(lambda n: date.fromordinal(date(2026, 1, 1).toordinal() + n))
plain = st.builds(lambda day, n: Entry(day, "message", f"m{n}", {"by": "a"}), days, st.integers(0, 99))


@given(st.lists(plain, unique_by=lambda entry: entry.id), days)
def test_what_comes_later_is_not_in_the_book_of_a_day(made: list[Entry], day: date) -> None:
    known = [entry for entry in made if entry.day <= day]
    assert Book.of(made).until(day).entries == Book.of(known).entries


@given(st.permutations([Entry(date(2026, 1, n), "message", f"m{n}", {"by": "a"}) for n in range(1, 8)]))
def test_entries_of_different_moments_come_in_one_order(made: list[Entry]) -> None:
    assert [entry.id for entry in Book.of(made)] == [f"m{n}" for n in range(1, 8)]
