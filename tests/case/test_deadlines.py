from datetime import date

import pytest

from goodwill.case.deadlines import misread, slips, spoken_agreements
from ledgers import case_of

PROMISE = "2026-01-01 promise p1 by=lena to=me due=2026-01-10 | Chapter one\n"


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("2026-01-12 renegotiated n1 of=p1 due=2026-01-15 asked=after", ("n1", "2026-01-10", "2026-01-15")),
        ("2026-01-08 renegotiated n1 of=p1 due=2026-01-15 asked=before", None),
        ("2026-01-12 renegotiated n1 of=p1 asked=after", None),
        ("2026-01-12 renegotiated n1 of=p1 due=2026-01-10 asked=after", None),
        ("2026-01-12 delivery l1 by=lena to=me due=2026-01-12 of=p1", ("l1", "2026-01-10", "2026-01-12")),
        ("2026-01-12 delivery l1 by=lena to=me due=2026-01-10 of=p1", None),
        ("2026-01-12 delivery l1 by=lena to=me of=p1", None),
    ],
)
def test_a_second_day_for_one_promise(line: str, days: tuple[str, str, str] | None) -> None:
    case = case_of(PROMISE + line, "2026-01-20", "lena")
    found = [(other.id, str(other.one), str(other.another)) for _, other in misread(case.promises, case.book)]
    assert found == ([days] if days else [])


def test_a_promise_without_a_day_or_only_read_by_machine_has_no_second_day() -> None:
    text = """2026-01-01 promise p1 by=lena to=me | Soon
        2026-01-12 renegotiated n1 of=p1 due=2026-01-15 asked=after
        2026-01-01 message m1 by=lena to=me | By the tenth
        2026-01-01 reading r1 of=m1 move=promise span=0-12 due=2026-01-10
        2026-01-12 renegotiated n2 of=r1 due=2026-01-15 asked=after"""
    case = case_of(text, "2026-01-20", "lena")
    assert list(misread(case.promises, case.book)) == []


@pytest.mark.parametrize(
    ("line", "today", "slipped"),
    [
        ("", "2026-01-10", None),
        ("", "2026-01-11", date(2026, 1, 11)),
        ("2026-01-10 kept k1 of=p1", "2026-02-01", None),
        ("2026-01-11 kept k1 of=p1", "2026-02-01", date(2026, 1, 11)),
        ("2026-01-15 kept k1 of=p1", "2026-02-01", date(2026, 1, 11)),
        ("2026-01-05 broken k1 of=p1", "2026-02-01", date(2026, 1, 5)),
        ("2026-01-15 released k1 of=p1", "2026-02-01", None),
    ],
)
def test_the_day_on_which_a_promise_slipped(line: str, today: str, slipped: date | None) -> None:
    case = case_of(PROMISE + line, today, "lena")
    assert [day for _, day in slips(case.promises, case.today)] == ([slipped] if slipped else [])


def test_a_talk_counts_as_agreed_where_a_promise_was_made_on_its_day_and_nothing_was_signed() -> None:
    text = """2026-01-01 talk t1 with=lena purpose=business | The plan
        2026-01-01 promise p1 by=lena to=me
        2026-01-01 promise p2 by=me to=lena
        2026-01-02 talk t2 with=lena purpose=rapport
        2026-01-02 promise p3 by=lena to=me
        2026-01-03 talk t3 with=lena purpose=business
        2026-01-04 talk t4 with=lena purpose=business
        2026-01-04 promise p4 by=lena to=me
        2026-01-04 agree a1 by=me to=lena
        2026-01-05 talk t5 with=lena
        2026-01-05 promise p5 by=lena to=me every=week due=2026-01-06"""
    case = case_of(text, "2026-02-20", "lena")
    spoken = list(spoken_agreements(case.book, case.promises))
    assert [s.cites for s in spoken] == [("t1", "p1", "p2"), ("a1",), ("t5", "p5")]
    assert [s.told() for s in spoken] == ['"The plan"', "an agreement", "a talk with promises"]
