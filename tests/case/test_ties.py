from datetime import date

import pytest

from goodwill.case.ties import Tie, between, claims, links, praises, references, ties, vouches
from ledgers import book_of, case_of

DAY = date(2026, 1, 5)


def test_ties_are_those_stated_and_those_that_a_referral_or_reference_shows() -> None:
    book = book_of(
        """2026-01-01 tie t1 a=priya b=lena nature=family since=2022
        2026-01-02 vouch v1 by=olaf about=lena closeness=4
        2026-01-03 reference r1 by=fergus about=lena chosen=found"""
    )
    assert [(tie.a, tie.b, tie.nature) for tie in ties(book)] == [
        ("priya", "lena", "family"),
        ("olaf", "lena", "vouch"),
        ("fergus", "lena", "reference"),
    ]


@pytest.mark.parametrize(
    ("since", "known"),
    [
        ("2019", date(2019, 1, 1)),
        ("2025-03-04", date(2025, 3, 4)),
        ("", DAY),
        ("school", DAY),
        ("2025-13", DAY),
        ("0", DAY),
        ("99999", DAY),
    ],
)
def test_a_tie_is_known_since_the_day_stated_or_else_since_it_was_written(since: str, known: date) -> None:
    assert Tie("t1", "me", "lena", "friend", DAY, since).known_since() == known


def test_between_names_each_shared_acquaintance_once_in_the_order_of_the_book() -> None:
    known = tuple(
        Tie(f"t{n}", a, b, "", DAY)
        for n, (a, b) in enumerate(
            [
                ("zoe", "lena"),
                ("lena", "adam"),
                ("me", "adam"),
                ("zoe", "me"),
                ("zoe", "lena"),
                ("me", "lena"),
                ("me", "ida"),
            ]
        )
    )
    assert between(known, "me", "lena") == ("zoe", "adam")
    assert between(known, "lena", "me") == ("adam", "zoe")
    assert [tie.id for tie in links(known, "lena", ("zoe", "adam"))] == ["t0", "t1"]


def test_nobody_is_between_a_side_and_itself() -> None:
    assert between((Tie("t1", "me", "lena", "", DAY),), "me", "lena") == ()


def test_praise_is_a_referral_or_a_rating_above_nought() -> None:
    book = book_of(
        """2026-01-01 rating g1 by=a about=b value=0
        2026-01-01 rating g2 by=a about=b value=0.1
        2026-01-01 rating g3 by=a about=b value=-1
        2026-01-01 vouch v1 by=c about=b"""
    )
    assert [praise.id for praise in praises(book)] == ["g2", "v1"]


@pytest.mark.parametrize(("chosen", "independent"), [("me", True), ("found", True), ("them", False)])
def test_a_referee_is_independent_unless_the_candidate_chose(chosen: str, independent: bool) -> None:
    (ref,) = references(book_of(f"2026-01-01 reference r1 by=a about=b chosen={chosen} followthrough=4 again=no"))
    assert ref.independent() is independent
    assert (ref.reliability, ref.followthrough, ref.again) == (None, 4, "no")


def test_a_referee_nobody_noted_the_choice_of_is_not_called_independent() -> None:
    (ref,) = references(book_of("2026-01-01 reference r1 by=a about=b"))
    assert not ref.independent()


@pytest.mark.parametrize(
    ("results", "day", "state"),
    [
        ((), "2026-03-31", "open"),
        ((), "2026-04-01", "expired"),
        (("unclear",), "2026-01-09", "open"),
        (("confirmed",), "2026-03-31", "confirmed"),
        (("confirmed",), "2026-04-01", "expired"),
        (("confirmed", "refuted"), "2026-04-01", "refuted"),
    ],
)
def test_the_state_of_a_claim(results: tuple[str, ...], day: str, state: str) -> None:
    lines = "2026-01-01 claim c1 by=lena matter=sworn expires=2026-03-31 | Sworn\n"
    lines += "\n".join(f"2026-01-0{n} check k{n} of=c1 by=me result={result}" for n, result in enumerate(results, 2))
    (claim,) = claims(book_of(lines))
    assert claim.state(date.fromisoformat(day)) == state


def test_a_referral_keeps_its_closeness_and_words() -> None:
    (vouch,) = vouches(book_of("2026-01-01 vouch v1 by=priya about=lena closeness=5 matter=prose | The best"))
    assert (vouch.closeness, vouch.matter, vouch.words) == (5, "prose", "The best")


def test_a_case_sees_all_ties_even_between_others() -> None:
    case = case_of(
        """2026-01-01 tie t1 a=priya b=me
        2026-01-01 tie t2 a=priya b=lena
        2026-01-01 tie t3 a=olaf b=lena""",
        "2026-01-02",
        "lena",
    )
    assert case.shared == ("priya",)


def test_an_interest_concerns_those_its_holder_spoke_for() -> None:
    text = """2026-01-01 vouch v1 by=priya about=lena
        2026-01-02 interest i1 of=priya matter=family conflict=yes disclosed=yes
        2026-01-02 interest i2 of=olaf matter=money conflict=yes disclosed=yes"""
    assert [interest.id for interest in case_of(text, "2026-01-03", "lena").interests] == ["i1"]
    assert [interest.id for interest in case_of(text, "2026-01-03", "priya").interests] == ["i1"]


def test_an_interest_concerns_nobody_yet_whom_its_holder_will_speak_for_tomorrow() -> None:
    text = """2026-01-02 interest i1 of=priya matter=family conflict=yes disclosed=yes
        2026-01-04 vouch v1 by=priya about=lena"""
    assert case_of(text, "2026-01-03", "lena").interests == ()
    assert len(case_of(text, "2026-01-04", "lena").interests) == 1
