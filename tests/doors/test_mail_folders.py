"""Mail folders: where messages begin, what is left out, and that size costs no memory."""

import os
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest

from goodwill.doors import mbox
from goodwill.doors.door import Hints, Ignored
from goodwill.doors.eml import Eml
from goodwill.doors.maildir import Maildir
from goodwill.doors.mbox import Mbox
from goodwill.doors.open import openings
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid, line

START = "From a@b.example Mon Jun 02 05:58:00 2025\n"


def mail(number=1, more="", words="Words."):
    return (
        f"From: A <a@b.example>\nTo: r@t.example\nDate: Mon, 02 Jun 2025 05:58:00 +0100\n"
        f"Message-ID: <{number}@b.example>\n{more}\n{words}\n"
    )


def folder(tmp_path, text, name="x.mbox"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(path, hints=Hints()):  # noqa: B008
    return list(Mbox().read(path, hints))


@pytest.mark.parametrize("block", [1_100, 1_500, 4_096, 1_048_576])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_messages_are_found_wherever_the_blocks_of_reading_end(tmp_path, monkeypatch, block, end):
    monkeypatch.setattr(mbox, "_BLOCK", block)
    text = "".join(START + mail(n, words="word " * (n * 7 % 90)) + "\n" for n in range(150))
    path = folder(tmp_path, text.encode().replace(b"\n", end))
    items = read(path)
    assert len({item.id for item in items}) == len(items) == 150
    lines = [item.source.line for item in items]
    assert lines[0] == 1
    assert all(b - a == 8 for a, b in pairwise(lines))


def test_a_line_that_only_begins_with_from_is_text(tmp_path):
    words = "One.\n\nFrom tomorrow the price is 1.20.\n\nFrom 10:30 on 3 March 2026 I am away.\n\n>From me."
    [entry] = read(folder(tmp_path, START + mail(words=words)))
    assert entry.words == words.replace(">From", "From")


def test_escapes_are_undone_one_level(tmp_path):
    [entry] = read(folder(tmp_path, START + mail(words="a\n>From b")))
    assert entry.words == "a\nFrom b"


def test_a_message_that_was_cut_off_is_still_read(tmp_path):
    whole = START + mail(1) + "\n" + START + mail(2, words="The last words")
    items = read(folder(tmp_path, whole[:-6]))
    assert [item.words for item in items] == ["Words.", "The last"]


def test_only_mails_under_the_label_are_read(tmp_path):
    text = "".join(
        START + mail(n, more=f"X-Gmail-Labels: {label}\n" if label else "") + "\n"
        for n, label in enumerate(["Inbox,Suppliers", "Inbox", "", "=?utf-8?q?suppliers?=", "Spam,Suppliers", "Trash"])
    )
    items = read(folder(tmp_path, text), Hints(label="Suppliers"))
    assert [type(item) for item in items] == [Entry, Ignored, Ignored, Entry, Ignored, Ignored]
    assert "Suppliers" in items[1].reason


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("X-Mozilla-Status: 0009\n", "thrown away"),
        ("X-Mozilla-Draft-Info: internal/draft; vcard=0\n", "a draft"),
        ("X-Unsent: 1\n", "a draft"),
        ("Precedence: bulk\n", "sent to a list"),
        ("List-Unsubscribe: <mailto:x@y.example>\n", "sent to a list"),
        ("Auto-Submitted: auto-generated\n", "sent by a machine"),
    ],
)
def test_what_nobody_said_is_left_out_with_its_reason(tmp_path, more, reason):
    [item] = read(folder(tmp_path, START + mail(more=more)))
    assert item == Ignored(reason, "x.mbox", 1)


def test_an_invitation_a_machine_sent_is_still_an_appointment(tmp_path):
    text = (Path(__file__).parent / "samples" / "mail" / "15 invitation.eml").read_text()
    path = folder(tmp_path, "Auto-Submitted: auto-generated\n" + text, "x.eml")
    assert [getattr(item, "kind", "") for item in Eml().read(path, Hints())] == ["", "promise", "talk"]


@pytest.mark.parametrize("more", ["X-Mozilla-Status: 0001\n", "X-Mozilla-Status: ?\n", "Auto-Submitted: no\n"])
def test_what_only_resembles_that_is_read(tmp_path, more):
    [item] = read(folder(tmp_path, START + mail(more=more)))
    assert isinstance(item, Entry)


