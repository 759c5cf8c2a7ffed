"""Takes one line of a transcript apart: a turn, the name and time above a turn, a day, or a program's own remark."""

import re
from datetime import date

from goodwill.doors import days
from goodwill.doors.lines import Line
from goodwill.doors.meeting import Turn, day_in, in_order, speaker_in

_CLOCK = r"(?:(\d{1,2}):)?(\d{1,2}):(\d\d)"
_TIME_FIRST = re.compile(rf"[\[(]?{_CLOCK}[\])]?\s{{1,4}}(?:-\s)?")
_TIME_LAST = re.compile(rf"\s?[\[(]{_CLOCK}[\])](?=\s?:)")
_NAME_AND_TIME = re.compile(rf"([^\d:\s\[][^:]{{0,60}}?)(?:\s{{2,8}}|\t)[\[(]?{_CLOCK}[\])]?")
_NAME_IN_BRACKETS = re.compile(rf"\[([^\[\]:]{{1,60}})\]\s{{1,8}}{_CLOCK}")
_FROM_TO = re.compile(r"From\s+([^:]{1,60}?)(?:\s+to\s+[^:]{1,80})?\s*(?=:)")
_DATE = re.compile(r"[*_# ]{0,8}(?:date|datum|fecha|day|when)[*_ ]{0,4}:[*_ ]{0,4}(.{6,40})", re.IGNORECASE)
_SAID = re.compile(
    r"(?:^[#* ]{0,6}(?:[^\W\d_]{2,10}\.?,? )?|[,(|·–—-] ?|\bon )"
    r"(\d{1,2}(?:st|nd|rd|th)?\.? [^\W\d_]{3,9}\.?,? \d{4}|[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b"
)
_REMARK = re.compile(
    rf"[\[(]?{_CLOCK}[\])]?|transcribed by https?://\S{{1,80}}|.{{1,80}} (?:started|stopped) transcription"
    r"|meeting ended after .{1,40}|(?:recording|transcription) (?:started|stopped|ended)\b.{0,40}"
    r"|this editable transcript was computer generated.{0,300}",
    re.IGNORECASE,
)
_SOUND = re.compile(r"(?:[\[(][^\[\]()]{1,60}[\])]|[♪♫][^♪♫]{0,200}[♪♫]?)(?: *[\[(][^\[\]()]{1,60}[\])])*")


def turn_in(line: Line) -> Turn:
    """Take a line apart into time, name and words; the name is empty where it continues another.

    >>> turn_in(Line(1, "Dana Whitlock  1:00:25"))
    Turn(line=1, speaker='Dana Whitlock', text='', start=3625.0, end=None)
    """
    text = line.text.strip("\ufeff \t")
    short = text[:120].strip("*_ ")
    if alone := _NAME_AND_TIME.fullmatch(short) or _NAME_IN_BRACKETS.fullmatch(short):
        name, _ = speaker_in(in_order(alone[1]) + ":")
        return Turn(line.number, name, "" if name else text, _seconds(*alone.groups()[1:]) if name else None)
    first = _TIME_FIRST.match(text)
    rest = text[first.end() :] if first else text
    if first and (sender := _FROM_TO.match(rest)):
        rest = sender[1] + rest[sender.end() :]
    last = None if first else _TIME_LAST.search(rest[:100])
    if last:
        rest = rest[: last.start()] + rest[last.end() :]
    name, words = speaker_in(rest)
    stamp = first or last
    if not name:
        return Turn(line.number, "", text)
    return Turn(line.number, name, words, _seconds(*stamp.groups()) if stamp else None)


def remark(text: str) -> bool:
    """Say whether a line is a program's own: a bare time, the end of the recording, who transcribed it.

    >>> remark("00:05:00"), remark("Meeting ended after 00:41:12"), remark("I stopped transcription work")
    (True, True, False)
    """
    return _REMARK.fullmatch(text[:400].strip("*_ \t")) is not None


def sound(text: str) -> bool:
    """Say whether words are none, but a sound that was heard: `[crosstalk]`, `(laughs)`."""
    return _SOUND.fullmatch(text[:400].strip()) is not None


def day_told(text: str) -> date | None:
    """Find the day a head line tells: after `Date:`, in numbers, or in words at its start or its end.

    >>> day_told("Call with Dana, 10 March 2026"), day_told("the offer of 3 May 2025")
    (datetime.date(2026, 3, 10), None)
    """
    if match := _DATE.match(text):
        return days.day(match[1]) or day_in(match[1])
    said = _SAID.search(text[:120])
    return day_in(text) or (days.day(said[1]) if said else None)


def _seconds(hours: str | None, minutes: str, seconds: str) -> float:
    return int(hours or 0) * 3600.0 + int(minutes) * 60 + int(seconds)
