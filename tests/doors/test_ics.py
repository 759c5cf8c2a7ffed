"""Appointments are promises to meet: kept by meeting, moved, called off; never made of nothing."""

import os
import random
from datetime import date
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.doors import ics
from goodwill.doors.door import Hints, Ignored
from goodwill.doors.ics import Ics, appointments
from goodwill.doors.series import Rule, rule
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault
from goodwill.ledger.notation import Invalid, line, parse_line
from mutation import mutated

SAMPLES = sorted((Path(__file__).parent / "samples" / "calendar").iterdir())
CASES = int(os.environ.get("GOODWILL_FUZZ", "120"))
WHO = "ORGANIZER;CN=Rosa:mailto:rosa@t.example\nATTENDEE;CN=Alan:mailto:alan@f.example"


def calendar(*events):
    text = "BEGIN:VCALENDAR\n" + "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events) + "END:VCALENDAR\n"
    return list(appointments(text.encode().split(b"\n"), "x.ics"))


def event(*lines, who=WHO, uid="u1", stamp="20250901T080000Z"):
    return "\n".join([f"UID:{uid}", f"DTSTAMP:{stamp}", *lines, who])


def kinds(items):
    return [item.kind for item in items if isinstance(item, Entry)]


@pytest.mark.parametrize(
    ("start", "length", "time", "minutes"),
    [
        ("DTSTART:20250908T150000Z", "DTEND:20250908T154500Z", "15:00", "45"),
        ("DTSTART;TZID=America/New_York:20250908T233000", "DTEND;TZID=America/New_York:20250909T003000", "23:30", "60"),
        ("DTSTART:20250908T150000", "DURATION:PT1H30M", "15:00", "90"),
        ("DTSTART:20250908T150000", "DURATION:P1W", "15:00", ""),
        ("DTSTART:20250908T150000Z", "DTEND;TZID=Europe/Rome:20250908T180000", "15:00", ""),
        ("DTSTART:20250908T150000", "DTEND:20250908T140000", "15:00", ""),
        ("DTSTART;VALUE=DATE:20250908", "DTEND;VALUE=DATE:20250909", "", ""),
    ],
)
def test_day_and_time_are_as_written(start, length, time, minutes):
    talk = calendar(event(start, length, "SUMMARY:Prices"))[-1]
    assert (talk.day.isoformat(), talk.time, talk.get("minutes")) == ("2025-09-08", time, minutes)


@pytest.mark.parametrize(
    ("summary", "purpose"),
    [("Coffee", "rapport"), ("Call to catch up", "rapport"), ("Lunch?", "rapport"), ("Team steam", "business")],
)
def test_what_a_meeting_is_for(summary, purpose):
    assert calendar(event("DTSTART:20250908T150000", f"SUMMARY:{summary}"))[-1].get("purpose") == purpose


def test_a_meeting_in_the_book_before_its_day_is_only_a_promise():
    book = Book.of(calendar(event("DTSTART:20250908T150000")))
    assert [entry.kind for entry in book.until(date(2025, 9, 7))] == ["promise"]
    assert [entry.kind for entry in book.until(date(2025, 9, 8))] == ["promise", "talk"]


@pytest.mark.parametrize(("stamp", "asked"), [("20250908T080000Z", "before"), ("20250909T080000Z", "after")])
def test_a_moved_meeting_was_asked_for_before_or_after_its_day(stamp, asked):
    items = calendar(
        event("SEQUENCE:1", "DTSTART:20250915T150000", stamp=stamp), event("SEQUENCE:0", "DTSTART:20250908T150000")
    )
    assert kinds(items) == ["promise", "renegotiated", "talk"]
    assert (items[1].get("asked"), items[1].get("due"), items[0].get("due")) == (asked, "2025-09-15", "2025-09-08")
    assert items[1].get("of") == items[0].id
    assert items[2].day == date(2025, 9, 15)


def test_an_hour_moved_within_the_day_is_no_new_promise():
    items = calendar(
        event("SEQUENCE:0", "DTSTART:20250908T150000"), event("SEQUENCE:1", "DTSTART:20250908T170000", "DURATION:PT1H")
    )
    assert kinds(items) == ["promise", "talk"]
    assert items[1].time == "17:00"


def test_a_meeting_called_off_is_released_and_no_talk():
    items = calendar(
        event(
            "STATUS:CANCELLED", "CREATED:20250820T080000Z", "LAST-MODIFIED:20250907T080000Z", "DTSTART:20250908T150000"
        )
    )
    assert kinds(items) == ["promise", "released"]
    assert [item.day.isoformat() for item in items] == ["2025-08-20", "2025-09-07"]


def test_a_meeting_all_declined_is_released():
    declined = WHO.replace("CN=Alan", "CN=Alan;PARTSTAT=DECLINED")
    assert kinds(calendar(event("DTSTART:20250908T150000", who=declined))) == ["promise", "released"]


def test_who_declined_was_not_there():
    two = WHO + "\nATTENDEE;CN=Jess;PARTSTAT=DECLINED:mailto:jess@f.example"
    items = calendar(event("DTSTART:20250908T150000", who=two))
    assert items[0].get("to") == "Alan <alan@f.example>,Jess <jess@f.example>"
    assert items[-1].get("with") == "Rosa <rosa@t.example>,Alan <alan@f.example>"


