"""What each side gave: concessions with labels, favours with their uses, thanks, concerns, repair."""

from datetime import date

import pytest

from goodwill.case.concessions import accommodations, concessions
from goodwill.case.payments import bills
from goodwill.case.periods import limit
from goodwill.case.repair import breaches
from goodwill.case.treatment import concerns
from ledgers import book_of, case_of

FAVOUR = "2026-01-10 accommodation a1 by=alan to=me matter=late-payment limit=1/60d | just this once\n"


def invoice(name: str, due: str, paid: str = "") -> str:
    text = f"2026-01-01 invoice {name} by=alan to=me amount=9 due={due}\n"
    return text + (f"{paid} payment y{name} by=me to=alan amount=9 of={name}\n" if paid else "")


def uses(text: str, day: str) -> tuple[str, ...]:
    made = book_of(text)
    (favour,) = accommodations(made, tuple(bills(made)))
    return favour.used(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "day", "used"),
    [
        ("", "2026-01-10", ("a1",)),
        (invoice("i1", "2026-02-20"), "2026-02-20", ("a1",)),
        (invoice("i1", "2026-02-20"), "2026-02-21", ("a1", "i1")),
        (invoice("i1", "2026-02-20", "2026-02-20"), "2026-03-01", ("a1",)),
        (invoice("i1", "2026-02-20", "2026-02-22"), "2026-03-01", ("a1", "i1")),
        (invoice("i1", "2026-01-20"), "2026-02-21", ("a1",)),
        (invoice("i1", "2026-01-05"), "2026-02-21", ("a1",)),
        (invoice("i1", "2026-02-20"), "2026-03-11", ("i1",)),
        ("2026-02-01 accommodation a2 by=alan to=me matter=Late-Payment", "2026-02-02", ("a1", "a2")),
    ],
)
def test_each_use_of_a_favour_counts_from_the_day_it_shows(text: str, day: str, used: tuple[str, ...]) -> None:
    assert uses(FAVOUR + text, day) == used


def test_a_favour_that_cites_its_invoice_was_granted_for_that_one() -> None:
    text = FAVOUR.replace("|", "of=i2 |") + invoice("i1", "2026-01-20") + invoice("i2", "2026-02-20")
    assert uses(text, "2026-02-25") == ("a1", "i1")


@pytest.mark.parametrize("matter", ["late-delivery", "template", "display"])
def test_a_favour_that_is_not_about_paying_is_not_used_by_invoices(matter: str) -> None:
    text = FAVOUR.replace("late-payment", matter) + invoice("i1", "2026-02-20")
    assert uses(text, "2026-03-01") == ("a1",)


def test_over_means_more_than_was_said_and_without_a_limit_nobody_can_say() -> None:
    made = book_of(FAVOUR + invoice("i1", "2026-02-20"))
    (favour,) = accommodations(made, tuple(bills(made)))
    assert not favour.over(date(2026, 2, 20))
    assert favour.over(date(2026, 2, 21))
    (loose,) = accommodations(book_of(FAVOUR.replace("limit=1/60d", "")), ())
    assert (loose.times, loose.within, loose.over(date(2026, 2, 21))) == (None, None, False)


@pytest.mark.parametrize("text", ["9" * 5000 + "/60d", "x/60d", "1/now", "1", "/", "1/0d"])
def test_a_limit_that_cannot_be_read_is_none(text: str) -> None:
    assert limit(text) is None


def test_a_concession_is_silent_without_a_label() -> None:
    made = book_of(
        """2026-01-01 concession c1 by=me to=alan cost="two weekends" goodwill=yes | ten off
        2026-01-02 concession c2 by=me to=alan
        2026-01-03 thanks t1 by=alan to=me for=c1"""
    )
    one, two = concessions(made)
    assert (one.labels, one.silent(), one.thanked) == (("cost", "goodwill"), False, "t1")
    assert (two.labels, two.silent(), two.thanked) == ((), True, "")


def test_a_concession_read_in_a_message_has_the_labels_read_beside_it() -> None:
    text = """2026-01-01T10:00 message m1 by=me to=alan | We can come down to 110, just this once.
    2026-01-01T10:00 reading r1 of=m1 move=concession span=0-23 reader=c@1
    2026-01-01T10:00 reading r2 of=m1 move=label-limit span=25-39 reader=c@1
    2026-01-02 reading r3 of=x9 move=concession
    2026-01-03 thanks t1 by=alan to=me for=m1
    """
    (found,) = concessions(book_of(text))
    assert (found.words, found.labels, found.confirmed, found.thanked) == (
        "We can come down to 110",
        ("limit",),
        False,
        "t1",
    )
    (whole,) = concessions(book_of(text.replace("span=0-23", "")))
    assert whole.words.endswith("this once.")


CONCERN = "2026-01-01 concern c1 by=alan to=me | the crates\n"


