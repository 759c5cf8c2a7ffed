"""Entries to put into books under test."""

import tempfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from goodwill.ledger.entry import Entry
from goodwill.ledger.kinds import KINDS
from goodwill.ledger.notation import Invalid, parse_line
from goodwill.store.journal import Journal, open_journal

RECORDED = "2026-11-23T10:00"
PARTIES = ("alan", "carol", "Jon Fell <jon@fell.example>")


def read(text: str) -> Entry:
    """Read a line that must be an entry."""
    found = parse_line(text)
    assert isinstance(found, Entry), found
    return found


def messages(count: int, start: int = 0, by: str = "") -> Iterator[Entry]:
    for number in range(start, start + count):
        who = by or PARTIES[number % len(PARTIES)]
        yield Entry(
            date(2026, 1 + number % 12, 1 + number % 28),
            "message",
            f"m{number}",
            {"by": who, "to": "me", "src": "mail.mbox", "line": str(number)},
            f"words of message {number}\nand a second line",
        )


def without_recorded(entry: Entry) -> Entry:
    values = {key: value for key, value in entry.values.items() if key != "recorded"}
    return Entry(entry.day, entry.kind, entry.id, values, entry.words, entry.time)


_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_token = st.from_regex(r"[A-Za-z0-9@.+_-]{1,10}", fullmatch=True)


@st.composite
def any_entries(draw: st.DrawFn) -> Entry:
    """Draw an entry of some kind, with any text in its keys and words."""
    kind = draw(st.sampled_from(["thanks", "concern", "message", "party", "promise", "erase", "amend"]))
    values = {key: draw(_token) for key in KINDS[kind].needs}
    for key in KINDS[kind].keys:
        if key.name not in values and key.form in ("text", "party") and not key.choices and draw(st.booleans()):
            values[key.name] = draw(st.one_of(_token, _text))
    time = draw(st.sampled_from(["", "00:00", "23:59"]))
    return Entry(draw(st.dates(date(1900, 1, 1))), kind, draw(_token), values, draw(_text), time)


@cache
def _new() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        open_journal(Path(folder) / "new.db")
        return (Path(folder) / "new.db").read_bytes()


def copied(path: Path) -> Journal:
    """Open an empty book, copied: where a test needs many, making each anew takes too long."""
    path.write_bytes(_new())
    return open_journal(path, create=False)


def bring(lines: list[str]) -> list[Entry]:
    """Read exported lines back, as the door of the notation does."""
    found = [parse_line(line) for line in lines]
    assert not [bad for bad in found if isinstance(bad, Invalid)]
    return [entry for entry in found if isinstance(entry, Entry)]
