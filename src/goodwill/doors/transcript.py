"""Reads a plain transcript: lines that begin with `Name:`, as people type or programs export them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from goodwill.doors import days
from goodwill.doors.charset import named
from goodwill.doors.door import Hints, Ignored, Item
from goodwill.doors.lines import Line, decoded, lines
from goodwill.doors.meeting import LONGEST_TURN, MOST_SPEAKERS, Dated, Piece, Turn, day_in, speaker_in, spoken

_FEWEST_TURNS = 3
_TIME_FIRST = re.compile(r"[\[(]?(?:(\d{1,2}):)?(\d{1,2}):(\d\d)[\])]?\s{1,4}(?:-\s)?")
_TIME_LAST = re.compile(r"\s?[\[(](?:(\d{1,2}):)?(\d{1,2}):(\d\d)[\])](?=\s?:)")
_DATE = re.compile(r"[*_# ]{0,8}(?:date|datum|fecha|day|when)[*_ ]{0,4}:[*_ ]{0,4}(.{6,40})", re.IGNORECASE)


class Transcript:
    """A text of at least three turns `Name: words`, between at most twelve speakers."""

    name = "transcript"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether the file's beginning holds turns, and at least one speaker speaks twice."""
        if path.suffix.lower() not in (".txt", ".md", ".transcript", ""):
            return False
        text = [line.strip() for line in decoded(head).split("\n") if line.strip()]
        speakers = Counter(name for line in text if (name := _turn(Line(0, line)).speaker))
        turns = speakers.total()
        return turns >= _FEWEST_TURNS and turns >= len(text) / 4 and len(speakers) <= min(MOST_SPEAKERS, turns - 1)

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read turn by turn; a line without a name continues the turn above it."""
        yield from spoken(path, hints, lambda: _pieces(path, hints.charset))


def _pieces(path: Path, charset: str) -> Iterator[Piece]:
    current: Turn | None = None
    for line in lines(path, charset):
        if not isinstance(line, Line):
            yield line
            continue
        if not line.text.strip("\ufeff \t"):
            continue
        turn = _turn(line)
        if turn.speaker or (current and len(current.text) + len(turn.text) > LONGEST_TURN):
            if current:
                yield current
            current = turn if turn.speaker or not current else replace(turn, speaker=current.speaker)
        elif current is None:
            yield _head(line, named(path))
        else:
            current = replace(current, text=f"{current.text} {turn.text}".strip())
    if current:
        yield current


def _head(line: Line, file: str) -> Piece:
    """Read a line above the first turn: it may name the day."""
    text = line.text[:200].strip("\ufeff")
    match = _DATE.match(text)
    day = days.day(match[1]) or day_in(match[1]) if match else day_in(text)
    return Dated(day) if day else Ignored("before the first turn", file, line.number)


def _turn(line: Line) -> Turn:
    """Take a line apart into time, name and words; the name is empty where it continues another."""
    text = line.text.strip("\ufeff \t")
    first = _TIME_FIRST.match(text)
    rest = text[first.end() :] if first else text
    last = None if first else _TIME_LAST.search(rest[:100])
    if last:
        rest = rest[: last.start()] + rest[last.end() :]
    name, words = speaker_in(rest)
    stamp = first or last
    if not name or not words or stamp is None:
        return Turn(line.number, name, words if name else text)
    seconds = int(stamp[1] or 0) * 3600 + int(stamp[2]) * 60 + int(stamp[3])
    return Turn(line.number, name, words, float(seconds))
