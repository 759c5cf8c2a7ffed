"""Transcripts laid on the desk, without the book: read by their doors, read once by the reader, looked back on."""

from collections.abc import Sequence
from pathlib import Path

from goodwill.brief.anonymous import anonymous
from goodwill.brief.class_report import Talk
from goodwill.brief.debriefing import Debrief, debrief
from goodwill.case.thread import messages
from goodwill.desk.bring import with_readings
from goodwill.doors.door import Hints
from goodwill.doors.open import openings
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

MAIL, CALL = "mail", "call"
Talks = dict[tuple[str, str], list[Entry]]


def debrief_file(path: Path, hints: Hints) -> tuple[Debrief, tuple[str, ...]]:
    """Debrief any conversation a door knows; gives the debrief and why lines were left out, if any were."""
    found, problems = _conversations([path], hints)
    return _told([entry for said in found.values() for entry in said]), problems


def debrief_files(
    paths: Sequence[Path], hints: Hints, *, names: bool = True
) -> tuple[tuple[Talk, ...], tuple[str, ...]]:
    """Debrief each conversation in files and folders: a file is one, and all mail together is one thread.

    Without names the speakers are letters, and the talks numbers.
    """
    found, problems = _conversations(paths, hints)
    talks = [
        Talk(title if names else f"talk {n}", _told(said, names=names))
        for n, ((title, _), said) in enumerate(found.items(), 1)
    ]
    return tuple(talks), problems


def _conversations(paths: Sequence[Path], hints: Hints) -> tuple[Talks, tuple[str, ...]]:
    """Read the messages of each conversation, by its title and file, and why lines were left out."""
    found: Talks = {}
    problems: list[str] = []
    for opened in openings(paths):
        if not isinstance(opened, tuple):
            problems.append(str(opened))
            continue
        for item in opened[0].read(opened[1], hints):
            if isinstance(item, Entry) and item.kind == "message":
                found.setdefault(_conversation(item, opened[1], paths), []).append(item)
            elif not isinstance(item, Entry):
                problems.append(str(item))
    return found, tuple(problems)


def _conversation(message: Entry, path: Path, paths: Sequence[Path]) -> tuple[str, str]:
    """Tell to which conversation a message belongs: its title, from file and folder, and the file."""
    if message.get("channel") == MAIL:
        return MAIL, ""
    file = message.get("src") if message.get("channel") == CALL else path.name
    if file not in ("", path.name):
        return Path(file).with_suffix("").as_posix(), str(path)
    root = next((root for root in paths if root != path and path.is_relative_to(root)), path.parent)
    return path.relative_to(root).with_suffix("").as_posix(), str(path)


def _told(said: Sequence[Entry], *, names: bool = True) -> Debrief:
    book = Book.of(with_readings(iter(said)))
    turns = tuple(messages(book))
    return debrief(turns if names else anonymous(turns), {e.id: _place(e) for e in book.kinds("message")})


def _place(message: Entry) -> str:
    """Say where in a conversation a message stands: a moment of the call, a line of the transcript, or a day."""
    at = message.get("at") or (f"{message.day} {message.time}" if message.time else "")
    line = message.get("line") if message.get("channel") == CALL else ""
    return at or (f"line {line}" if line else str(message.day))
