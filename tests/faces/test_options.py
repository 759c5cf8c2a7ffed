"""Options that change little and are asked for rarely: each does what its help says, and none is without a test."""

from importlib import import_module
from pathlib import Path

import click
import pytest

from goodwill.faces.cli.app import COMMANDS

TESTS = Path(__file__).parents[1]
LETTER = """From: Alan Fields <alan@fields.example>
To: Rosa <rosa@rosa.example>
Date: Mon, 2 Mar 2026 10:00:00 +0000
Message-ID: <{name}@fields.example>
X-Gmail-Labels: {label}
Content-Type: text/plain

{words}
"""


def options():
    for name in COMMANDS:
        command = import_module(f"goodwill.faces.cli.{name}_command").command
        for one in (command, *getattr(command, "commands", {}).values()):
            yield from ((name, param.opts) for param in one.params if isinstance(param, click.Option))


@pytest.mark.parametrize(("name", "ways"), [*options()], ids=str)
def test_every_option_is_used_in_a_test(name, ways):
    texts = [path.read_text("utf-8") for path in TESTS.rglob("test_*.py")]
    assert any(f'"{way}"' in text or f" {way}" in text for way in ways for text in texts), (name, ways)


def test_only_mail_under_a_label_is_brought(goodwill):
    for name, label in (("one", "Suppliers"), ("two", "Family")):
        Path(f"{name}.eml").write_text(LETTER.format(name=name, label=label, words=f"the crates of {name}"))
    assert goodwill("--book", "a.book", "--me", "Rosa", "bring", ".", "--label", "suppliers").status == 0
    exported = goodwill("--book", "a.book", "export").out
    assert "the crates of one" in exported
    assert "the crates of two" not in exported


@pytest.mark.parametrize(("charset", "name"), [("cp1252", "Zoë"), ("cp1251", "Zoл")])
def test_a_charset_that_is_told_is_taken_at_its_word(goodwill, charset, name):
    Path("bills.csv").write_bytes(
        b"Customer,Invoice number,Invoice date,Due date,Paid on,Amount\nZo\xeb,7,2026-01-05,2026-01-19,2026-01-20,380\n"
    )
    assert goodwill("--book", "a.book", "--me", "Rosa", "bring", "bills.csv", "--charset", charset).status == 0
    assert name in goodwill("--book", "a.book", "export").out


def test_watch_lists_what_is_due_and_writes_it_to_a_calendar(goodwill, book):
    quiet = goodwill("--book", book, "watch", "--as-of", "2026-01-18", "--keep-quiet")
    told = goodwill("--book", book, "watch", "--as-of", "2026-01-18", "--keep-quiet", "--due", "--ics", "due.ics")
    assert "FD-1" not in quiet.out
    assert "FD-1" in told.out
    events = Path("due.ics").read_text("utf-8").replace("\r\n", "\n")
    assert "UID:i1@goodwill.invalid" in events
    assert "DTSTART;VALUE=DATE:20260119" in events


def test_a_head_written_down_earlier_must_be_in_the_book(goodwill, book):
    head = goodwill("--book", book, "verify").out.rsplit("head ", 1)[1].strip()
    assert goodwill("--book", book, "record", "thanks", "by=me", "to=alan").status == 0
    assert goodwill("--book", book, "verify", "--head", head).status == 0
    other = head[:-1] + ("0" if head[-1] != "0" else "1")
    refused = goodwill("--book", book, "verify", "--head", other)
    assert (refused.status, "head" in refused.out) == (3, True)


def test_the_reason_of_an_erasure_stays_in_the_book(goodwill, book):
    assert goodwill("--book", book, "erase", "alan", "--yes", "--reason", "left the trade").status == 0
    exported = goodwill("--book", book, "export").out
    assert "left the trade" in exported
    assert "Alan" not in exported


@pytest.mark.parametrize("runner", ["local", "native"])
def test_an_address_is_for_the_runner_that_has_one(goodwill, runner):
    Path("ratings.csv").write_text("by,about,value,at\n1,2,0.5,1\n2,1,0.5,2\n")
    Path("pairs.csv").write_text("by,about,at\n1,2,3\n")
    asked = ("score", "ratings.csv", "--pairs", "pairs.csv", "--runner", runner, "--address", "ray://there")
    refused = goodwill(*asked)
    assert (refused.status, refused.out) == (2, "")
    assert "--address belongs to --runner ray" in refused.err


TALK = "Rosa: Can I pay the March invoice on Friday?\nAlan: Friday is fine. I'll keep the crates until then.\n" * 4


def test_a_talk_without_a_day_takes_the_day_it_is_told(goodwill):
    Path("call.txt").write_text(TALK)
    refused = goodwill("--book", "a.book", "--me", "Rosa", "bring", "call.txt")
    assert "--date DAY" in refused.out + refused.err
    brought = goodwill("--book", "a.book", "--me", "Rosa", "bring", "call.txt", "--date", "2026-03-10")
    assert brought.status == 0
    assert "2026-03-10 message" in goodwill("--book", "a.book", "export").out


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1899-12-31", "2026-02-30", "soon"])
@pytest.mark.parametrize(
    "command", [("brief", "alan"), ("mirror", "alan"), ("vet", "alan"), ("watch",), ("review", ".")]
)
def test_a_day_too_far_off_gives_one_line(goodwill, book, command, day):
    refused = goodwill("--book", book, *command, "--as-of", day)
    assert (refused.status, refused.out) == (2, "")
    assert f"{day} is not a day between 1900-01-01 and 2999-12-31" in refused.err


@pytest.mark.parametrize("day", ["1900-01-01", "2999-12-31"])
@pytest.mark.parametrize("command", [("brief", "alan"), ("mirror", "alan"), ("watch",)])
def test_no_day_that_may_be_asked_about_is_a_fault(goodwill, book, command, day):
    assert "a fault of goodwill" not in goodwill("--book", book, *command, "--as-of", day).err
