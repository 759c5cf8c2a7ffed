"""One appointment as a calendar file states it: who meets whom, when, and whether it stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from goodwill.doors.content_lines import ContentLine
from goodwill.doors.door import mention
from goodwill.doors.people import spoken

MOST_PEOPLE = 50
_MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(?:\d\d)?(Z?))?")
_LENGTH = re.compile(r"\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d{1,7}S)?)?")
_ADDRESS = re.compile(r"(?:mailto:)?([^\s<>\",;:|]{1,120}@[^\s<>\",;:|]{1,180})", re.IGNORECASE)
_LONGEST_MEETING = 24 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with a time of that day unless it is the whole day, in the zone in which it was written."""

    day: date
    time: str = ""
    zone: str = ""

    def minutes_until(self, end: "Moment") -> int:
        """Give the minutes to a later moment of the same zone; 0 where that cannot be said."""
        if not self.time or not end.time or self.zone != end.zone:
            return 0
        begun, done = (datetime.fromisoformat(f"{m.day.isoformat()}T{m.time}") for m in (self, end))
        return _sensible(int((done - begun).total_seconds()) // 60)


@dataclass(frozen=True, slots=True)
class Event:
    """One version of an appointment. `instance` is the day of the one meeting of a series that it speaks of."""

    uid: str
    line: int
    start: Moment
    made: date
    changed: date
    organiser: str = ""
    invited: tuple[str, ...] = ()
    declined: frozenset[str] = frozenset()
    summary: str = ""
    description: str = ""
    status: str = ""
    sequence: int = 0
    minutes: int = 0
    rule: str = ""
    left_out: frozenset[date] = frozenset()
    added: tuple[date, ...] = ()
    instance: date | None = None

    @property
    def cancelled(self) -> bool:
        """Say whether it was called off."""
        return self.status == "CANCELLED"

    @property
    def size(self) -> int:
        """Say roughly how many bytes it takes to hold."""
        texts = (self.uid, self.summary, self.description, self.rule, *self.invited)
        return 600 + sum(map(len, texts)) + 40 * (len(self.left_out) + len(self.added))

    @property
    def coming(self) -> tuple[str, ...]:
        """Name everyone who meets: the organiser and those invited who did not decline."""
        others = tuple(who for who in self.invited if who not in self.declined)
        return (self.organiser, *others) if self.organiser and others else others


def event(lines: Iterable[ContentLine], method: str = "") -> Event | str:
    """Read the lines of one appointment, or say what it lacks."""
    told: dict[str, list[ContentLine]] = {}
    for line in lines:
        told.setdefault(line.name, []).append(line)
    start = _moment(told, "DTSTART")
    if start is None:
        return "no usable start"
    stamps = [m.day for name in ("CREATED", "DTSTAMP") if (m := _moment(told, name)) and m.day.year > 1970]
    made = min(stamps[0] if stamps else start.day, start.day)
    later = [m.day for name in ("LAST-MODIFIED", "DTSTAMP") if (m := _moment(told, name)) and m.day.year > 1970]
    organiser = next((_person(line) for line in told.get("ORGANIZER", [])), "")
    guests = [(_person(line), line.parameters.get("PARTSTAT", "").upper()) for line in _guests(told)]
    guests = [(who, answer) for who, answer in guests if who and who != organiser][:MOST_PEOPLE]
    instance = _moment(told, "RECURRENCE-ID")
    return Event(
        uid=_text(told, "UID")[:300] or f"{start} {_text(told, 'SUMMARY')}",
        line=min(line.line for named in told.values() for line in named),
        start=start,
        made=made,
        changed=max(later[0] if later else made, made),
        organiser=organiser,
        invited=tuple(dict.fromkeys(who for who, _ in guests)),
        declined=frozenset(who for who, answer in guests if answer == "DECLINED"),
        summary=" ".join(_text(told, "SUMMARY").split())[:1000],
        description=" ".join(_text(told, "DESCRIPTION").split())[:1000],
        status="CANCELLED" if method == "CANCEL" else _text(told, "STATUS").strip().upper(),
        sequence=_number(_text(told, "SEQUENCE")),
        minutes=_minutes(told, start),
        rule=_text(told, "RRULE")[:500],
        left_out=frozenset(_days(told, "EXDATE")),
        added=_days(told, "RDATE"),
        instance=instance.day if instance else None,
    )


def _guests(told: dict[str, list[ContentLine]]) -> Iterable[ContentLine]:
    rooms = ("RESOURCE", "ROOM")
    return (line for line in told.get("ATTENDEE", []) if line.parameters.get("CUTYPE", "").upper() not in rooms)


def _person(line: ContentLine) -> str:
    address = _ADDRESS.fullmatch(line.value.strip()[:300])
    return mention(spoken(line.parameters.get("CN", "")[:200]), address[1] if address else "")


def _text(told: dict[str, list[ContentLine]], name: str) -> str:
    return next((line.text for line in told.get(name, [])), "")


def _moment(told: dict[str, list[ContentLine]], name: str) -> Moment | None:
    line = next(iter(told.get(name, [])), None)
    return _read_moment(line.value, line.parameters.get("TZID", "")) if line else None


def _read_moment(value: str, zone: str) -> Moment | None:
    found = _MOMENT.match(value.strip()[:40])
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        read = datetime(day.year, day.month, day.day, int(found[4] or 0), int(found[5] or 0))
    except ValueError:
        return None
    return Moment(day, read.strftime("%H:%M") if found[4] else "", found[6] or zone)


def _days(told: dict[str, list[ContentLine]], name: str) -> tuple[date, ...]:
    written = [value for line in told.get(name, []) for value in line.value.split(",")][:2000]
    return tuple(moment.day for value in written if (moment := _read_moment(value, "")))


def _minutes(told: dict[str, list[ContentLine]], start: Moment) -> int:
    """Give how long it lasts; 0 for whole days and where that cannot be said."""
    if end := _moment(told, "DTEND"):
        return start.minutes_until(end)
    found = _LENGTH.fullmatch(_text(told, "DURATION").strip()[:40])
    if found is None or not start.time:
        return 0
    weeks, days, hours, minutes = (int(group or 0) for group in found.groups())
    return _sensible(int(timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes).total_seconds()) // 60)


def _sensible(minutes: int) -> int:
    return minutes if 0 < minutes <= _LONGEST_MEETING else 0


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0
