"""A longer export of the same chat or table adds only what is new; the same file again adds nothing."""

from pathlib import Path

import pytest

from goodwill.doors.door import Hints
from goodwill.doors.open import openings
from goodwill.ledger.entry import Entry

SAMPLES = Path(__file__).parent / "samples"
WHOLE = sorted(
    p
    for p in SAMPLES.rglob("*")
    if p.is_file() and p.parent.name not in ("workspace", "orders", "D1") and p.suffix != ".md"
)


def ids(path):
    """The ids of a file's entries, in order."""
    [(door, path)] = openings([path])
    return [item.id for item in door.read(path, Hints()) if isinstance(item, Entry)]


@pytest.mark.parametrize("sample", WHOLE, ids=lambda p: p.name)
def test_another_name_and_place_gives_the_same_ids(sample, tmp_path):
    again = tmp_path / "elsewhere" / sample.name
    again.parent.mkdir()
    again.write_bytes(sample.read_bytes())
    assert ids(again) == ids(sample)


@pytest.mark.parametrize("sample", [p for p in WHOLE if p.suffix in (".txt", ".csv")], ids=lambda p: p.name)
def test_a_longer_export_holds_every_id_of_the_shorter(sample, tmp_path):
    charset = "utf-16" if sample.name == "Rechnungen.csv" else "latin-1"
    text = sample.read_text(charset).rstrip("\n").split("\n")
    for shorter in range(len(text) - 3, len(text)):
        cut = tmp_path / f"{shorter}" / sample.name
        cut.parent.mkdir()
        cut.write_text("\n".join(text[:shorter]) + "\n", charset)
        if any(isinstance(opening, tuple) for opening in openings([cut])):
            assert set(ids(cut)) <= set(ids(sample))


def test_an_invoice_settled_later_adds_only_its_payment(tmp_path):
    path = tmp_path / "purchases.csv"
    head = "Supplier,Invoice no,Invoice date,Due date,Paid on,Amount\n"
    path.write_text(head + "Fern,7,2026-01-05,2026-01-19,,10\n")
    [invoice] = ids(path)
    path.write_text(head + "Fern,7,2026-01-05,2026-01-19,2026-01-18,10\n")
    assert ids(path)[0] == invoice
    assert len(ids(path)) == 2


def test_the_same_words_twice_in_a_minute_are_two_messages(tmp_path):
    path = tmp_path / "_chat.txt"
    line = "[14/01/2026, 08:02:05] Tom: ok\n[14/01/2026, 08:02:15] Mara: ok\n"
    path.write_text(line * 2)
    assert len(set(ids(path))) == 4


def test_lines_of_one_shipment_count_once():
    found = ids(SAMPLES / "deliveries" / "orders.csv")
    assert found[0:2] == found[2:4]
