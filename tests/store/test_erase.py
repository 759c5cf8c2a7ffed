"""Erasing a party leaves nothing of theirs in the file, everything of everyone else, and a chain that verifies."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from goodwill.store.fault import StoreFault
from goodwill.store.journal import Journal, open_journal
from store_samples import RECORDED, messages, read

WHO = "Alan Fields <alan@fields.example>"


def _canaries(count: int) -> list[str]:
    return [f"canary-{number:03d}-zq" for number in range(count)]


def _bytes(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_fifty_canaries_are_gone_from_the_file_its_log_and_its_free_pages(journal: Journal, path: Path) -> None:
    journal.append(messages(200, by="carol"), "mail", recorded=RECORDED)
    theirs = [
        read(f'2026-01-02 message c{n} by="{WHO}" to=me thread={canary} | {canary} words {"more " * 300}')
        for n, canary in enumerate(_canaries(50))
    ]
    journal.append(theirs, "mail", recorded=RECORDED)
    journal.append(messages(200, 200, by="carol"), "mail", recorded=RECORDED)
    journal.set_mark("watch", f"seen {WHO} {_canaries(1)[0]}")
    assert _bytes(path).count(b"canary-") >= 100
    told = journal.erase([WHO], RECORDED, "Alan asked for it on the phone")
    assert told.count == 50
    left = _bytes(path)
    assert b"canary-" not in left
    assert b"fields.example" not in left
    assert b"Alan" not in left
    assert (left.count(b"carol"), journal.verify().erased, journal.verify().ok) == (400, 50, True)
    assert journal.get_mark("watch") is None


def test_marks_that_name_the_party_go_and_the_others_stay(journal: Journal) -> None:
    marks = {
        "me": '["Ann Reyes", "ann@reyes.example"]',
        "watch": '{"said": ["E201/them/alan@fields.example/p1"]}',
        "read": '["\\u00c9mile Alanson"]',
        "brought /home/alan fields/mail.mbox": "500",
    }
    for name, value in marks.items():
        journal.set_mark(name, value)
    journal.erase([WHO], RECORDED, "")
    assert [name for name in marks if journal.get_mark(name)] == ["me", "read"]
    journal.erase(["\u00c9mile Alanson"], RECORDED, "")
    assert [name for name in marks if journal.get_mark(name)] == ["me"]


def test_others_keep_their_entries_and_the_erasure_is_told_without_a_name(journal: Journal) -> None:
    journal.append(messages(30), "mail", recorded=RECORDED)
    told = journal.erase(["alan"], "2026-11-24T09:00", "Alan asked for it")
    *kept, erasure = journal.entries()
    assert (told.count, told.seq) == (10, 31)
    assert {entry.get("by") for entry in kept} == {"carol", "Jon Fell <jon@fell.example>"}
    assert len(kept) == 20
    assert (erasure.kind, erasure.get("count"), erasure.words) == ("erase", "10", "asked for it")
    assert "alan" not in str(erasure).lower()


@pytest.mark.parametrize("asked", ["alan@fields.example", "ALAN@Fields.Example", "A. Fields <alan@fields.example>"])
def test_one_address_is_one_party_however_the_name_is_written(journal: Journal, asked: str) -> None:
    journal.append(
        [
            read(f'2026-01-02 message a by="{WHO}" to=me | one'),
            read("2026-01-02 message b by=me to=carol,alan@fields.example | two"),
            read("2026-01-02 party p9 mail=alan@fields.example phone=+4412345"),
            read('2026-01-02 message d by="Alan Fields <other@fields.example>" to=me | another of that name'),
        ],
        recorded=RECORDED,
    )
    assert journal.erase([asked], RECORDED, "").count == 3
    assert next(entry.id for entry in journal.entries()) == "d"


def test_what_cites_an_erased_entry_goes_with_it(journal: Journal) -> None:
    journal.append(
        [
            read("2026-01-02 promise p1 by=alan to=me | the crates"),
            read("2026-01-03 promise p2 by=carol to=me after=p1 | the bread after the crates"),
            read("2026-01-04 amend a1 of=p1 due=2026-02-01 | he said later"),
            read("2026-01-05 contest c1 of=a1 by=me | not so"),
            read("2026-01-05 kept k2 of=p2"),
        ],
        recorded=RECORDED,
    )
    assert journal.erase(["alan"], RECORDED, "").count == 3
    assert [entry.id for entry in journal.entries()][:2] == ["p2", "k2"]


def test_what_was_erased_does_not_come_back_with_the_next_import(journal: Journal) -> None:
    journal.append(messages(9), "mail", recorded=RECORDED)
    journal.erase(["alan"], RECORDED, "")
    told = journal.append(messages(9), "mail", recorded=RECORDED)
    assert (told.accepted, told.duplicate, told.conflicting) == ((), 9, ())
    assert "alan" not in {entry.get("by") for entry in journal.entries()}


def test_nothing_in_the_book_can_confirm_a_guessed_name_after_erasure(journal: Journal, path: Path) -> None:
    journal.append(messages(9), "mail", recorded=RECORDED)
    raw = dbapi2.connect(str(path))
    before = {row[0] for row in raw.execute("SELECT key FROM party")}
    journal.erase(["alan"], RECORDED, "")
    after = {row[0] for row in raw.execute("SELECT key FROM party")}
    raw.close()
    assert (len(before), len(after)) == (4, 3)
    journal.append([read("2026-01-02 thanks again by=alan to=me")], recorded=RECORDED)
    raw = dbapi2.connect(str(path))
    parties = [row[0] for row in raw.execute("SELECT parties FROM event ORDER BY seq")]
    raw.close()
    assert parties[0][:16] != parties[-1][:16]
    assert parties[0][16:] == parties[-1][16:]


def test_a_party_who_comes_again_can_be_erased_again(journal: Journal) -> None:
    journal.append(messages(9), "mail", recorded=RECORDED)
    assert journal.erase(["alan"], RECORDED, "").count == 3
    journal.append([read("2026-01-02 thanks again by=alan to=me")], recorded=RECORDED)
    assert journal.erase(["alan"], RECORDED, "").count == 1
    assert journal.verify().ok


def test_erasing_one_who_is_not_there_adds_nothing(journal: Journal) -> None:
    journal.append(messages(3), "mail", recorded=RECORDED)
    head = journal.head()
    assert (journal.erase(["nobody"], RECORDED, "").count, journal.head()) == (0, head)


def test_a_reader_that_holds_the_old_pages_is_told_of(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append(messages(9), "mail", recorded=RECORDED)
    monkeypatch.setattr("goodwill.store.reading.PATIENCE", 0.1)
    monkeypatch.setattr("goodwill.store.reading.connect.__defaults__", ("", 0.1))
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("BEGIN")
    raw.execute("SELECT count(*) FROM payload").fetchone()
    with pytest.raises(StoreFault, match="another program still reads the book"):
        journal.erase(["alan"], RECORDED, "")
    raw.close()
    assert journal.erase(["alan"], RECORDED, "").count == 0
    assert b"by=alan" not in _bytes(path)
    assert journal.verify().ok


def test_a_large_erasure_is_told_in_several_events(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goodwill.store.erasing._RANGES_A_LINE", 4)
    journal.append(messages(30), "mail", recorded=RECORDED)
    told = journal.erase(["alan"], RECORDED, "")
    assert (told.count, told.seq) == (10, 33)
    assert journal.verify().ok
    assert open_journal(journal.path).verify().erased == 10  # type: ignore[attr-defined]
