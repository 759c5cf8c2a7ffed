"""No damage to a mail makes its door raise, and each message gives one entry, one reject or one note."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.doors import ics, mbox
from goodwill.doors.charset import decoded, printable
from goodwill.doors.door import Hints, Ignored
from goodwill.doors.eml import Eml
from goodwill.doors.mail import message
from goodwill.doors.mbox import Mbox
from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault
from goodwill.ledger.notation import line, parse_line
from mutation import mutated

SAMPLES = Path(__file__).parent / "samples"
CASES = int(os.environ.get("GOODWILL_FUZZ", "120"))
HEAD = b"From: a@b.example\nDate: Mon, 02 Jun 2025 05:58:00 +0100\nContent-Type: "
FROM_CALENDARS = ("promise", "talk", "released", "renegotiated")


def sound(items):
    """Every entry can be taken and survives the notation; everything else says why and where."""
    for item in items:
        if isinstance(item, Entry):
            assert fault(item) == ""
            assert parse_line(line(item)) == item
            assert not any("," in who for key in ("by",) for who in [item.get(key)])
        else:
            assert item.reason
            assert item.file
    return items


def own(items):
    """What the mails themselves gave, without what calendars within them gave."""
    return [item for item in items if not (isinstance(item, Entry) and item.kind in FROM_CALENDARS)]


@pytest.mark.parametrize("sample", sorted((SAMPLES / "mail").iterdir()), ids=lambda p: p.name)
def test_a_mutated_mail_gives_one_item(sample, tmp_path):
    chance = random.Random(sample.name)
    path = tmp_path / sample.name
    data = sample.read_bytes()
    for _ in range(max(10, CASES // 3)):
        path.write_bytes(mutated(data, chance))
        Eml().knows(path, path.read_bytes()[:4096])
        items = sound(list(Eml().read(path, Hints())))
        assert len(own(items)) == 1 or "invitation" in sample.name


@pytest.mark.parametrize("sample", sorted((SAMPLES / "mail-folder").iterdir()), ids=lambda p: p.name)
def test_a_mutated_folder_gives_one_item_a_message(sample, tmp_path):
    chance = random.Random(sample.name)
    path = tmp_path / sample.name
    data = sample.read_bytes()
    for _ in range(CASES * 2):
        path.write_bytes(mutated(data, chance))
        items = sound(list(Mbox().read(path, Hints())))
        with path.open("rb") as file:
            assert len(list(mbox.messages(file))) == len(own(items))


@given(st.lists(st.binary(max_size=60), max_size=10))
@settings(max_examples=CASES * 4, deadline=None)
def test_a_folder_loses_no_bytes_between_its_messages(tmp_path_factory, bodies):
    path = tmp_path_factory.mktemp("box") / "x.mbox"
    start = b"From a@b.example Mon Jun 02 05:58:00 2025\nX: y\n\n"
    path.write_bytes(b"\n\n".join(start + body.replace(b"From ", b"From-") for body in bodies))
    with path.open("rb") as file:
        found = [raw for _, raw in mbox.messages(file)]
    assert len(found) == len(bodies)
    assert [raw.removeprefix(b"X: y\n\n").rstrip() for raw in found] == [
        body.replace(b"From ", b"From-").rstrip() for body in bodies
    ]


@given(
    st.sampled_from([b"text/plain", b"text/html", b"multipart/mixed; boundary=b", b"text/calendar", b"multipart/x"]),
    st.sampled_from([b"7bit", b"base64", b"quoted-printable", b"x-uuencode", b"\xff"]),
    st.one_of(st.text(max_size=30).map(lambda t: t.encode("utf-8", "surrogatepass")), st.binary(max_size=30)),
    st.lists(
        st.sampled_from([b"--b", b"--b--", b"> q", b"-- ", b"On 1 May 2025 x wrote:", b"<p>", b"<!--"]), max_size=8
    ),
    st.binary(max_size=120),
)
@settings(max_examples=CASES * 6, deadline=None)
def test_any_body_is_read_without_an_error(kind, way, charset, lines, body):
    head = HEAD + kind + b"; charset=" + charset.replace(b"\n", b"") + b"\nContent-Transfer-Encoding: " + way
    items = sound(list(message(head + b"\n\n" + b"\n".join([*lines, body]), "x.eml", 1, Hints())))
    assert len(own(items)) >= 1


@given(st.dictionaries(st.sampled_from(["From", "To", "Date", "Subject", "References", "Message-ID"]), st.text()))
@settings(max_examples=CASES * 4, deadline=None)
def test_any_header_is_read_without_an_error(fields):
    raw = "\n".join(f"{name}: {value}" for name, value in fields.items()).encode("utf-8", "surrogatepass")
    assert len(sound(list(message(raw + b"\n\nWords.", "x.eml", 1, Hints())))) == 1


@given(st.binary(max_size=80), st.text(max_size=20))
def test_any_bytes_are_text_under_any_claim(data, claim):
    text, lossy = decoded(data, claim)
    assert isinstance(text, str)
    printable(text).encode("utf-8")
    if lossy:
        assert "\ufffd" in text


@pytest.mark.parametrize("claim", ["idna", "punycode", "unicode_escape", "rot13", "zip", "undefined", "utf-16", "\x00"])
def test_a_claim_that_is_no_charset_does_no_harm(claim):
    assert decoded(b"plain", claim)[0].isprintable()


def test_a_failure_inside_the_reading_becomes_a_reject(monkeypatch):
    def fails(*_):
        raise LookupError("odd")

    monkeypatch.setattr(ics, "appointments", fails)
    raw = HEAD + b"text/calendar\n\nBEGIN:VCALENDAR\n"
    [item] = message(raw, "x.eml", 7, Hints())
    assert not isinstance(item, Ignored | Entry)
    assert (item.line, item.reason) == (7, "cannot be read as a mail (LookupError)")
