"""A letter in a text file: the day it was written, who wrote it, and nothing that only resembles one."""

from datetime import date

import pytest

from goodwill.doors.door import Hints
from goodwill.doors.letter import Letter

BODY = "\n\nDear Ann,\n\nwe are late.\n\nYours\nBen Moor\n"


@pytest.mark.parametrize(
    "above",
    [
        "2 June 2025", "June 2, 2025", "London, 2 June 2025", "Date: 2 June 2025", "Köln, den 2. Juni 2025",
        "Lyon, le 2 juin 2025", "2025-06-02", "02.06.2025", "Moor & Son\n1 Mill Lane\n\n2nd June 2025",
        "Born: 1 May 1984\n2 June 2025",
    ],
)  # fmt: skip
def test_the_day_stands_above_the_greeting(tmp_path, above):
    path = tmp_path / "a.txt"
    path.write_text(above + BODY)
    assert Letter().knows(path, path.read_bytes())
    letter = list(Letter().read(path, Hints()))[-1]
    assert (letter.day, letter.get("by")) == (date(2025, 6, 2), "Ben Moor")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Appointment: 2 June 2025" + BODY,
        "We met on 2 June 2025 in London" + BODY,
        "Dear Ann,\n\nlate.\n\n2 June 2025\nYours\nBen",
        "2 June 2025\nDear me, what a day it was in the end, said Ann: and went.\n",
    ],
)
def test_a_draft_or_a_note_is_no_letter(tmp_path, text):
    assert not Letter().knows(tmp_path / "a.txt", text.encode())


def test_the_one_greeted_is_named_where_the_whole_name_stands_above(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Ms Ann Reed\n2 June 2025\n\nDear Ms Reed,\n\nwe are late.\n\nYours\nBen Moor\n")
    [letter] = Letter().read(path, Hints())
    assert letter.get("to") == "Ann Reed"
