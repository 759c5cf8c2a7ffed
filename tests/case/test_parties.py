"""Who is who: joined by what is sure, asked about where it is not, never merged by a name."""

import pytest

from goodwill.case.parties import ME, Parties, likely_me
from goodwill.case.questions import Question, questions
from ledgers import book_of

ALAN = '2026-01-01 party p7 name="Alan Fields" mail=alan@fields.example phone="+44 7700 900123" alias="Al"\n'


@pytest.mark.parametrize(
    "mention",
    [
        "p7",
        "Alan Fields",
        "ALAN@fields.example",
        "Someone <alan@fields.example>",
        "0044 7700 900123",
        "al",
        "Al <none>",
    ],
)
def test_a_party_is_known_by_every_way_it_was_named(mention: str) -> None:
    assert Parties.of(book_of(ALAN)).resolve(mention) == "p7"


@pytest.mark.parametrize("mention", ["Alan", "Alan Fields <other@fields.example>", "07700 900123", "fields"])
def test_what_matches_in_part_stays_apart(mention: str) -> None:
    assert Parties.of(book_of(ALAN)).resolve(mention) != "p7"


def asked(text: str, *me: str) -> tuple[Question, ...]:
    made = book_of(text)
    return questions(made, Parties.of(made, me))


@pytest.mark.parametrize(
    ("mention", "because"),
    [
        ("Alan", "both are called Alan"),
        ("07700 900123", "the numbers differ in the country alone"),
        ("Alan Fields <other@fields.example>", "both are called Alan Fields"),
    ],
)
def test_what_matches_in_part_is_asked_about(mention: str, because: str) -> None:
    (found,) = asked(ALAN + f'2026-01-02 message m1 by="{mention}" to=me')
    assert (found.other, found.because) == ("p7", because)
    assert found.asked("Alan Fields").startswith("Is ")


def test_short_words_in_common_are_no_question() -> None:
    assert asked('2026-01-01 party a name="Ann Bo"\n2026-01-02 message m1 by="Ann Cox" to=me') == ()
    (exact,) = asked('2026-01-01 party a name=Ann mail=a@x.example\n2026-01-02 message m1 by="Ann <b@x.example>" to=me')
    assert exact.because == "both are called Ann"


TWO = """2026-01-01 party p1 name="Alan Fields" mail=one@fields.example
2026-01-01 party p2 name="Alan Fields" mail=two@fields.example
"""


def test_a_name_of_two_parties_is_nobodys_and_is_asked_about() -> None:
    who = Parties.of(book_of(TWO))
    assert who.resolve("Alan Fields") not in ("p1", "p2")
    assert {who.resolve("one@fields.example"), who.resolve("two@fields.example")} == {"p1", "p2"}
    assert {(q.one, q.other) for q in asked(TWO)} == {("p1", "p2"), ("p2", "p1")}


def test_a_name_that_is_anothers_id_does_not_merge_the_two() -> None:
    text = '2026-01-01 party alan name="Alan Fields"\n2026-01-02 party p2 name=Alan mail=alan@other.example'
    who = Parties.of(book_of(text))
    assert who.resolve("alan@other.example") == "p2"
    assert who.resolve("alan") == "alan"
    assert who.name("p2") == "Alan"


def test_one_address_on_two_cards_is_one_party() -> None:
    who = Parties.of(book_of("2026-01-01 party a mail=x@y.example\n2026-01-02 party b name=Bo mail=x@y.example"))
    assert who.resolve("b") == who.resolve("x@y.example") == who.resolve("Bo") == "a"


def test_undated_cards_come_last() -> None:
    text = "1970-01-01 party card name=Card mail=x@y.example\n2026-01-02 party a name=Bo mail=x@y.example"
    assert Parties.of(book_of(text)).resolve("card") == "a"