def test_an_answer_is_the_other_sides() -> None:
    (own,) = concerns(book_of(CONCERN + "2026-01-02 answer w1 of=c1 by=alan"))
    (theirs,) = concerns(book_of(CONCERN + "2026-01-02 answer w1 of=c1 by=alan\n2026-01-03 answer w2 of=c1 by=me"))
    (unsigned,) = concerns(book_of(CONCERN + "2026-01-02 answer w1 of=c1"))
    assert (own.answered, theirs.answer, unsigned.answer) == (None, "w2", "w1")


def test_a_concern_read_in_a_message_is_answered_through_the_message() -> None:
    read = "2026-01-01 message m1 by=alan to=me | worried\n2026-01-01 reading r1 of=m1 move=concern\n"
    (found,) = concerns(book_of(read + "2026-01-02 answer w1 of=m1 by=me"))
    assert (found.answer, found.words, found.confirmed) == ("w1", "worried", False)
    assert list(concerns(book_of("2026-01-01 reading r1 of=x9 move=concern\n2026-01-01 message m by=a"))) == []


def test_repair_comes_from_the_side_that_did_the_harm() -> None:
    text = """2026-01-01 promise p1 by=alan to=me
    2026-01-02 breach b1 by=alan to=me of=p1
    2026-01-03 apology a1 by=alan to=me of=b1 parts=regret,repair | sorry
    2026-01-04 amends x1 by=alan to=me of=p1 amount=5
    2026-01-05 apology a2 by=me to=alan of=p1
    2026-01-06 breach b2 by=me to=alan cause=mistake"""
    one, two = breaches(book_of(text))
    assert ([a.id for a in one.apologies], one.apologies[0].parts, one.cause) == (
        ["a1"],
        ("regret", "repair"),
        "unknown",
    )
    assert [name for name, _ in one.amends] == ["x1"]
    assert (two.apologies, two.amends, two.cause) == ((), (), "mistake")


def test_nobody_speaks_for_themselves_in_an_estimate() -> None:
    text = """2026-01-01 vouch v1 by=alan about=alan
    2026-01-01 reference f1 by=alan about=alan reliability=5 followthrough=5 chosen=me
    2026-01-01 message m1 by=me to=alan"""
    standing = case_of(text, "2026-01-02", "alan").standing("alan")
    assert (standing.ability.state, standing.promptness.state) == ("none", "none")
    other = case_of(text.replace("by=alan about", "by=bo about"), "2026-01-02", "alan").standing("alan")
    assert [act.id for act in other.ability.evidence] == ["f1", "v1"]


STANDING = """2026-01-01 claim k1 by=alan | certified
2026-01-02 check q1 of=k1 result=confirmed
2026-01-03 check q2 of=k1 result=unclear
2026-01-01 reference f1 by=bo about=alan reliability=3 chosen=them
2026-01-01 reference f2 by=bo about=alan followthrough=5 chosen=me
2026-01-04 breach b1 by=alan to=me cause=mistake
2026-01-04 breach b2 by=alan to=me cause=bad_faith
2026-01-04 breach b3 by=alan to=me cause=circumstance
2026-01-05 concern c1 by=me to=alan
2026-01-06 pulse u1 by=me to=alan outcome=7 relationship=1
2026-01-06 pulse u2 by=me to=alan
2026-01-06 pulse u3 by=alan to=me outcome=1
2026-01-07 concession z1 by=alan to=me
2026-01-07 accommodation z2 by=alan to=me matter=time
2026-01-08 invoice i1 by=me to=alan amount=5 due=2026-01-10
2026-01-08 invoice i2 by=me to=alan amount=5
2026-01-08 promise p1 by=alan to=me
2026-01-09 kept p2 of=p1
"""


def test_each_act_speaks_for_one_facet_with_the_entry_that_shows_it() -> None:
    told = case_of(STANDING, "2026-01-13", "alan").standing("alan")
    shown = {
        facet: {(act.id, act.good, act.weight) for act in getattr(told, facet).evidence}
        for facet in ("ability", "benevolence", "integrity", "promptness")
    }
    assert shown == {
        "ability": {("f1", 0.5, 0.3), ("b1", 0.0, 1.0), ("u1", 1.0, 0.5)},
        "benevolence": {("c1", 0.0, 1.0), ("u1", 0.0, 0.5), ("z1", 1.0, 1.0), ("z2", 1.0, 1.0)},
        "integrity": {("q1", 1.0, 1.0), ("b2", 0.0, 1.0), ("p2", 1.0, 1.0)},
        "promptness": {("f2", 1.0, 1.0), ("i1", 0.0, 1.0)},
    }
    assert case_of(STANDING, "2026-01-12", "alan").standing("alan").benevolence.evidence[-1].id != "c1"


def test_a_claim_that_ran_out_or_was_never_settled_says_nothing() -> None:
    expired = STANDING.replace("by=alan | certified", "by=alan expires=2026-01-02 | certified")
    ids = {act.id for act in case_of(expired, "2026-01-13", "alan").standing("alan").integrity.evidence}
    assert not ids & {"q1", "q2"}
