from datetime import date

import pytest

from goodwill.case.exposure import (
    Default,
    at_stake,
    deciding,
    defaults,
    largest_step,
    lowered,
    reasons_before,
    safeguards,
    stakes,
)
from goodwill.case.impressions import impressions
from goodwill.case.payments import bills
from ledgers import book_of, case_of

DAY = date(2026, 1, 5)


def default(level: str) -> Default:
    return Default("d", "alan", level, None, "", False, DAY, "")


@pytest.mark.parametrize(
    ("earlier", "later", "below"),
    [
        ("open", "guarded", True),
        ("open", "low", True),
        ("guarded", "low", True),
        ("low", "low", False),
        ("low", "open", False),
        ("", "low", False),
        ("open", "", False),
    ],
)
def test_one_default_trusts_less_than_another(earlier: str, later: str, below: bool) -> None:
    assert default(later).below(default(earlier)) is below


def test_each_lowering_is_seen_once() -> None:
    told = tuple(default(level) for level in ("open", "guarded", "guarded", "low", "open"))
    assert [(a.level, b.level) for a, b in lowered(told)] == [("open", "guarded"), ("guarded", "low")]
    assert list(lowered(())) == []


def test_a_stake_is_named_by_its_words_its_size_or_its_day() -> None:
    book = book_of(
        """2026-01-05 stake s1 with=lena amount=9000 currency=EUR | The advance
        2026-01-05 stake s2 with=lena amount=9000 currency=EUR
        2026-01-05 stake s3 with=lena"""
    )
    assert [s.told() for s in stakes(book)] == ['"The advance"', "9000 EUR", "something noted on 2026-01-05"]
    assert [s.size() for s in stakes(book)] == ["9000 EUR", "9000 EUR", ""]


def test_stakes_of_one_currency_add_up_and_those_without_count_in_any() -> None:
    book = book_of(
        """2026-01-05 stake s1 with=lena amount=100 currency=EUR
        2026-01-05 stake s2 with=lena amount=10
        2026-01-05 stake s3 with=lena amount=1 currency=GBP
        2026-01-05 stake s4 with=lena currency=EUR"""
    )
    open_stakes = tuple(stakes(book))
    assert at_stake(open_stakes, "EUR") == 110
    assert at_stake(open_stakes, "") == 111
    assert at_stake((), "EUR") == 0


def test_a_stake_is_open_through_its_last_day() -> None:
    text = "2026-01-05 stake s1 with=lena until=2026-01-10"
    assert len(case_of(text, "2026-01-10", "lena").stakes) == 1
    assert case_of(text, "2026-01-11", "lena").stakes == ()


def test_a_safeguard_that_says_nothing_of_announcing_was_not_announced() -> None:
    (guard,) = safeguards(book_of("2026-01-05 safeguard g1 with=lena type=second_opinion"))
    assert guard.announced == "no"
    assert guard.told() == "the second opinion of 2026-01-05"


def test_a_default_is_named_by_its_words_or_day() -> None:
    book = book_of("2026-01-05 default d1 about=a level=open | I just like her\n2026-01-06 default d2 about=a cap=30")
    assert [d.told() for d in defaults(book)] == ['"I just like her"', "the default of 2026-01-06"]


def test_warm_impressions_are_those_of_the_user() -> None:
    book = book_of(
        """2026-01-01 default d1 about=lena level=open | I just like her
        2026-01-02 default d2 about=lena level=guarded
        2026-01-03 pulse u1 by=me to=lena relationship=6
        2026-01-03 pulse u2 by=lena to=me relationship=7
        2026-01-03 pulse u3 by=me to=lena relationship=5
        2026-01-04 thanks h1 by=me to=lena
        2026-01-04 thanks h2 by=lena to=me"""
    )
    assert [i.id for i in impressions(book, "me")] == ["d1", "u1", "h1"]
    assert impressions(book, "me")[1].told() == "the pulse of 2026-01-03"


DECIDING = "2026-02-10 stake s1 with=osei until=2026-03-23 | My next year\n"


