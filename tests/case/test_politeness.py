import pytest

from goodwill.case.politeness import declined_then_gave, excused
from ledgers import case_of


def words_of(text: str) -> list[str]:
    case = case_of(f"2026-01-01 message m1 by=me to=osei | {text}", "2026-01-02", "osei")
    return [words for _, words in excused(case.messages)]


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to seem distrustful",
        "I don’t want to look as if I don’t trust you",
        "I did not mean to sound suspicious",
        "I never meant to sound difficult",
        "we would not wish to appear ungrateful",
        "I didn't want to come across too mistrustful",
    ],
)
def test_words_that_excuse_caution(text: str) -> None:
    assert words_of(f"Hello. {text}. Yours") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "I want to seem distrustful",
        "I don't want to seem late",
        "You look suspicious",
        "I do not want it. To seem rude is not my aim",
        "",
    ],
)
def test_other_words_do_not(text: str) -> None:
    assert words_of(text) == []


def test_a_hostile_message_is_bounded() -> None:
    case = case_of("2026-01-01 message m1 by=me to=osei | " + "not want to " * 60_000, "2026-01-02", "osei")
    assert list(excused(case.messages)) == []


TALK = """2026-01-01 message m1 by=me to=tomas | Let's write it down
    2026-01-01 reading r1 of=m1 move=safeguard span=0-5
    2026-01-02 message m2 by={by} to=me | No need
    2026-01-02 reading r2 of=m2 move=reject span=0-7
    """


def gifts(text: str) -> list[tuple[str, str]]:
    case = case_of(text, "2026-02-01", "tomas")
    return [(no.id, gave.id) for no, gave in declined_then_gave(case.messages, case.book, 3)]


def test_the_first_thing_given_after_a_declined_safeguard() -> None:
    talk = TALK.format(by="tomas")
    assert gifts(talk) == []
    assert gifts(talk + "2026-01-04 concession c1 by=me to=tomas") == [("r2", "c1")]
    assert gifts(talk + "2026-01-04 concession c1 by=tomas to=me") == []
    assert gifts(talk + "2026-01-06 concession c1 by=me to=tomas") == []
    assert gifts(talk + "2026-01-03 agree a1 by=me to=tomas\n2026-01-04 concession c1 by=me to=tomas") == [("r2", "a1")]


def test_an_acceptance_read_in_a_message_counts_as_given() -> None:
    more = "2026-01-03 message m3 by=me to=tomas | All right\n2026-01-03 reading r3 of=m3 move=accept span=0-9"
    assert gifts(TALK.format(by="tomas") + more) == [("r2", "r3")]


def test_a_refusal_that_answers_no_safeguard_is_none_of_these() -> None:
    late = """2026-01-01 message m1 by=me to=tomas | Let's write it down
        2026-01-01 reading r1 of=m1 move=safeguard span=0-5
        2026-01-02 message m2 by=tomas to=me | Good
        2026-01-02 message m3 by=tomas to=me | No to the price
        2026-01-02 reading r3 of=m3 move=reject span=0-2
        2026-01-03 concession c1 by=me to=tomas"""
    assert gifts(late) == []
