"""Reads messages as JSON lines: who wrote what, in which thread, and when."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from goodwill.doors.charset import named
from goodwill.doors.door import UNDATED, Hints, Item, mention, minted
from goodwill.doors.duplicates import Occurrences
from goodwill.doors.lines import Line, decoded, lines, sound
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid


class MessagesJsonl:
    """One JSON object a line: `{"id", "thread", "by", "to", "text", "at"}`; id, thread, to and at may be missing."""

    name = "messages, JSON lines"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether the first line is a JSON object that has a text, or would be one if it were not cut off."""
        first = decoded(head).lstrip("\ufeff \r\n\t").partition("\n")[0]
        return first.startswith("{") and '"text"' in first and '"by"' in first

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read line after line; a message without a moment is put on the day told, else on no day at all (1970)."""
        seen = Occurrences()
        for line in lines(path, hints.charset):
            if not isinstance(line, Line):
                yield line
            elif line.text.strip("\ufeff \t"):
                yield _message(line, path, hints, seen)


def _message(line: Line, path: Path, hints: Hints, seen: Occurrences) -> Item:
    try:
        read = json.loads(line.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return Invalid("not JSON", path.name, line.number, line.text[:2000])
    if not isinstance(read, dict) or not (by := mention(_text(read, "by")[:200])) or not _text(read, "text").strip():
        return Invalid("expected an object with by and text", path.name, line.number, line.text[:2000])
    moment = _moment(read.get("at"), hints.day or UNDATED)
    if moment is None:
        return Invalid(f"at is no moment: {str(read.get('at'))[:40]}", path.name, line.number, line.text[:2000])
    return _entry(read, by, moment, {"src": named(path), "line": str(line.number)}, seen)


def _entry(
    read: dict[str, object], by: str, moment: tuple[date, str], where: dict[str, str], seen: Occurrences
) -> Entry:
    day, time = moment
    text, thread, ref = (_text(read, key) for key in ("text", "thread", "id"))
    same = (thread, ref) if ref else (thread, day.isoformat(), time, by.casefold(), text)
    count = seen.number(f"{day}T{time}", *same)
    keys = {"by": by, "to": mention(_text(read, "to")[:200]), "channel": _text(read, "channel")[:60]}
    keys |= {"thread": thread[:200], "ref": ref[:200], **where}
    name = minted("message", "jsonl", *same, str(count))
    return Entry(day, "message", name, {key: value for key, value in keys.items() if value}, text, time)


def _text(read: dict[str, object], key: str) -> str:
    """Give a value as text; numbers are written out, anything else counts as missing."""
    value = read.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return sound(str(value)) if isinstance(value, str) else repr(value)


def _moment(at: object, untold: date) -> tuple[date, str] | None:
    """Read when: an ISO day with or without time, or seconds since 1970; nothing said gives the day told."""
    if at is None or at == "":
        return untold, ""
    try:
        if isinstance(at, int | float) and not isinstance(at, bool):
            moment = datetime.fromtimestamp(at, UTC)
        else:
            moment = datetime.fromisoformat(str(at)[:40])
    except (ValueError, OverflowError, OSError):
        return None
    return moment.date(), "" if isinstance(at, str) and len(at) <= 10 else f"{moment:%H:%M}"
