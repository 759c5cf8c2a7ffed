"""Lines of a file, whatever its encoding; and what is the same thing seen again."""

import pytest

from goodwill.doors.door import Ignored
from goodwill.doors.duplicates import Occurrences
from goodwill.doors.lines import LONGEST, Line, decoded, lines
from goodwill.ledger.notation import Invalid


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_lines_in_any_encoding(tmp_path, charset):
    path = tmp_path / "a.txt"
    mark = "\ufeff" if charset == "utf-16-le" else ""
    path.write_bytes(f"{mark}Zoë\r\nsecond\u00a0line\n\nlast".encode(charset))
    found = [item for item in lines(path) if isinstance(item, Line)]
    assert [line.text.removeprefix("\ufeff") for line in found] == ["Zoë", "second\u00a0line", "", "last"]
    assert [line.number for line in found] == [1, 2, 3, 4]


def test_a_line_that_is_not_utf_8_is_read_and_noted_once(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"good\ncaf\xe9\nna\xefve\n")
    assert list(lines(path)) == [
        Line(1, "good"),
        Ignored("not UTF-8; such lines are read as Windows-1252", "a.txt", 2),
        Line(2, "café"),
        Line(3, "naïve"),
    ]


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_line_too_long_is_a_reject_and_the_next_is_read(tmp_path, charset):
    path = tmp_path / "a.txt"
    path.write_bytes(("first\n" + "x" * (2 * LONGEST + 5) + "\nlast").encode(charset))
    found = [item.text if isinstance(item, Line) else item for item in lines(path)]
    assert found == ["first", Invalid(f"line is longer than {LONGEST:,} characters", "a.txt", 2), "last"]


@pytest.mark.parametrize("charset", ["no-such-charset", "hex", "\0"])
def test_a_charset_there_is_not_is_a_reject(tmp_path, charset):
    path = tmp_path / "a.txt"
    path.write_text("first\n")
    [found] = lines(path, charset)
    assert isinstance(found, Invalid)
    assert decoded(b"first", charset) == "first"


def test_a_file_that_is_gone_is_a_reject(tmp_path):
    assert list(lines(tmp_path / "gone.txt")) == [Invalid("cannot be read: No such file or directory", "gone.txt")]


def test_what_was_forgotten_is_never_numbered_again():
    seen = Occurrences(most=3)
    words = ["yes", "no", "yes", "so", "well", "yes", "no", "no", "yes"]
    found = [(word, seen.number("", word)) for word in words]
    assert len(set(found)) == len(words)
    again = Occurrences(most=3)
    assert [(word, again.number("", word)) for word in words[:6]] == found[:6]
