"""What the user names is walked in one order, and every file gets a door or one clear line."""

import os
from pathlib import Path

import pytest

from goodwill.doors.door import Hints, Ignored
from goodwill.doors.open import openings
from goodwill.doors.recognise import UNKNOWN_TABLE
from goodwill.ledger.notation import Invalid


def told(found):
    """Each opening as one short text: the door's name, or the reason."""
    for opening in found:
        if isinstance(opening, tuple):
            yield f"{opening[1].name}: {opening[0].name}"
        else:
            yield f"{Path(opening.file).name}: {type(opening).__name__.lower()}, {opening.reason}"


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path):
    (tmp_path / "b.goodwill").write_text("; nothing")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "z.goodwill").write_text("; nothing")
    (tmp_path / "c.jsonl").write_text('{"by": "ana", "text": "hello"}\n')
    assert list(told(openings([tmp_path]))) == [
        "z.goodwill: goodwill lines",
        "b.goodwill: goodwill lines",
        "c.jsonl: messages, JSON lines",
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("README.md", b"about", "ignored, not evidence"),
        (".hidden", b"x", "ignored, hidden"),
        ("goodwill.toml", b"me = []", "ignored, no door reads .toml files"),
        ("menu.PDF", b"%PDF", "ignored, no door reads .pdf files"),
        ("empty.csv", b"", "invalid, empty file"),
        ("blank.txt", b" \n \n", "invalid, empty file"),
        ("a.bin", b"\x00\x01\x02", "invalid, binary; no door reads it"),
        ("song.xyz", b"so much depends\nupon\n", "invalid, no door knows this file"),
        (
            "poem.txt",
            b"so much depends\nupon\n",
            "invalid, no door knows this file: no chat, talk or dated letter; a draft is for goodwill check, what a"
            " text claims for goodwill record",
        ),
        (
            "x.csv",
            b"Client,Invoice #,Date,Total\nFern,1,2026-01-05,2\n",
            "invalid, looks like invoices, but no column tells the day due or the day paid; if one does, name it with"
            " --map: Client, Invoice #, Date, Total",
        ),
        ("x.csv", b"My report;2026\n\na,b,c\n1,2,3\n", f"invalid, {UNKNOWN_TABLE}; found: a, b, c"),
        ("x.csv", b"a,b\n1,2\n", f"invalid, {UNKNOWN_TABLE}; found: a, b"),
    ],
)
def test_a_file_without_a_door_gives_one_line(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    assert list(told(openings([tmp_path]))) == [f"{name}: {reason}"]


def test_a_wrong_path_gives_one_line(tmp_path):
    assert list(told(openings([tmp_path / "nosuch"]))) == ["nosuch: invalid, cannot be read: No such file or directory"]
    assert [type(found) for found in openings([Path("nul\0byte")])] == [Invalid]


def test_a_file_that_may_not_be_read_gives_one_line(tmp_path, monkeypatch):
    path = tmp_path / "a.goodwill"
    path.write_text("; nothing")

    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert list(told(openings([tmp_path]))) == ["a.goodwill: invalid, cannot be read: Permission denied"]


def test_links_devices_and_pipes_are_not_followed(tmp_path):
    outside, inside = tmp_path / "outside.goodwill", tmp_path / "folder"
    outside.write_text("; secret")
    inside.mkdir()
    (inside / "a.goodwill").write_text("; here")
    (inside / "b.goodwill").symlink_to(outside)
    (inside / "c.goodwill").symlink_to(inside / "a.goodwill")
    (inside / "d.goodwill").symlink_to(inside)
    os.mkfifo(inside / "e.goodwill")
    found = list(told(openings([inside])))
    assert found[0] == "a.goodwill: goodwill lines"
    assert found[1] == "b.goodwill: invalid, a link that leads out of the folder; not followed"
    assert [line.split(": ")[1].split(",")[0] for line in found[2:]] == ["ignored", "ignored", "invalid"]
    assert list(told(openings([Path("/dev/null")]))) == [
        "null: invalid, not a regular file but a device, pipe or socket"
    ]


def test_a_file_named_twice_is_opened_once(tmp_path):
    path = tmp_path / "a.goodwill"
    path.write_text("; nothing")
    assert list(told(openings([tmp_path, path]))) == ["a.goodwill: goodwill lines", "a.goodwill: ignored, named twice"]


def test_columns_the_user_names_open_a_table_no_door_knows(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("wer,von,bis,am,wieviel\nNord AG,2026-01-05,2026-01-19,2026-01-18,10\n")
    assert [type(found) for found in openings([path])] == [Invalid]
    hints = Hints(columns={"supplier": "wer", "issue": "von", "due": "bis", "settled": "am", "amount": "wieviel"})
    [(door, found)] = openings([path], hints)
    assert door.name == "payments table"
    assert [entry.kind for entry in door.read(found, hints)] == ["invoice", "payment"]


def test_what_is_left_out_says_so_in_words(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    [found] = openings([tmp_path])
    assert isinstance(found, Ignored)
    assert str(found) == f"{tmp_path / 'photo.jpg'}: no door reads .jpg files"


def test_a_link_to_itself_gives_one_line(tmp_path):
    (tmp_path / "a.goodwill").symlink_to(tmp_path / "a.goodwill")
    assert [type(found) for found in openings([tmp_path])] == [Invalid]
    assert [type(found) for found in openings([tmp_path / "a.goodwill"])] == [Invalid]
