"""A transcript laid on the desk, without the book: read by its door, read once by the reader, looked back on."""

from pathlib import Path

from goodwill.brief.debriefing import Debrief, debrief
from goodwill.case.thread import messages
from goodwill.desk.bring import with_readings
from goodwill.doors.door import Hints
from goodwill.doors.open import openings
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry


def debrief_file(path: Path, hints: Hints) -> tuple[Debrief, tuple[str, ...]]:
    """Debrief any conversation a door knows; gives the debrief and why lines were left out, if any were."""
    entries: list[Entry] = []
    problems: list[str] = []
    for opened in openings([path]):
        if not isinstance(opened, tuple):
            problems.append(str(opened))
            continue
        for item in opened[0].read(opened[1], hints):
            if isinstance(item, Entry) and item.kind == "message":
                entries.append(item)
            elif not isinstance(item, Entry):
                problems.append(str(item))
    book = Book.of(with_readings(iter(entries)))
    return debrief(tuple(messages(book)), {e.id: _place(e) for e in book.kinds("message")}), tuple(problems)


def _place(message: Entry) -> str:
    """Say where in a conversation a message stands: a moment of the call, a line of the transcript, or a day."""
    at = message.get("at") or (f"{message.day} {message.time}" if message.time else "")
    line = message.get("line") if message.get("channel") == "call" else ""
    return at or (f"line {line}" if line else str(message.day))
