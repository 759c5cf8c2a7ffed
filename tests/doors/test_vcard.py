"""Contact cards of every version become parties; no card costs the next one."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.doors.content_lines import content_lines
from goodwill.doors.door import UNDATED, Hints, Ignored
from goodwill.doors.vcard import Vcard
from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault
from goodwill.ledger.notation import Invalid, line, parse_line
from mutation import mutated

SAMPLES = sorted((Path(__file__).parent / "samples" / "contacts").iterdir())
CASES = int(os.environ.get("GOODWILL_FUZZ", "120"))


def cards(tmp_path, *texts):
    path = tmp_path / "x.vcf"
    path.write_bytes("".join(f"BEGIN:VCARD\n{text}\nEND:VCARD\n" for text in texts).encode("utf-8", "surrogatepass"))
    return list(Vcard().read(path, Hints()))


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("FN:Alan\nTEL:+44 (0)7700 900142", "phone", "+447700900142"),
        ("FN:Alan\nTEL:0044 7700 900142\nTEL:+447700900142", "phone", "+447700900142"),
        ("FN:Alan\nTEL:07700/900-142", "phone", "07700900142"),
        ("FN:Alan\nEMAIL;TYPE=home:A@B.example\nEMAIL:a@b.example\nEMAIL:none", "mail", "a@b.example"),
        ('FN:Alan\nEMAIL;X="a;b:c",d:a@b.example', "mail", "a@b.example"),
        ("FN:Fields\\, Alan", "name", "Alan Fields"),
        ("N:Fields;Alan;;;", "name", "Alan Fields"),
        ("FN:Alan\nNICKNAME:Al,The Veg\\, Man", "alias", "Al,The Veg Man"),
        ("FN:Alan\nORG:Fields\\; Daughter;Yard", "of", "Fields; Daughter"),
        ("ORG:Fields & Daughter\nTEL:1", "type", "organisation"),
        ("FN:Yard\nKIND:org", "type", "organisation"),
        ("FN:Yard\nX-ABShowAs:COMPANY", "type", "organisation"),
        ("FN:Alan", "type", "person"),
        ("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Al=E1n", "name", "Alán"),
        ("item1.FN:Alan", "name", "Alan"),
        ("fn:Alan", "name", "Alan"),
        ("FN:Al\n an", "name", "Alan"),
    ],
)
def test_a_card_says(tmp_path, text, key, value):
    [entry] = cards(tmp_path, text)
    assert entry.get(key) == value


def test_a_card_keeps_its_id_whatever_file_it_is_in(tmp_path):
    one = cards(tmp_path, "FN:Alan\nEMAIL:a@b.example")
    two = cards(tmp_path, "FN:Rosa", "FN:Alan\nEMAIL:a@b.example")
    assert one[0].id == two[1].id
    assert one[0].day == UNDATED
    assert two[0].id != cards(tmp_path, "FN:Rosa\nTEL:1")[0].id


def test_a_card_within_a_card_is_not_a_party(tmp_path):
    [entry] = cards(tmp_path, "FN:Alan\nAGENT:\nBEGIN:VCARD\nFN:Agent\nEND:VCARD\nEMAIL:a@b.example")
    assert (entry.get("name"), entry.get("mail")) == ("Alan", "a@b.example")


def test_one_bad_card_does_not_cost_the_others(tmp_path):
    items = cards(tmp_path, "FN:One", "NOTE:nobody", "KIND:group\nFN:All", "FN:Two\nREV:20250230")
    assert [type(item) for item in items] == [Entry, Invalid, Ignored, Entry]
    assert items[3].day == UNDATED
    assert [item.line for item in items[1:3]] == [4, 7]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_mutated_cards_are_read_without_an_error(sample, tmp_path):
    chance = random.Random(sample.name)
    path = tmp_path / sample.name
    data = sample.read_bytes()
    for _ in range(CASES * 3):
        path.write_bytes(mutated(data, chance))
        for item in Vcard().read(path, Hints()):
            if isinstance(item, Entry):
                assert fault(item) == ""
                assert parse_line(line(item)) == item
            else:
                assert item.reason
                assert item.line


@given(st.lists(st.text(max_size=60), max_size=8))
@settings(max_examples=CASES * 4, deadline=None)
def test_any_lines_give_one_item_a_card(tmp_path_factory, texts):
    inner = ["FN:" + text.replace("\r", " ").replace("\n", " ") for text in texts]
    items = cards(tmp_path_factory.mktemp("cards"), *inner)
    assert len(items) == len(texts)


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200).filter(
        lambda t: "\ufeff" not in t
    )
)
def test_folding_anywhere_changes_nothing(text):
    raw = f"NOTE:{text}".encode()
    folded = b"\n ".join(raw[at : at + 7] for at in range(0, len(raw), 7)).split(b"\n")
    [read] = content_lines(folded)
    assert read.value == text
