"""Reads how it felt to the other side: an answer still under its seal, or one that was opened."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from goodwill.doors.charset import named
from goodwill.doors.door import Hints, Item, minted
from goodwill.doors.lines import Line, decoded, lines
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

_OPENING = re.compile(r"An? (sealed|opened) pulse of (.{1,200}?) for (.{1,200})")
_ANSWERED = re.compile(r"Answered on (\d{4}-\d\d-\d\d)\.")
_SEAL = re.compile(r"Seal: ([0-9a-f]{64})")
_POINTS = re.compile(r"(Outcome|Self|Process|Relationship): ([1-7]) of 7")
_WORDS = re.compile(r"Words: (.{0,10000})")
_SALT = re.compile(r"Salt: ([0-9a-f]{16,64})")
_MOST_LINES, _LONGEST = 40, 20_000


class PulseText:
    """A text that begins `A sealed pulse of ...` or `An opened pulse of ...`, as `goodwill pulse` writes it."""

    name = "pulse"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether the first line is that of a pulse."""
        first = decoded(head).lstrip("\ufeff \r\n").split("\n", 1)[0]
        return path.suffix.lower() in ("", ".txt", ".md", ".pulse") and bool(_OPENING.fullmatch(first.strip()))

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Give one entry: a `seal`, or the `pulse` that was under one."""
        read: list[str] = []
        for line in lines(path, hints.charset):
            if not isinstance(line, Line):
                yield line
            elif len(read) == _MOST_LINES or len(line.text) > _LONGEST:
                yield Invalid("longer than a pulse can be", named(path), line.number)
                return
            elif text := line.text.strip("\ufeff \t"):
                read.append(text)
        if read:
            yield _pulse(read, named(path))


def _pulse(read: list[str], file: str) -> Entry | Invalid:
    opening, day = _OPENING.fullmatch(read[0]), _day(_first(_ANSWERED, read))
    if opening is None or day is None:
        return Invalid("a pulse without the day it was answered on", file, 1)
    values = {"by": opening[2].strip(), "to": opening[3].strip()}
    if opening[1] == "sealed":
        return _entry("seal", day, values | {"digest": _first(_SEAL, read)}, "", file)
    points = {found[1].lower(): found[2] for text in read if (found := _POINTS.fullmatch(text))}
    return _entry("pulse", day, values | points | {"salt": _first(_SALT, read)}, _first(_WORDS, read).strip(), file)


def _entry(kind: str, day: date, values: dict[str, str], words: str, file: str) -> Entry | Invalid:
    if not all(values.values()):
        lacks = next(key for key, value in values.items() if not value).replace("digest", "seal")
        return Invalid(f"a pulse without its {lacks}", file, 1)
    name = minted(kind, str(day), *values.values(), words)
    return Entry(day, kind, name, values | {"src": file, "line": "1"}, words)


def _first(form: re.Pattern[str], read: list[str]) -> str:
    return next((found[1] for text in read if (found := form.fullmatch(text) or form.match(text))), "")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