def test_the_same_mail_in_two_files_has_one_id(tmp_path):
    [one] = read(folder(tmp_path, START + mail()))
    [two] = Eml().read(folder(tmp_path, mail(), "one.eml"), Hints())
    assert (one.id, one.words) == (two.id, two.words)


def test_without_a_message_id_the_contents_make_the_id(tmp_path):
    texts = [mail().replace("Message-ID: <1@b.example>\n", "").replace("Words.", words) for words in "aab"]
    ids = [item.id for text in texts for item in read(folder(tmp_path, START + text))]
    assert ids[0] == ids[1] != ids[2]


def test_a_conversation_is_named_by_its_first_mail(tmp_path):
    texts = [mail(1), mail(2, "References: <1@b.example>\n"), mail(3, "References: <1@b.example> <2@b.example>\n")]
    items = read(folder(tmp_path, "".join(START + text + "\n" for text in texts)))
    assert len({item.get("thread") for item in items}) == 1


def test_a_large_folder_costs_no_memory(tmp_path):
    path = tmp_path / "large.mbox"
    with path.open("wb") as file:
        for n in range(400):
            file.write((START + mail(n, words="word " * 10_000) + "\n").encode())
        file.write((START + mail("huge", words="word " * 6_000_000)).encode())
        file.write(b"\n" + (START + mail("after")).encode())
    tracemalloc.start()
    count = sum(isinstance(item, Entry) for item in Mbox().read(path, Hints()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 402
    assert peak < 150_000_000


def test_parts_and_depth_are_bounded(tmp_path):
    deep = mail(more="".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(200)))
    wide = mail(2, 'Content-Type: multipart/mixed; boundary="w"\n', "--w\n\nhere\n" * 5_000)
    first, second = read(folder(tmp_path, START + deep + "\n" + START + wide))
    assert isinstance(first, Entry)
    assert second.words.count("here") == 2_000


def test_a_maildir_is_read_whole_but_for_drafts_and_links(tmp_path):
    box = tmp_path / "Mail"
    for name in ("cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Trash/cur", ".Drafts/cur"):
        (box / name).mkdir(parents=True)
    (box / "cur" / "1.host:2,S").write_text(mail(1))
    (box / "cur" / "2.host:2,DS").write_text(mail(2))
    (box / "cur" / "3.host:2,T").write_text(mail(3))
    (box / "new" / "4.host").write_text(mail(4))
    (box / "new" / "5.host").write_text("not a mail")
    (box / ".Sent" / "cur" / "6.host:2,S").write_text(mail(6))
    (box / ".Trash" / "cur" / "7.host:2,S").write_text(mail(7))
    (box / ".Drafts" / "cur" / "8.host").write_text(mail(8))
    (box / "new" / "9.host").symlink_to(box / "cur" / "1.host:2,S")
    [(door, path)] = openings([box])
    items = list(door.read(path, Hints()))
    assert isinstance(door, Maildir)
    assert [item.get("src") for item in items if isinstance(item, Entry)] == ["1.host:2,S", "4.host", "6.host:2,S"]
    assert [item.file for item in items if isinstance(item, Invalid)] == ["5.host"]
    assert len([item for item in items if isinstance(item, Ignored)]) == 3


def test_a_file_that_is_gone_is_a_reject(tmp_path):
    for door in (Eml(), Mbox()):
        [item] = door.read(tmp_path / "gone", Hints())
        assert isinstance(item, Invalid)


def test_a_file_whose_name_is_no_text_is_read(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.eml")
    path.write_text(mail())
    [entry] = Eml().read(path, Hints())
    assert entry.get("src") == "caf?.eml"
    line(entry).encode("utf-8")


@pytest.mark.parametrize(
    ("name", "head", "door"),
    [
        ("a.eml", b"anything", Eml),
        ("saved", b"Received: x\nFrom: a@b.example\nDate: today\n\nhi", Eml),
        ("INBOX", START.encode() + b"From: a@b.example\n", Mbox),
        ("a.eml", START.encode() + b"From: a@b.example\n", Mbox),
        ("notes.txt", b"From: me\nTo: you\n\nhi", None),
        ("letter.txt", b"From tomorrow on\nwe pay", None),
    ],
)
def test_a_mail_is_known_by_its_beginning(tmp_path, name, head, door):
    knowing = [kind for kind in (Eml, Mbox) if kind().knows(tmp_path / name, head)]
    assert knowing == ([door] if door else [])
