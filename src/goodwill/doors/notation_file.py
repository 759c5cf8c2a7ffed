"""Reads a file of ledger lines, as a person wrote them or goodwill exported them."""

from collections.abc import Iterator
from pathlib import Path

from goodwill.doors.charset import named as named_file
from goodwill.doors.door import Hints, Item
from goodwill.doors.duplicates import Occurrences
from goodwill.doors.lines import Line, lines
from goodwill.ledger.entry import Entry
from goodwill.ledger.mint import ASKED, content, named
from goodwill.ledger.notation import Invalid, parse_line


class NotationFile:
    """A `.goodwill` file: one entry a line."""

    name = "goodwill lines"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether the file is named `.goodwill`."""
        return path.suffix.lower() == ".goodwill"

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read line after line; an entry that does not say where it came from is given file and line."""
        seen = Occurrences()
        for read in lines(path, hints.charset):
            if not isinstance(read, Line):
                yield read
                continue
            entry = parse_line(read.text.removeprefix("\ufeff"))
            if isinstance(entry, Invalid):
                yield Invalid(entry.reason, path.name, read.number, entry.text)
            elif entry is not None:
                yield _placed(entry, named_file(path), read.number, seen)


def _placed(entry: Entry, file: str, number: int, seen: Occurrences) -> Entry:
    """Add the source, but to an export's own lines; mint an id for `-` from what the line says, the same each time."""
    if entry.id == ASKED:
        entry = named(entry, seen.number("file", content(entry)) - 1)
    source = {} if entry.get("src") or entry.get("recorded") else {"src": file, "line": str(number)}
    return Entry(entry.day, entry.kind, entry.id, dict(entry.values) | source, entry.words, entry.time)
