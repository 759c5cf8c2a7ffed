"""How a mention is compared: mail, phone and name, with damage and without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodwill.ledger.mint import minted, named
from goodwill.ledger.party import address_in, name_in, normal, same_number, strong


@pytest.mark.parametrize(
    ("mention", "plain", "sure"),
    [
        ("Alan <Alan@Fields.example>", "alan@fields.example", True),
        ("Alan <>", "alan", False),
        ("<alan@fields.example>", "alan@fields.example", True),
        ("<>", "<>", False),
        ("0044 7700 900123", "+447700900123", True),
        ("+44 (7700) 900123", "+447700900123", True),
        ("07700 900123", "07700900123", True),
        ("-------", "-------", False),
        ("1 2 3 4", "1 2 3 4", False),
        ("  Alan   FIELDS ", "alan fields", False),
    ],
)
def test_a_mention_has_one_form(mention: str, plain: str, sure: bool) -> None:
    assert normal(mention) == plain
    assert strong(mention) is sure


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_no_mention_is_lost(mention: str) -> None:
    assert bool(normal(mention)) is bool(mention.split())


def test_names_and_addresses_stand_in_for_each_other() -> None:
    assert (name_in("<a@x>"), address_in("Alan <>"), name_in("Alan")) == ("a@x", "Alan", "Alan")


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("+44 7700 900123", "07700 900123", True),
        ("07700 900123", "+44 7700 900123", True),
        ("+44 7700 900123", "+44 7700 900123", False),
        ("+44 7700 900123", "+1 7700 900123", False),
        ("+44 7700 900123", "900123", False),
        ("+44 7700 900123", "07700 900124", False),
        ("a@x.example", "07700 900123", False),
    ],
)
def test_two_numbers_may_be_one_but_for_the_country(one: str, other: str, may: bool) -> None:
    assert same_number(one, other) is may


def test_the_same_content_mints_the_same_id_and_a_repeat_another() -> None:
    from datetime import date

    from goodwill.ledger.entry import Entry

    entry = Entry(date(2026, 1, 2), "thanks", "-", {"by": "a", "to": "b", "src": "one"})
    assert named(entry).id == named(entry.changed(src="two")).id
    assert named(entry).id != named(entry, 1).id
    assert minted("message", "a") != minted("message", "b")
