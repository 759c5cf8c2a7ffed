"""The example files are well formed, invented, and dated as the stories claim."""

import csv
import email
import email.policy
import io
import json
import mailbox
import re
import tomllib
import zipfile
from datetime import date
from pathlib import Path

import icalendar
import pytest
import vobject

from goodwill.ledger.invariants import unknown_keys
from goodwill.ledger.notation import Invalid, parse

EXAMPLES = Path(__file__).parents[2] / "examples"
STORIES = ("translator", "patient", "restaurant")
FIRST, LAST = date(2025, 6, 1), date(2026, 5, 31)
HOST = re.compile(r"[\w.+-]+@([\w.-]*\w)")
PHONE = re.compile(r"(?<![\w£.-])\+?\d[\d -]{8,}\d(?![\w-])")
FICTIONAL = re.compile(r"(44 ?7700 ?900\d{3}|07700 ?900\d{3}|1 503-555-01\d\d|503-555-01\d\d)")
CHAT_LINE = re.compile(r"^\u200e?\[?(\d+)/(\d+)/(\d+), \d+:\d+", re.MULTILINE)


def files(story: str, pattern: str) -> list[Path]:
    return sorted((EXAMPLES / story).rglob(pattern))


def messages(story: str) -> list[email.message.EmailMessage]:
    policy = email.policy.default
    found = [email.message_from_bytes(path.read_bytes(), policy=policy) for path in files(story, "*.eml")]
    for path in files(story, "*.mbox"):
        found += [email.message_from_bytes(bytes(m), policy=policy) for m in mailbox.mbox(path)]
    return found


@pytest.mark.parametrize("story", STORIES)
def test_mail_parses_without_a_defect_and_falls_in_the_time_of_the_story(story):
    found = messages(story)
    assert len(found) >= 20
    for message in found:
        assert not message.defects
        body = message.get_body(("plain", "html"))
        assert body is not None
        assert isinstance(body.get_content(), str)
        if "X-Unsent" not in message:
            assert FIRST <= message["Date"].datetime.date() <= LAST
    assert len({message["Message-ID"] for message in found}) == len(found)


@pytest.mark.parametrize("story", STORIES)
def test_notes_are_entries_of_the_ledger_with_known_keys(story):
    read = list(parse((EXAMPLES / story / "notes.goodwill").read_text("utf-8").splitlines()))
    assert [entry for entry in read if isinstance(entry, Invalid)] == []
    by_id = {entry.id: entry for entry in read}
    assert len(by_id) == len(read) > 30
    for entry in read:
        assert unknown_keys(entry) == ()
        assert FIRST <= entry.day <= LAST
        cited = by_id.get(entry.get("of"))
        if entry.kind in ("kept", "broken", "renegotiated", "answer", "check"):
            assert cited is not None
            assert cited.day <= entry.day


@pytest.mark.parametrize("story", STORIES)
def test_ledgers_have_seven_columns_and_pay_after_they_bill(story):
    from_text = {"restaurant": lambda s: date(*(int(x) for x in reversed(s.split("/"))))}.get(story, date.fromisoformat)
    for path in files(story, "*.csv"):
        for row in csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))):
            assert len(row) == 7
            issued, due = from_text(row["Issue date"]), from_text(row["Due date"])
            assert issued <= due
            assert not row["Paid on"] or from_text(row["Paid on"]) >= issued
            assert float(row["Amount"].replace(",", "")) > 0


@pytest.mark.parametrize("story", STORIES)
def test_calendar_contacts_and_settings_parse(story):
    calendar = icalendar.Calendar.from_ical((EXAMPLES / story / "calendar.ics").read_bytes())
    states = {str(event["STATUS"]) for event in calendar.walk("VEVENT")}
    assert states == {"CONFIRMED", "CANCELLED"}
    cards = list(vobject.readComponents((EXAMPLES / story / "contacts.vcf").read_text("utf-8")))
    assert len({card.fn.value for card in cards}) == len(cards) >= 3
    assert len(tomllib.loads((EXAMPLES / story / "goodwill.toml").read_text())["me"]) == 3


@pytest.mark.parametrize("story", STORIES)
def test_chats_run_forward_and_hold_at_least_forty_lines(story):
    path = next(path for path in files(story, "*.txt") if "hat" in path.parent.name + path.name)
    days = []
    for one, two, year in CHAT_LINE.findall(path.read_text("utf-8")):
        day, month = (int(two), int(one)) if story == "translator" else (int(one), int(two))
        days.append(date(int(year) % 100 + 2000, month, day))
    assert len(days) >= 40
    assert days == sorted(days)


def test_slack_export_has_users_and_days():
    with zipfile.ZipFile(EXAMPLES / "translator" / "ostwind-slack.zip") as export:
        names = export.namelist()
        users = {user["id"] for user in json.loads(export.read("users.json"))}
        said = [m for name in names if "/" in name for m in json.loads(export.read(name))]
    assert {m["user"] for m in said} <= users
    assert len(said) > 10


@pytest.mark.parametrize("story", STORIES)
def test_every_address_and_phone_is_invented(story):
    for path in files(story, "*"):
        if path.is_dir() or path.suffix == ".zip":
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".ics":
            text = text.replace("\r\n ", "")
        elif path.suffix in (".eml", ".mbox"):
            text = text.replace("=\n", "")
        assert {host for host in HOST.findall(text) if not host.endswith(".example")} == set(), path
        phones = [p for p in PHONE.findall(text) if path.suffix in (".vcf", ".toml", ".goodwill") and ":" not in p]
        dated = re.compile(r"\d{4}-\d\d-\d\d")
        assert [p for p in phones if not dated.match(p) and not FICTIONAL.search(p)] == [], path