def test_the_user_is_known_by_name_mail_and_phone_and_by_their_own_card() -> None:
    text = '2026-01-01 party p9 name="Maria Rossi" mail=maria@rossi.example alias=Mia'
    who = Parties.of(book_of(text), ("Maria", "maria@rossi.example", "+39 333 1234567"))
    for mention in ("me", "Maria", "Maria <maria@rossi.example>", "0039 333 1234567", "p9", "Mia", "Maria Rossi"):
        assert who.resolve(mention) == ME, mention
    assert who.name(ME) == "you"


def test_a_party_called_as_the_user_is_stays_apart_and_is_asked_about() -> None:
    text = "2026-01-01 party p9 name=Maria mail=other@rossi.example"
    made = book_of(text)
    who = Parties.of(made, ("Maria",))
    assert who.resolve("Maria") == ME
    assert who.resolve("other@rossi.example") == "p9"
    (found,) = questions(made, who)
    assert found.asked("Maria") == "Are you Maria? (you said you are called Maria)"


def test_an_unknown_mention_stands_for_itself_and_is_shown_as_written() -> None:
    made = book_of('2026-01-02 message m1 by="Lena Brandt <lena@brandt.example>" to=me')
    who = Parties.of(made)
    (entry,) = (who.resolved(entry) for entry in made)
    assert entry.get("by") == "lena@brandt.example"
    assert who.name("lena@brandt.example") == "Lena Brandt"
    assert who.name("nobody") == "nobody"


def test_several_recipients_are_resolved_each() -> None:
    made = book_of(ALAN + '2026-01-02 message m1 by=me to="Bo, alan@fields.example, Al"')
    who = Parties.of(made)
    assert who.resolved(made.entries[1]).get("to") == "bo,p7"


def test_a_name_from_the_mail_is_shown_where_the_card_has_none() -> None:
    made = book_of('2026-01-01 party a mail=x@y.example of=firm\n2026-01-02 message m by="Xenia <x@y.example>" to=me')
    assert (Parties.of(made).name("a"), Parties.of(made).known["a"].of) == ("Xenia", "firm")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-01-01 message m1 by=a to=b thread=t", ("a", "b")),
        ("2026-01-01 message m1 by=a to=b thread=t\n2026-01-02 message m2 by=c to=a thread=u", ("a",)),
        ("2026-01-01 message m1 by=a to=b\n2026-01-02 message m2 by=c to=d", ()),
        ("2026-01-01 message m1 by=me to=b\n2026-01-02 message m2 by=c to=d thread=u", ("c", "d")),
        ("2026-01-01 message m1 by=me to=b", ()),
        ("2026-01-01 message m1 by=a channel=letter", ()),
        (
            "2026-01-01 message m1 by=a channel=letter\n"
            "2026-01-02 message m2 by=b to=c\n2026-01-02 message m3 by=d to=c",
            ("c",),
        ),
        ("", ()),
    ],
)
def test_the_user_is_whoever_is_on_every_thread(text: str, found: tuple[str, ...]) -> None:
    assert likely_me(book_of(text)) == found


def test_the_same_name_without_an_address_is_asked_about_so_that_it_can_be_understood() -> None:
    made = book_of(
        '2026-01-02 message m1 by="Dana Reed <dana@reed.example>" to=me\n'
        '2026-01-03 message m2 by="Dana Reed (Harrow)" to=me\n'
        '2026-01-04 message m3 by="Dana Reed" to=me\n'
        '2026-01-05 message m4 by="Speaker 1 (call a)" to=me\n2026-01-06 message m5 by="Speaker 1 (call b)" to=me\n'
    )
    found = questions(made, Parties.of(made))
    about = [one for one in found if one.other == "dana@reed.example"]
    assert [one.one for one in about] == ["dana reed", "dana reed (harrow)"]
    assert about[0].asked("Dana Reed").startswith("Is Dana Reed without an address the same as dana@reed.example?")
    assert not [one for one in found if "speaker" in one.one]
