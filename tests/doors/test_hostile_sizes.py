"""Files built to be slow or to fill memory are read in one go, bounded; a door that copied as it grew would not end."""

from datetime import date

from goodwill.doors.captions import Captions
from goodwill.doors.charter import Charter
from goodwill.doors.door import Hints
from goodwill.doors.letter import Letter
from goodwill.doors.payments_csv import PaymentsCsv
from goodwill.doors.slack import Slack
from goodwill.doors.slack_export import records
from goodwill.doors.transcript import Transcript
from goodwill.doors.whatsapp import WhatsApp
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

HINTS = Hints(day=date(2026, 1, 5))


def test_a_message_of_very_many_lines(tmp_path):
    path = tmp_path / "_chat.txt"
    path.write_text("[14/01/2026, 08:02:05] Tom: a\n" + "b\n" * 400_000)
    [found] = WhatsApp().read(path, HINTS)
    assert len(found.words) == 800_001
    path.write_text("[14/01/2026, 08:02:05] Tom: a\n" + "b\n" * 600_000)
    items = list(WhatsApp().read(path, HINTS))
    assert sum(isinstance(item, Entry) for item in items) == 1
    assert {item.reason for item in items if isinstance(item, Invalid)} == {"not a line of a chat"}


def test_a_cue_of_very_many_lines_and_one_of_very_long_lines(tmp_path):
    path = tmp_path / "a.vtt"
    cue = "00:01.000 --> 00:02.000\nAna: "
    path.write_text("WEBVTT\n\n" + cue + "b\n" * 100_000 + "\n" + cue + ("c" * 900_000 + "\n") * 5)
    items = list(Captions().read(path, HINTS))
    assert max(len(item.words) for item in items if isinstance(item, Entry)) <= 1_000_000
    assert all(item.reason == "neither a cue nor a note" for item in items if isinstance(item, Invalid))


def test_a_charter_of_very_many_lines_is_one_reject(tmp_path):
    path = tmp_path / "a.charter"
    path.write_text("A charter between Ann and Ben\n" + "1. Days. b\n" * 400_000)
    [found] = Charter().read(path, HINTS)
    assert (found.reason, found.line) == ("longer than a charter can be", 401)


def test_a_letter_of_very_many_lines_is_one_reject(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("2 June 2025\nDear Ann,\n" + "word " * 10 + "\n" * 50_000 + "word\n" * 100_000)
    [found] = Letter().read(path, HINTS)
    assert found.reason == "longer than a letter can be"


def test_a_turn_without_end_is_parted(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Ana: a\nBen: b\nAna: c\n" + "word " * 10 + "\n" + ("word " * 10 + "\n") * 50_000)
    items = list(Transcript().read(path, HINTS))
    assert max(len(item.words) for item in items) <= 20_100
    assert {item.get("by") for item in items} == {"Ana", "Ben"}


def test_a_row_of_very_many_cells_and_quotes(tmp_path):
    path = tmp_path / "a.csv"
    head = "Supplier,Invoice date,Due date,Paid on,Amount\n"
    path.write_text(head + '"' * 900_001 + "\n" + "," * 900_000 + "\n" + 'x,"' * 300_000 + "\n")
    assert all(isinstance(item, Invalid) for item in PaymentsCsv().read(path, HINTS))


def test_json_nested_without_end_and_objects_that_never_parse(tmp_path):
    (tmp_path / "users.json").write_text("[]")
    (tmp_path / "room").mkdir()
    path = tmp_path / "room" / "2026-01-05.json"
    path.write_text("[" * 500_000)
    assert {type(item) for item in Slack().read(tmp_path, HINTS)} == {Invalid}
    path.write_text("[" + "\n{" * 500_000)
    found = list(records(path))
    assert len(found) == 101
    assert found[-1].reason == "too much of it is not JSON; the rest is not read"
