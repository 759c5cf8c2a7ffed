"""What was said, one utterance after another: JSON lines, any conversation a door knows, or a plain text."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from goodwill.doors.door import Hints
from goodwill.doors.lines import Line, decoded, lines, sound
from goodwill.doors.open import openings
from goodwill.doors.recognise import NO_DOOR
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid


@dataclass(frozen=True, slots=True)
class Utterance:
    """One utterance: its id in the file, its thread, who said it, and the words."""

    id: str | int
    thread: str
    by: str
    text: str


_ANY_DAY = date(1970, 1, 1)
_PLAIN = ("", ".txt", ".md")
_LONGEST = 1_000_000


def utterances(file: Path) -> Iterator[Utterance | Invalid]:
    """Read the utterances of a file in order, and what could not be read with its reason; on which day is no matter."""
    if file.suffix.lower() in (".jsonl", ".ndjson"):
        yield from _of_lines(file)
        return
    for opened in openings([file]):
        if isinstance(opened, tuple):
            for item in opened[0].read(opened[1], Hints(day=_ANY_DAY)):
                if isinstance(item, Entry) and item.kind == "message":
                    yield Utterance(item.get("ref") or item.id, item.get("thread"), item.get("by"), item.words)
                elif isinstance(item, Invalid):
                    yield item
        elif opened.reason.startswith(NO_DOOR) and file.suffix.lower() in _PLAIN:
            yield _of_text(file)
        else:
            yield Invalid(opened.reason, opened.file, opened.line)


def _of_text(file: Path) -> Utterance:
    """Read a text that is no conversation, such as a draft, as one utterance of nobody named."""
    with file.open("rb") as opened:
        text = decoded(opened.read(_LONGEST * 4))
    return Utterance(file.name, "", "", sound(text.replace("\r\n", "\n").strip()[:_LONGEST]))


def _of_lines(file: Path) -> Iterator[Utterance | Invalid]:
    """Read one object a line; one without words counts too, so that answers can be laid beside the lines."""
    for line in lines(file):
        if isinstance(line, Invalid):
            yield line
        elif isinstance(line, Line) and (text := line.text.strip("\ufeff \t")):
            yield _of(text, file.name, line.number)


def _of(text: str, file: str, number: int) -> Utterance | Invalid:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return Invalid("not JSON", file, number)
    if not isinstance(read, dict) or not isinstance(read.get("text"), str):
        return Invalid("expected an object with a text", file, number)
    thread, by = ("" if read.get(key) is None else sound(str(read[key])) for key in ("thread", "by"))
    name = read.get("id")
    name = name if isinstance(name, int) else sound(str(name or number))
    return Utterance(name, thread, by, sound(read["text"]))
