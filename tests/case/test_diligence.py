import pytest

from goodwill.case.diligence import checks_on, commitments, known_well, record, references_on, vouches_for
from goodwill.case.quoting import counted, quoted
from ledgers import case_of


def test_what_binds_is_an_open_stake_an_agreement_or_money_promised_oldest_first() -> None:
    case = case_of(
        """2026-01-03 stake s1 with=lena | The advance
        2026-01-01 agree a1 by=lena to=me
        2026-01-02 promise p1 by=me to=lena | I will pay the deposit
        2026-01-02 promise p2 by=me to=lena | I will call
        2026-01-02 promise p3 by=lena to=me | I will pay you back
        2026-01-02 offer o1 by=me to=lena | 300""",
        "2026-01-04",
        "lena",
    )
    assert [c.id for c in commitments(case)] == ["a1", "p1", "s1"]
    assert [c.told() for c in commitments(case)] == [
        "the agreement of 2026-01-01",
        '"I will pay the deposit"',
        '"The advance"',
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2026-01-01 stake s1 with=lena until=2026-01-03",
        "2026-01-01 agree a1 by=lena to=me deal=book\n2026-01-02 walk w1 by=me to=lena deal=book",
        "2026-01-01 promise p1 by=me to=lena | I will pay the deposit\n2026-01-02 kept k1 of=p1",
        "2026-01-01 message m1 by=me to=lena | I will pay\n2026-01-01 reading r1 of=m1 move=promise span=0-10",
    ],
)
def test_what_is_past_left_kept_or_only_read_by_machine_binds_no_longer(line: str) -> None:
    assert commitments(case_of(line, "2026-01-04", "lena")) == ()


def test_a_deal_that_was_left_does_not_undo_another() -> None:
    text = "2026-01-01 agree a1 by=lena to=me deal=book\n2026-01-02 walk w1 by=me to=lena deal=wall"
    assert [c.id for c in commitments(case_of(text, "2026-01-04", "lena"))] == ["a1"]


@pytest.mark.parametrize("words", ["a fee of 30", "the instalment", "I'll transfer it", "300€ on Monday", "EUR 300"])
def test_money_is_known_by_its_words(words: str) -> None:
    assert commitments(case_of(f"2026-01-01 promise p1 by=me to=lena | {words}", "2026-01-04", "lena"))


@pytest.mark.parametrize("words", ["coffee on Monday", "the payload", "you will repay my trust"])
def test_words_that_only_look_like_money_are_not(words: str) -> None:
    assert not commitments(case_of(f"2026-01-01 promise p1 by=me to=lena | {words}", "2026-01-04", "lena"))


def test_what_others_said_of_the_counterparty_and_nothing_else() -> None:
    case = case_of(
        """2026-01-01 vouch v1 by=priya about=lena
        2026-01-01 vouch v2 by=lena about=priya
        2026-01-01 vouch v3 by=me about=lena
        2026-01-01 reference r1 by=fergus about=lena
        2026-01-01 reference r2 by=lena about=fergus
        2026-01-01 claim c1 by=lena
        2026-01-01 claim c2 by=priya
        2026-01-02 check k1 of=c1 by=me result=confirmed
        2026-01-02 check k2 of=c1 by=me result=unclear
        2026-01-02 check k3 of=c2 by=me result=refuted""",
        "2026-01-04",
        "lena",
    )
    assert [v.id for v in vouches_for(case)] == ["v1"]
    assert [r.id for r in references_on(case)] == ["r1"]
    assert [c.id for c in checks_on(case)] == ["k1"]


def test_their_own_record_counts_promises_bills_and_deliveries_that_ended() -> None:
    text = """2026-01-01 promise p1 by=lena to=me due=2026-01-05
        2026-01-01 promise p2 by=me to=lena due=2026-01-02
        2026-01-02 kept k2 of=p2
        2026-01-01 invoice i1 by=lena to=me amount=9
        2026-01-02 payment y1 by=me to=lena amount=9 of=i1
        2026-01-01 invoice i2 by=lena to=me amount=9
        2026-01-03 delivery l1 by=lena to=me"""
    assert record(case_of(text, "2026-01-05", "lena")) == 2
    assert not known_well(case_of(text, "2026-01-05", "lena"))
    assert record(case_of(text, "2026-01-06", "lena")) == 3
    assert known_well(case_of(text, "2026-01-06", "lena"))


@pytest.mark.parametrize(("day", "known"), [("2026-01-04", False), ("2026-01-05", True)])
def test_a_tie_of_a_year_is_enough(day: str, known: bool) -> None:
    text = "2025-01-05 tie t1 a=lena b=me\n2025-01-05 tie t2 a=lena b=priya since=1999"
    assert known_well(case_of(text, day, "lena")) is known


def test_words_are_quoted_on_one_line_and_cut_where_they_run_long() -> None:
    assert quoted("a" * 100, "") == f'"{"a" * 100}"'
    assert quoted("a" * 101, "") == f'"{"a" * 99}…"'
    assert quoted(" \n", "the talk") == "the talk"
    assert (counted(0, "day"), counted(1, "day"), counted(2, "day")) == ("0 days", "1 day", "2 days")
