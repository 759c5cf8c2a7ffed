"""What cannot be read, found or understood is refused in one clear line, and the rest is taken."""

import json
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def one_clear_line(said):
    """Say whether a refusal is one line on standard error, in goodwill's own name, and no traceback."""
    lines = said.err.strip().splitlines()
    return len(lines) == 1 and lines[0].startswith("goodwill: ") and "fault of goodwill" not in lines[0]


def wrong_path(folder):
    return folder / "nowhere.eml"


def empty_file(folder):
    (folder / "empty.eml").touch()
    return folder / "empty.eml"


def binary_file(folder):
    (folder / "noise.eml").write_bytes(bytes(range(256)) * 40)
    return folder / "noise.eml"


def folder_without_files(folder):
    (folder / "nothing" / "deeper").mkdir(parents=True)
    return folder / "nothing"


def folder_of_pictures(folder):
    (folder / "pictures").mkdir()
    (folder / "pictures" / "menu.png").write_bytes(b"\x89PNG")
    return folder / "pictures"


def line_of_a_megabyte(folder):
    (folder / "long.goodwill").write_text("2026-01-01 thanks t1 by=me to=alan | " + "x" * 1_100_000)
    return folder / "long.goodwill"


def broken_archive(folder):
    (folder / "chats.zip").write_bytes(b"PK\x03\x04" + bytes(200))
    return folder / "chats.zip"


BAD = (
    wrong_path, empty_file, binary_file, folder_without_files, folder_of_pictures, line_of_a_megabyte, broken_archive
)  # fmt: skip


@pytest.mark.parametrize("command", [("review",), ("bring",), ("bring", "--dry-run")], ids=" ".join)
@pytest.mark.parametrize("bad", BAD)
def test_what_cannot_be_read_is_one_clear_line_and_2(goodwill, tmp_path, bad, command):
    said = goodwill("--book", "a.book", *command, bad(tmp_path))
    assert (said.status, said.out) == (2, "")
    assert one_clear_line(said)


@pytest.mark.parametrize("bad", [wrong_path, empty_file, binary_file, folder_without_files])
@pytest.mark.parametrize("command", ["check", "moves"])
def test_a_draft_or_transcript_that_cannot_be_read_is_one_clear_line_and_2(goodwill, tmp_path, bad, command):
    said = goodwill(command, bad(tmp_path))
    assert (said.status, said.out) == (2, "")
    assert one_clear_line(said)


def test_a_bad_file_among_good_ones_is_named_and_the_rest_is_taken(goodwill, book, tmp_path):
    empty_file(tmp_path)
    said = goodwill("--book", book, "bring", "notes.goodwill", "empty.eml", "--format", "json")
    told = json.loads(said.out)
    assert (said.status, told["files"], told["rejected_count"]) == (0, 1, 1)
    assert told["rejected"] == [{"file": "empty.eml", "line": None, "reason": "empty file"}]


def test_a_bad_line_is_named_with_its_number_and_the_rest_is_taken(goodwill):
    Path("n.goodwill").write_text(
        "2026-01-01 thanks t1 by=me to=alan\nnot an entry\n2026-01-02 thanks t2 by=me to=alan\n"
    )
    told = json.loads(goodwill("--book", "a.book", "bring", "n.goodwill", "--format", "json").out)
    assert (told["accepted"], told["rejected_count"], told["rejected"][0]["line"]) == (2, 1, 2)


@pytest.mark.parametrize(
    ("args", "near"),
    [
        (("reveiw", "x"), "review"),
        (("explain", "promise-overdu"), "promise-overdue"),
        (("explain", "E2O1"), "e201"),
        (("brief", "Alan Feilds"), "Alan Fields"),
        (("mirror", "alna"), "Alan Fields"),
        (("record", "promice", "by=me"), "promise"),
        (("brief", "alan", "--as-off", "2026-01-01"), "--as-of"),
        (("check", "--to", "Alan Feilds"), "Alan Fields"),
    ],
)
def test_a_slip_of_the_pen_names_the_nearest(goodwill, book, args, near):
    said = goodwill("--book", book, *args, stdin=b"Dear Alan, I'll pay by Friday.\n")
    assert said.status == 2
    assert one_clear_line(said)
    assert near in said.err


def test_an_unknown_setting_names_file_key_and_nearest(goodwill, book):
    Path("goodwill.toml").write_text('mee = ["Rosa"]\n')
    said = goodwill("--book", book, "brief", "alan")
    assert said.status == 2
    assert one_clear_line(said)
    assert "goodwill.toml: unknown key mee; did you mean me?" in said.err


@pytest.mark.parametrize(
    "args", [("brief", "alan"), ("verify",), ("export",), ("undo", "x"), ("erase", "alan", "--yes")]
)
def test_without_a_book_it_says_so_and_makes_none(goodwill, args):
    said = goodwill("--book", "none.book", *args)
    assert said.status == 2
    assert one_clear_line(said)
    assert "there is no book here" in said.err
    assert not Path("none.book").exists()


def test_a_file_that_is_no_book_is_refused_and_left_as_it_is(goodwill):
    Path("letter.txt").write_text("Dear Rosa, " * 400)
    said = goodwill("--book", "letter.txt", "brief", "alan")
    assert said.status in (2, 3)
    assert one_clear_line(said)
    assert Path("letter.txt").read_text() == "Dear Rosa, " * 400


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "31/03/2026"])
def test_a_day_that_is_none_is_refused(goodwill, book, day):
    said = goodwill("--book", book, "brief", "alan", "--as-of", day)
    assert said.status == 2
    assert one_clear_line(said)
    assert f"{day} is not a day" in said.err
