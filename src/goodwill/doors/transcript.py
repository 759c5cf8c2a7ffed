"""Reads a plain transcript: `Name: words`, or a name and a time above the words, as people type or programs export."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from goodwill.doors.charset import named
from goodwill.doors.door import Hints, Ignored, Item
from goodwill.doors.lines import Line, decoded, lines
from goodwill.doors.meeting import LONGEST_TURN, MOST_SPEAKERS, Dated, Piece, Turn, spoken
from goodwill.doors.turn_line import day_told, remark, sound, turn_in

_FEWEST_TURNS = 3
_MOSTLY = 0.8
_PARTICLES = {"van", "von", "de", "der", "den", "di", "da", "del", "la", "le", "du", "bin", "al", "el", "ter", "of"}


class Names(NamedTuple):
    """How often each name begins a line, and whether turns of this file carry a time."""

    counts: Counter[str]
    timed: bool

    def speaks(self, turn: Turn) -> bool:
        """Say whether a line begins a turn; where turns carry a time, only with one. `One more point:` once is none."""
        if not turn.speaker or (self.timed and turn.start is None):
            return False
        return self.counts[turn.speaker] > 1 or _capital(turn.speaker)


class Transcript:
    """At least three turns, `Name: words` or words below a name and a time, between at most twelve speakers."""

    name = "transcript"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether the file's beginning holds turns, and at least one speaker speaks twice."""
        if path.suffix.lower() not in (".txt", ".md", ".transcript", ""):
            return False
        text = [line.strip() for line in decoded(head).split("\n") if line.strip()]
        turns = [turn_in(Line(0, line)) for line in text]
        names = _names(turns)
        counts = Counter(turn.speaker for turn in turns if names.speaks(turn))
        there = counts.total()
        return there >= _FEWEST_TURNS and there >= len(text) / 4 and len(counts) <= min(MOST_SPEAKERS, there - 1)

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read turn by turn; a line without a name continues the turn above it."""
        found = lines(path, hints.charset)
        names = _names(turn_in(line) for line in found if isinstance(line, Line))
        yield from spoken(path, hints, lambda: _pieces(path, hints.charset, names))


def _names(turns: Iterable[Turn]) -> Names:
    """Count the names at the start of lines, and see whether most of those lines carry a time."""
    counts: Counter[str] = Counter()
    stamped = 0
    for turn in turns:
        if turn.speaker and (turn.speaker in counts or len(counts) < 1000):
            counts[turn.speaker] += 1
            stamped += turn.start is not None
    return Names(counts, stamped >= _FEWEST_TURNS and stamped >= _MOSTLY * counts.total())


def _capital(name: str) -> bool:
    return all(not word[0].islower() or word in _PARTICLES for word in name.split())


def _pieces(path: Path, charset: str, names: Names) -> Iterator[Piece]:
    current: Turn | None = None
    for line in lines(path, charset):
        if not isinstance(line, Line):
            yield line
            continue
        text = line.text.strip("\ufeff \t")
        if not text:
            continue
        turn = turn_in(line)
        if names.speaks(turn):
            yield from _said(current, path)
            current = turn
        elif remark(text):
            yield Ignored("a program's own remark", path.name, line.number)
        elif current is None:
            yield _head(line, named(path))
        elif len(current.text) + len(text) > LONGEST_TURN:
            yield current
            current = replace(current, line=line.number, text=text)
        else:
            current = replace(current, text=f"{current.text} {text}".strip())
    yield from _said(current, path)


def _said(turn: Turn | None, path: Path) -> Iterator[Piece]:
    """Give a turn that has words; a sound is not one."""
    if turn and (not turn.text or sound(turn.text)):
        yield Ignored("no words, or a sound", path.name, turn.line)
    elif turn:
        yield turn


def _head(line: Line, file: str) -> Piece:
    """Read a line above the first turn: it may name the day."""
    day = day_told(line.text[:200].strip("\ufeff"))
    return Dated(day) if day else Ignored("before the first turn", file, line.number)
