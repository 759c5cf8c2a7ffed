"""Calendars (.ics): an appointment is a promise to meet, kept by the talk itself, moved or called off."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from goodwill.doors.byte_lines import byte_lines
from goodwill.doors.charset import named
from goodwill.doors.content_lines import ContentLine, content_lines
from goodwill.doors.door import Hints, Ignored, Item, minted
from goodwill.doors.event import Event, event
from goodwill.doors.series import MOST, rule
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

_MOST_LINES = 2_000
# Versions of one appointment may stand anywhere in a file, so all are held: about 60,000 of usual length.
_MOST_HELD = 50_000_000
_RAPPORT = re.compile(
    r"\b(?:coffee|lunch|breakfast|dinner|supper|drinks?|tea|pint|walk|catch[ -]?up|get[ -]together"
    r"|kaffee|mittagessen|abendessen|déjeuner|café|almuerzo|cena|pranzo|caffè)\b",
    re.IGNORECASE,
)


class Ics:
    """Reads the appointments with others in a calendar; versions of one appointment are read together."""

    name = "calendar"

    def knows(self, path: Path, head: bytes) -> bool:
        """Know a calendar by its first line."""
        return head.lstrip(b"\xef\xbb\xbf\r\n\t ")[:15].upper() == b"BEGIN:VCALENDAR"

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read the appointments, each in the place of its first mention."""
        try:
            with path.open("rb") as file:
                yield from appointments(byte_lines(file), named(path), None, hints.charset)
        except OSError as error:
            yield Invalid(f"cannot be read: {error.strerror}", named(path))


def appointments(lines: Iterable[bytes], file: str, line: int | None = None, charset: str = "") -> Iterator[Item]:
    """Read a calendar's lines; `line` stands for all of them where the calendar came inside a mail."""
    versions: dict[str, list[Event]] = defaultdict(list)
    held = 0
    for read in _events(content_lines(lines, charset), file):
        if isinstance(read, Event) and held < _MOST_HELD:
            versions[read.uid].append(replace(read, line=line or read.line))
            held += read.size
        elif isinstance(read, Event):
            yield Invalid("too many appointments in one file; split it", file, line or read.line)
        else:
            yield replace(read, line=line or read.line)
    for told in versions.values():
        yield from _appointment(told, file)


def _events(lines: Iterator[ContentLine], file: str) -> Iterator[Event | Invalid | Ignored]:
    """Read each appointment by itself, so that a bad one does not cost the others."""
    within: list[str] = []
    inside: list[ContentLine] = []
    method = ""
    for line in lines:
        if line.name == "BEGIN":
            within.append(line.text.strip().upper())
            if within[-1] == "VEVENT":
                inside = [line]
            elif within[-1] == "VTODO":
                yield Ignored("a task, not an appointment", file, line.line)
        elif line.name == "END" and within:
            if within.pop() == "VEVENT" and inside:
                yield _read(inside, method, file)
                inside = []
        elif within[-1:] == ["VEVENT"] and len(inside) < _MOST_LINES:
            inside.append(line)
        elif line.name == "METHOD":
            method = line.text.strip().upper()
    if inside:
        yield Invalid("the appointment is cut off before its END", file, inside[0].line)


def _read(inside: list[ContentLine], method: str, file: str) -> Event | Invalid | Ignored:
    start = inside[0].line
    if method in ("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"):
        return Ignored("an answer to an invitation", file, start)
    read = event(inside, method)
    if isinstance(read, str):
        return Invalid(read, file, start)
    if not read.invited:
        return Ignored("no other person named", file, start)
    if read.status == "TENTATIVE":
        return Ignored("tentative: nothing was promised yet", file, start)
    return read


def _appointment(told: list[Event], file: str) -> Iterator[Item]:
    """Tell the story of one appointment from its versions, and then of the single meetings moved within a series."""
    whole = sorted((e for e in told if e.instance is None), key=lambda e: e.sequence)
    parted = {e.instance: e for e in sorted(told, key=lambda e: e.sequence) if e.instance is not None}
    if not whole:
        for single in parted.values():
            alone = replace(single, uid=f"{single.uid} {single.instance}", rule="", instance=None)
            yield from _story([alone], {}, file)
        return
    yield from _story(whole, {day: e for day, e in parted.items() if day is not None}, file)


def _story(versions: list[Event], parted: dict[date, Event], file: str) -> Iterator[Item]:
    first, last = versions[0], versions[-1]
    ident = minted("promise", "appointment", first.uid)
    due = first.start.day.isoformat()
    promised = {"id": ident, "by": first.organiser or "me", "to": ",".join(first.invited), "due": due}
    yield _entry(first.made, "promise", promised, first, file)
    yield from _moves(versions, ident, file)
    if last.cancelled or not last.coming:
        released = _entry(last.changed, "released", {"of": ident}, last, file)
        yield replace(released, words=f"{last.summary}\n{last.description}".strip())
        return
    days, unread = _days(last)
    if unread:
        yield Ignored(f"only the first of a series is read: {unread} in its rule is not known", file, last.line)
    yield from _meetings(last, [day for day in days if day not in parted], ident, file)
    for single in parted.values():
        if not single.cancelled and single.coming:
            yield from _meetings(single, [single.start.day], ident, file)


def _moves(versions: list[Event], ident: str, file: str) -> Iterator[Entry]:
    for before, after in pairwise(versions):
        if after.start.day != before.start.day and not after.cancelled:
            asked = "before" if after.changed <= before.start.day else "after"
            values = {"of": ident, "due": after.start.day.isoformat(), "asked": asked}
            yield _entry(after.changed, "renegotiated", values, after, file)


def _days(last: Event) -> tuple[list[date], str]:
    """Give the days of all meetings, and the part of the rule that is not known, if there is one."""
    read = rule(last.rule) if last.rule else None
    if isinstance(read, str):
        return [last.start.day], read
    days = {last.start.day, *(read.days(last.start.day) if read else ()), *last.added} - last.left_out
    return sorted(days)[:MOST], ""


def _meetings(meeting: Event, days: list[date], promise: str, file: str) -> Iterator[Entry]:
    for day in days:
        values = {
            "with": ",".join(meeting.coming),
            "channel": "meeting",
            "minutes": str(meeting.minutes or ""),
            "purpose": "rapport" if _RAPPORT.search(meeting.summary) else "business",
            "of": promise,
        }
        values["id"] = minted("talk", promise, day.isoformat())
        talk = _entry(day, "talk", {k: v for k, v in values.items() if v}, meeting, file)
        yield replace(talk, time=meeting.start.time)


def _entry(day: date, kind: str, values: dict[str, str], told: Event, file: str) -> Entry:
    """Write one entry; its id comes of its kind and of all it says, save for the promise itself, which all cite."""
    ident = values.pop("id", "") or minted(kind, *values.values(), day.isoformat())
    return Entry(day, kind, ident, values | {"src": file, "line": str(told.line)}, told.summary)
