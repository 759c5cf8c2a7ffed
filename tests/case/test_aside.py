"""What was set aside, undone, contested, confirmed and amended, and what that does to a case."""

from datetime import date

import pytest

from goodwill.case.aside import set_aside
from goodwill.case.case import case
from ledgers import book_of, case_of

PROMISE = "2026-01-01 promise p1 by=alan to=me due=2026-01-09 | the crates\n"
D1 = "2026-01-02 dismiss d1 of=p1\n"


@pytest.mark.parametrize(
    ("text", "day", "aside"),
    [
        (D1, "2026-01-02", {"p1"}),
        (D1, "2026-01-01", set()),
        ("2026-01-02 dismiss d1 of=p1 until=2026-01-05", "2026-01-05", {"p1"}),
        ("2026-01-02 dismiss d1 of=p1 until=2026-01-05", "2026-01-06", set()),
        (D1 + "2026-01-03 dismiss d2 of=p1 until=2026-01-05", "2026-01-06", set()),
        (D1 + "2026-01-03 dismiss d2 of=d1", "2026-01-06", {"d1"}),
        ("2026-01-02 dismiss d2 of=d1\n" + D1, "2026-01-06", {"d1"}),
        (D1 + "2026-01-03 dismiss d2 of=d1\n2026-01-04 dismiss d3 of=d2", "2026-01-06", {"p1", "d2"}),
        (D1 + "2026-01-03 dismiss d2 of=d1 until=2026-01-04", "2026-01-06", {"p1"}),
        (D1 + "2026-01-03 dismiss d2 of=d1\n2026-01-04 dismiss d3 of=p1", "2026-01-06", {"p1", "d1"}),
        ("2026-01-02 dismiss d1 of=E201", "2026-01-06", {"E201"}),
    ],
)
def test_a_dismissal_counts_while_it_is_in_force_and_was_not_undone(text: str, day: str, aside: set[str]) -> None:
    today = date.fromisoformat(day)
    assert set_aside(book_of(PROMISE + text).until(today), today) == aside


def test_dismissals_in_a_circle_end() -> None:
    assert len(set_aside(book_of("2026-01-02 dismiss d1 of=d2\n2026-01-02 dismiss d2 of=d1"), date(2026, 1, 2))) == 1


def test_undoing_brings_a_promise_back() -> None:
    assert case_of(PROMISE + D1, "2026-01-05", "alan").promises == ()
    back = case_of(PROMISE + D1 + "2026-01-03 dismiss d2 of=d1", "2026-01-05", "alan")
    assert [p.id for p in back.promises] == ["p1"]


def test_a_dismissed_amendment_changes_nothing_and_an_undone_one_does_again() -> None:
    amend = "2026-01-02 amend a1 of=p1 due=2026-01-20\n"
    dismissed = "2026-01-03 dismiss d1 of=a1\n"
    dues = [
        case_of(text, "2026-01-05", "alan").promises[0].due
        for text in (
            PROMISE + amend,
            PROMISE + amend + dismissed,
            PROMISE + amend + dismissed + "2026-01-04 dismiss d2 of=d1",
        )
    ]
    assert [due and due.day for due in dues] == [20, 9, 20]


def test_an_amended_contact_is_known_by_its_new_name() -> None:
    text = "2026-01-01 party alan name=Alen\n" + PROMISE + "2026-01-02 amend a1 of=alan name=Alan"
    assert case_of(text, "2026-01-05", "alan").name("alan") == "Alan"
    assert case_of(text, "2026-01-01", "alan").name("alan") == "Alen"


READ = """2026-01-05T10:00 message m1 by=alan to=me | I will send the crates by Saturday.
2026-01-05T10:00 reading r1 of=m1 move=promise span=0-35 reader=cues@1 due=2026-01-10
2026-01-05T10:00 reading r2 of=m1 move=concern span=0-35 reader=cues@1
2026-01-05T10:00 reading r3 of=m1 move=concession span=0-35 reader=cues@1
"""


def test_a_reading_confirmed_on_its_own_day_is_confirmed() -> None:
    made = case_of(READ + "2026-01-05 confirm c1 of=r1\n2026-01-05 confirm c2 of=r2", "2026-01-05", "alan")
    assert [p.confirmed for p in made.promises] == [True]
    assert [c.confirmed for c in made.concerns] == [True]
    assert [c.confirmed for c in made.concessions] == [False]


def test_a_reading_set_aside_is_gone_and_comes_back_when_the_dismissal_ends() -> None:
    text = READ + "".join(f"2026-01-05 dismiss d{n} of=r{n} until=2026-01-06\n" for n in (1, 2, 3))
    then, later = (case_of(text, day, "alan") for day in ("2026-01-06", "2026-01-07"))
    assert (then.promises, then.concerns, then.concessions, then.readings) == ((), (), (), ())
    assert (len(later.promises), len(later.concerns), len(later.concessions), len(later.readings)) == (1, 1, 1, 3)


def test_a_contest_counts_until_its_day_and_takes_the_act_out_of_the_estimate() -> None:
    broken = "2026-01-10 broken b1 of=p1\n"
    for target in ("b1", "p1"):
        text = PROMISE + broken + f"2026-01-11 contest c1 of={target} by=alan until=2026-01-20"
        during, after = (case_of(text, day, "alan") for day in ("2026-01-20", "2026-01-21"))
        assert during.contested(target)
        assert not after.contested(target)
        assert during.standing("alan").integrity.state == "none"
        assert after.standing("alan").integrity.state == "thin"
    assert case_of(PROMISE + "2026-01-11 contest c1 of=p1", "2030-01-01", "alan").contested("p1")


def test_a_case_of_a_day_before_everything_is_empty() -> None:
    made = case(book_of(PROMISE), date(2020, 1, 1))
    assert (made.counterparties, made.since, made.promises) == ((), None, ())
    assert made.among("alan").unanswered == ()
