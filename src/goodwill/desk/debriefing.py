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
    times = {e.id: e.get("at") or (f"{e.day} {e.time}" if e.time else str(e.day)) for e in book.kinds("message")}
    return debrief(tuple(messages(book)), times), tuple(problems)
