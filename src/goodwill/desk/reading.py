"""The readers alone: what they see in a file of messages, with chances and spans."""

from collections.abc import Iterator
from itertools import tee
from pathlib import Path
from typing import Any

from goodwill.doors.door import Hints
from goodwill.doors.open import openings
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid
from goodwill.moves.cues import CueReader
from goodwill.moves.model import ModelReader, Turn
from goodwill.moves.reader import Reading


class Unreadable(OSError):  # noqa: N818 - said to the user as it is
    """A file in which there are no messages to read; the message says why."""


def read_moves(file: Path, day: object = None) -> Iterator[dict[str, Any]]:
    """Read the moves of each message of a file that a door knows, in order.

    The trained reader answers for the moves it was trained on, the cue reader for all others.
    """
    cues, model = CueReader(), ModelReader()
    plain, turned = tee(_messages(file, day))
    trained = frozenset(model.labels)
    for message, (chances, readings) in zip(plain, model.read_turns(_turns(turned)), strict=True):
        told = dict(zip(model.labels, (round(p, 4) for p in chances.tolist()), strict=True))
        seen = readings + [one for one in cues.read(message.words) if one.move not in trained]
        yield _row(message, told, seen)


def _messages(file: Path, day: object) -> Iterator[Entry]:
    """Give the messages of a file one by one; a file without any is said to be unreadable."""
    found, rejected = 0, ""
    hints = Hints(day=day)  # type: ignore[arg-type]
    for opened in openings([file]):
        if not isinstance(opened, tuple):
            raise Unreadable(str(opened))
        for item in opened[0].read(opened[1], hints):
            if isinstance(item, Entry) and item.kind == "message":
                found += 1
                yield item
            elif isinstance(item, Invalid):
                rejected = rejected or str(item)
    if not found:
        raise Unreadable(rejected or f"{file.name}: no messages in it")


def _turns(messages: Iterator[Entry]) -> Iterator[Turn]:
    """Give each message with its context: what was said before it in its own thread, and its place there."""
    last: dict[str, tuple[str, str, int]] = {}
    for message in messages:
        thread = message.get("thread")
        before, by, at = last.get(thread, ("", "", 0))
        yield Turn(message.words, before, at, at > 0 and by == message.get("by"))
        last[thread] = (message.words, message.get("by"), at + 1)


def _row(message: Entry, chances: dict[str, float], seen: list[Reading]) -> dict[str, Any]:
    spans: dict[str, list[list[int]]] = {}
    for one in seen:
        chances[one.move] = max(round(one.p, 4), chances.get(one.move, 0.0))
        spans.setdefault(one.move, []).append([one.start, one.end])
    return {
        "id": message.get("ref") or message.id,
        "by": message.get("by"),
        "text": message.words,
        "moves": chances,
        "seen": sorted(spans),
        "spans": spans,
    }