def test_without_an_organiser_the_promise_is_mine():
    [promise, talk] = calendar(event("DTSTART:20250908T150000", who="ATTENDEE:mailto:alan@f.example"))
    assert (promise.get("by"), promise.get("to"), talk.get("with")) == ("me", "alan@f.example", "alan@f.example")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (event("DTSTART:20250908T150000", who=""), "no other person named"),
        (event("DTSTART:20250908T150000", who=WHO.split("\n")[0]), "no other person named"),
        (event("DTSTART:20250908T150000", who="ATTENDEE;CUTYPE=ROOM;CN=R:mailto:r@t.example"), "no other person named"),
        (event("DTSTART:20250908T150000", "STATUS:TENTATIVE"), "tentative: nothing was promised yet"),
    ],
)
def test_what_promises_nothing_is_left_out(text, reason):
    [item] = calendar(text)
    assert isinstance(item, Ignored)
    assert item.reason == reason


def test_a_stamp_later_than_the_meeting_does_not_date_the_promise():
    promise = calendar(event("DTSTART:20250908T150000", stamp="20260301T080000Z"))[0]
    assert promise.day == date(2025, 9, 8)


def test_one_bad_appointment_does_not_cost_the_others():
    items = calendar(event("DTSTART:2025", uid="a"), event(uid="b"), event("DTSTART:20250908T150000", uid="c"))
    assert [type(item) for item in items[:2]] == [Invalid, Invalid]
    assert kinds(items) == ["promise", "talk"]


def test_the_same_appointment_in_two_files_has_the_same_ids():
    text = event("DTSTART:20250908T150000")
    both = calendar(event("DTSTART:20250909T150000", uid="x"), text)
    assert [item.id for item in calendar(text)] == [item.id for item in both[2:]]


def test_what_does_not_fit_in_memory_is_refused_and_the_rest_is_read(monkeypatch):
    monkeypatch.setattr(ics, "_MOST_HELD", 1000)
    items = calendar(*(event("DTSTART:20250908T150000", uid=f"u{n}") for n in range(5)))
    assert kinds(items) == ["promise", "talk"] * 2
    assert [item.reason for item in items if isinstance(item, Invalid)] == [
        "too many appointments in one file; split it"
    ] * 3


def test_an_endless_series_is_bounded():
    items = calendar(event("DTSTART:20200101T080000", "RRULE:FREQ=DAILY"))
    assert kinds(items).count("talk") == 400
    weekly = kinds(calendar(event("DTSTART:20200101T080000", "RRULE:FREQ=WEEKLY"))).count("talk")
    assert weekly == 105


def test_a_bare_instance_of_a_series_stands_for_itself():
    items = calendar(event("DTSTART:20250908T150000", "RECURRENCE-ID:20250907T150000"))
    assert kinds(items) == ["promise", "talk"]


@st.composite
def rules(draw):
    often = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={often}", f"INTERVAL={draw(st.integers(1, 4))}"]
    weekdays = st.lists(
        st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3, unique=True
    )
    if often == "MONTHLY" and draw(st.booleans()):
        nth = draw(st.sampled_from(["", "1", "2", "-1", "-2"]))
        parts.append("BYDAY=" + ",".join(nth + day for day in draw(weekdays)))
    elif often == "MONTHLY" and draw(st.booleans()):
        parts.append(f"BYMONTHDAY={draw(st.sampled_from([1, 15, 28, 31, -1, -2]))}")
    elif often in ("DAILY", "WEEKLY") and draw(st.booleans()):
        parts.append("BYDAY=" + ",".join(draw(weekdays)))
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 30))}")
    else:
        parts.append(f"UNTIL={draw(st.dates(date(2025, 1, 1), date(2026, 12, 1))):%Y%m%d}")
    return ";".join(parts)


@given(rules(), st.dates(date(2025, 1, 1), date(2025, 12, 31)))
@settings(max_examples=CASES * 3, deadline=None)
def test_a_series_falls_on_the_days_an_independent_reading_gives(text, first):
    read = rule(text)
    assert isinstance(read, Rule)
    ours = list(read.days(first))
    last = first.replace(year=first.year + 2) if (first.month, first.day) != (2, 29) else first
    start = f"DTSTART:{first:%Y%m%d}T000000\nRRULE:{text}"
    theirs = [moment.date() for moment in rrulestr(start) if moment.date() < last]
    expected = sorted({first, *theirs})
    if "COUNT" in text and first not in theirs:
        expected = expected[: read.count]
    assert [day for day in ours if day < last] == expected[:400]


@pytest.mark.parametrize(
    "text", ["FREQ=SECONDLY", "FREQ=MONTHLY;BYSETPOS=1", "FREQ=YEARLY;BYWEEKNO=3", "", "FREQ=DAILY;COUNT=x", "BYDAY=XX"]
)
def test_a_rule_that_is_not_known_is_named(text):
    assert isinstance(rule(text), str)
    items = calendar(event("DTSTART:20250908T150000", f"RRULE:{text or 'X'}"))
    assert kinds(items) == ["promise", "talk"]
    assert any(isinstance(item, Ignored) for item in items)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_mutated_calendars_are_read_without_an_error(sample, tmp_path):
    chance = random.Random(sample.name)
    path = tmp_path / sample.name
    data = sample.read_bytes()
    for _ in range(CASES * 2):
        path.write_bytes(mutated(data, chance))
        items = list(Ics().read(path, Hints()))
        entries = [item for item in items if isinstance(item, Entry)]
        for entry in entries:
            assert fault(entry) == ""
            assert parse_line(line(entry)) == entry
        cited = {entry.get("of") for entry in entries} - {""}
        assert cited <= {entry.id for entry in entries}
        assert all(item.reason and item.line for item in items if not isinstance(item, Entry))


@given(st.lists(st.text(max_size=60), max_size=10))
@settings(max_examples=CASES * 3, deadline=None)
def test_any_lines_within_an_appointment_are_read_without_an_error(texts):
    text = "\n".join(["BEGIN:VEVENT", event("DTSTART:20250908T150000"), *texts, "END:VEVENT"])
    items = list(appointments(text.encode("utf-8", "surrogatepass").split(b"\n"), "x.ics"))
    assert items
