"""The reader alone: what it sees in a file of messages, with chances and spans."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from goodwill.doors.door import Hints
from goodwill.doors.open import openings
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid
from goodwill.moves.cues import CueReader


class Unreadable(OSError):  # noqa: N818 - said to the user as it is
    """A file in which there are no messages to read; the message says why."""


def read_moves(file: Path, day: object = None) -> Iterator[dict[str, Any]]:
    """Read the moves of each message of a file that a door knows, in order."""
    seen, rejected = 0, ""
    reader = CueReader()
    hints = Hints(day=day)  # type: ignore[arg-type]
    for opened in openings([file]):
        if not isinstance(opened, tuple):
            raise Unreadable(str(opened))
        for item in opened[0].read(opened[1], hints):
            if isinstance(item, Entry) and item.kind == "message":
                seen += 1
                yield _row(item, reader)
            elif isinstance(item, Invalid):
                rejected = rejected or str(item)
    if not seen:
        raise Unreadable(rejected or f"{file.name}: no messages in it")


def _row(message: Entry, reader: CueReader) -> dict[str, Any]:
    chances: dict[str, float] = {}
    spans: dict[str, list[list[int]]] = {}
    for seen in reader.read(message.words):
        chances[seen.move] = max(seen.p, chances.get(seen.move, 0.0))
        spans.setdefault(seen.move, []).append([seen.start, seen.end])
    return {
        "id": message.get("ref") or message.id,
        "by": message.get("by"),
        "text": message.words,
        "moves": chances,
        "seen": sorted(chances),
        "spans": spans,
    }
