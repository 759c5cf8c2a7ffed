"""What was said in a call or meeting, turn by turn: on which day it was, and who spoke to whom."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from goodwill.doors import days
from goodwill.doors.charset import named
from goodwill.doors.door import Hints, Ignored, Item, mention, minted
from goodwill.doors.duplicates import Occurrences
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

MOST_SPEAKERS = 12
NO_DAY = "no day told; put it into the file's name, as 2026-03-10 call.vtt, or: goodwill bring FILE --date DAY"
LONGEST_TURN = 20_000
_PAUSE = 2.0
_DAY_IN_NAME = re.compile(r"(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2([0-2]\d|3[01])(?!\d)")
_MARK = re.compile(r"\s*\((?:external|guest|unverified|extern|gast|invité)\)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:unknown )?(?:speaker|sprecher|locuteur|participant|caller)(?:[ _]?\d{1,3}| [a-z])?", re.IGNORECASE
)
_TITLES = {"phd", "md", "jr", "sr", "mba", "esq", "cpa", "llm"}
_NOT_NAMES = {
    "agenda", "attendees", "date", "day", "duration", "location", "meeting", "note", "notes", "participants", "place",
    "present", "subject", "time", "title", "to", "from", "cc", "topic", "where", "when", "http", "https", "ps",
    "remember", "question", "answer", "example", "update", "summary", "reminder", "result", "decision", "conclusion",
    "important", "action", "actions", "action items", "next steps", "todo", "warning", "fyi", "btw", "first", "second",
    "finally", "keywords", "speakers", "transcript", "recording", "total", "price", "budget", "goal", "problem",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of speech: where it starts in the file, who spoke, the words, and from which second to which."""

    line: int
    speaker: str
    text: str
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that the file itself names, in a note or a head line."""

    day: date


Piece = Turn | Dated | Invalid | Ignored


def day_in(text: str) -> date | None:
    """Find a day in a file's name or a note.

    >>> day_in("GMT20260301-100512_Recording.transcript"), day_in("2026-03-01 review"), day_in("call 12")
    (datetime.date(2026, 3, 1), datetime.date(2026, 3, 1), None)
    """
    match = _DAY_IN_NAME.search(text[:300])
    return days.day(f"{match[1]}-{match[3]}-{match[4]}") if match else None


def speaker_in(text: str) -> tuple[str, str]:
    """Part `Name: words`; the name is empty where a line does not begin with one.

    >>> speaker_in("Lena Brandt: I can hear you"), speaker_in("and then: nothing"), speaker_in("see https://a.b")
    (('Lena Brandt', 'I can hear you'), ('', 'and then: nothing'), ('', 'see https://a.b'))
    """
    head, colon, words = text[:80].partition(":")
    name = head.strip(" *_->\t")
    if not colon or not 1 <= len(name.split()) <= 6 or (words and not words.startswith((" ", "*", "_", "\t"))):
        return "", text
    fits = name[0].isalpha() and not name[0].islower() and not any(c in ',;?!"|/\\=' for c in name)
    if not fits or name.casefold() in _NOT_NAMES:
        return "", text
    return name, text[len(head) + 1 :].strip(" *_\t")


def in_order(name: str) -> str:
    """Write a name of a call as people say it: `Last, First (External)` turned round, the mark left out.

    >>> in_order("Whitlock, Dana (External)"), in_order("Ann Lee, PhD"), in_order("Dana Whitlock (Harrow Foods)")
    ('Dana Whitlock', 'Ann Lee', 'Dana Whitlock (Harrow Foods)')
    """
    plain = _MARK.sub("", name).strip()
    last, comma, first = (part.strip() for part in plain.partition(","))
    if not comma or "," in first or not last or not first:
        return plain
    return last if first.strip(".").casefold() in _TITLES else f"{first} {last}"


def of_this_call(name: str, call: str) -> str:
    """Name a speaker; one whom a program only numbered is somebody in this call alone.

    >>> of_this_call("Speaker 1", "call 3"), of_this_call("Dana", "call 3")
    ('Speaker 1 (call 3)', 'Dana')
    """
    plain = mention(name)
    return mention(f"{plain} ({call[:60]})") if _NUMBERED.fullmatch(plain) else plain


def spoken(path: Path, hints: Hints, pieces: Callable[[], Iterator[Piece]]) -> Iterator[Item]:
    """Turn the turns of one meeting into messages; the file is looked over once for its day and its speakers."""
    day, speakers = _survey(pieces(), path.stem)
    day = day or day_in(path.stem) or hints.day
    if day is None:
        yield Invalid(NO_DAY, path.name)
        return
    if len(speakers) > MOST_SPEAKERS:
        yield Invalid(f"more than {MOST_SPEAKERS} speakers; not a transcript", path.name)
        return
    thread = minted("thread", "call", day.isoformat(), path.stem.casefold())
    seen = Occurrences()
    for piece in pieces():
        if isinstance(piece, Turn):
            yield _entry(piece, day, speakers, seen, {"thread": thread, "src": named(path)})
        elif not isinstance(piece, Dated):
            yield piece


def joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join turns that one speaker continues within two seconds."""
    current: Turn | None = None
    for piece in pieces:
        if isinstance(piece, Turn) and current and _continues(current, piece):
            current = replace(current, text=f"{current.text} {piece.text}", end=piece.end)
            continue
        if current:
            yield current
        current = piece if isinstance(piece, Turn) else None
        if not isinstance(piece, Turn):
            yield piece
    if current:
        yield current


def _continues(turn: Turn, after: Turn) -> bool:
    if turn.end is None or after.start is None or turn.speaker != after.speaker:
        return False
    return after.start - turn.end < _PAUSE and len(turn.text) + len(after.text) < LONGEST_TURN


def _survey(pieces: Iterator[Piece], call: str) -> tuple[date | None, tuple[str, ...]]:
    """Find the day the file names and everyone who speaks, up to one more than may."""
    day: date | None = None
    speakers: dict[str, None] = {}
    for piece in pieces:
        if isinstance(piece, Dated):
            day = day or piece.day
        elif isinstance(piece, Turn) and len(speakers) <= MOST_SPEAKERS:
            speakers[of_this_call(piece.speaker, call)] = None
    return day, tuple(speakers)


def _entry(turn: Turn, day: date, speakers: tuple[str, ...], seen: Occurrences, where: dict[str, str]) -> Item:
    by = of_this_call(turn.speaker, Path(where["src"]).stem)
    if not by:
        return Invalid("no speaker named", where["src"], turn.line, turn.text[:2000])
    to = next((s for s in speakers if s != by), "") if len(speakers) == 2 else ""
    at = "" if turn.start is None else _clock(turn.start)
    count = seen.number(at or "all", by, turn.text)
    name = minted("message", "call", day.isoformat(), at, by.casefold(), turn.text, str(count))
    keys = {"by": by, "to": to, "channel": "call", **where, "line": str(turn.line), "at": at}
    return Entry(day, "message", name, {key: value for key, value in keys.items() if value}, turn.text)


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