@pytest.mark.parametrize(
    ("more", "open_"),
    [
        ("", True),
        ("2026-02-11 agree a1 by=osei to=me", False),
        ("2026-02-11 decision d1 by=me to=osei", False),
        ("2026-02-11 decision d1 by=osei to=me", True),
        ("2026-01-11 agree a1 by=me to=osei", False),
        ("2026-01-10 agree a1 by=me to=osei", True),
    ],
)
def test_a_stake_waits_for_a_decision_until_i_agree_or_decide(more: str, open_: bool) -> None:
    case = case_of(DECIDING + more, "2026-02-12", "osei")
    choices = list(deciding(case.book, case.stakes, ()))
    assert [choice.cites for choice in choices] == ([("s1",)] if open_ else [])


def test_a_stake_without_a_day_is_decided_by_my_next_promise() -> None:
    case = case_of(
        """2026-02-10 stake s1 with=osei | My next year
        2026-02-11 promise p1 by=me to=osei due=2026-03-01
        2026-02-11 promise p2 by=me to=osei due=2026-02-20
        2026-02-11 promise p3 by=me to=osei""",
        "2026-02-12",
        "osei",
    )
    (choice,) = deciding(case.book, case.stakes, case.promises)
    assert (choice.day, choice.cites) == (date(2026, 2, 20), ("s1", "p2"))
    assert list(deciding(case.book, case.stakes, ())) == []


THEIRS = "2026-01-01 promise p1 by=alan to=me due=2026-03-01\n2026-01-01 claim c1 by=alan\n"


def reason(text: str) -> bool:
    case = case_of(text, "2026-02-05", "alan")
    return reasons_before(case.book, case.promises, case.bills, date(2026, 2, 5))


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("2026-01-06 broken b1 of=p1", True),
        ("2026-01-05 broken b1 of=p1", False),
        ("2026-02-05 breach b1 by=alan to=me", True),
        ("2026-02-04 breach b1 by=me to=alan", False),
        ("2026-01-20 renegotiated n1 of=p1 due=2026-03-20 asked=after", True),
        ("2026-01-20 renegotiated n1 of=p1 due=2026-03-20 asked=before", False),
        ("2026-01-20 check k1 of=c1 result=refuted", True),
        ("2026-01-20 check k1 of=c1 result=confirmed", False),
        ("2026-01-01 invoice i1 by=me to=alan amount=9 due=2026-02-04", True),
        ("2026-01-01 invoice i1 by=me to=alan amount=9 due=2026-02-05", False),
        ("2026-01-01 invoice i1 by=alan to=me amount=9 due=2026-02-04", False),
        ("2026-01-01 promise p2 by=alan to=me due=2026-02-04", True),
        ("2026-01-01 promise p2 by=alan to=me", False),
        ("2026-01-01 promise p2 by=me to=alan due=2026-02-04", False),
    ],
)
def test_a_dated_event_of_theirs_in_the_last_thirty_days_is_a_reason(line: str, counts: bool) -> None:
    assert reason(THEIRS + line) is counts


def test_what_was_done_in_time_is_no_reason_to_trust_less() -> None:
    assert not reason(
        """2026-01-01 invoice i1 by=me to=alan amount=9 due=2026-02-01
        2026-01-20 payment y1 by=alan to=me amount=9 of=i1"""
    )
    assert not reason("2026-01-01 promise p1 by=alan to=me due=2026-02-01\n2026-02-01 kept k1 of=p1")
    assert reason("2026-01-01 promise p1 by=alan to=me due=2026-02-01\n2026-02-02 kept k1 of=p1")


def test_the_largest_step_is_the_largest_bill_paid_before_the_day_in_the_currency() -> None:
    book = book_of(
        """2026-01-01 invoice i1 by=lena to=me amount=100 currency=EUR
        2026-01-02 invoice i2 by=lena to=me amount=500 currency=EUR
        2026-01-02 invoice i3 by=lena to=me amount=900 currency=GBP
        2026-01-03 payment y1 by=me to=lena amount=100 of=i1
        2026-01-05 payment y2 by=me to=lena amount=500 of=i2
        2026-01-03 payment y3 by=me to=lena amount=900 of=i3"""
    )
    paid = tuple(bills(book))

    def step(day: date, currency: str) -> str | None:
        found = largest_step(paid, day, currency)
        return found.id if found else None

    assert step(date(2026, 1, 5), "EUR") == "i1"
    assert step(date(2026, 1, 6), "EUR") == "i2"
    assert step(date(2026, 1, 6), "") == "i3"
    assert step(date(2026, 1, 3), "EUR") is None
