"""A backup made while others write is a whole book; restoring never overwrites and never restores a bad one."""

import stat
import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from goodwill.store import reading
from goodwill.store.copying import restore
from goodwill.store.fault import StoreFault
from goodwill.store.journal import Journal, open_journal
from store_samples import RECORDED, messages


def test_a_backup_restores_to_the_same_book(journal: Journal, tmp_path: Path) -> None:
    journal.append(messages(20), recorded=RECORDED)
    saved, back = tmp_path / "saved.db", tmp_path / "back" / "book.db"
    journal.backup(saved)
    journal.append(messages(20, 20), recorded=RECORDED)
    assert restore(saved, back).events == 20
    again = open_journal(back, create=False)
    assert list(again.lines()) == list(journal.lines())[:20]
    assert journal.verify(again.head()).ok
    assert stat.S_IMODE(back.stat().st_mode) == 0o600
    assert sorted(file.name for file in back.parent.iterdir()) == ["book.db"]
    assert again.append(messages(40), recorded=RECORDED).duplicate == 20


def test_neither_overwrites(journal: Journal, tmp_path: Path) -> None:
    saved, there = tmp_path / "saved.db", tmp_path / "there.db"
    there.write_text("mine")
    journal.backup(saved)
    with pytest.raises(StoreFault, match="there is a file already"):
        journal.backup(there)
    with pytest.raises(StoreFault, match="there is a file already"):
        restore(saved, there)
    assert there.read_text() == "mine"


def test_a_backup_that_does_not_verify_is_not_restored(journal: Journal, tmp_path: Path) -> None:
    journal.append(messages(20), recorded=RECORDED)
    saved = tmp_path / "saved.db"
    journal.backup(saved)
    raw = dbapi2.connect(str(saved), isolation_level=None)
    raw.execute("DELETE FROM payload WHERE seq = 7")
    raw.close()
    with pytest.raises(StoreFault, match="the content of event 7 is gone"):
        restore(saved, tmp_path / "book2.db")
    with pytest.raises(StoreFault, match="there is no book here"):
        restore(tmp_path / "none.db", tmp_path / "book2.db")
    assert not (tmp_path / "book2.db").exists()


def test_a_backup_that_fails_half_way_leaves_nothing_behind(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cramped(path: Path, key: str = "") -> object:
        opened = reading.connect(path, key)
        opened.execute("PRAGMA max_page_count = 3")
        return opened

    journal.append(messages(50), recorded=RECORDED)
    monkeypatch.setattr("goodwill.store.copying.connect", cramped)
    with pytest.raises(StoreFault, match="the disk is full"):
        journal.backup(tmp_path / "saves" / "saved.db")
    assert list((tmp_path / "saves").iterdir()) == []


def test_a_backup_during_writing_is_a_prefix(journal: Journal, tmp_path: Path) -> None:
    def write() -> None:
        for _ in journal.append_stream(messages(5000), "mail", recorded=RECORDED):
            begun.set()

    begun = threading.Event()
    writer = threading.Thread(target=write)
    writer.start()
    begun.wait(20)
    journal.backup(tmp_path / "saved.db")
    writer.join()
    saved = open_journal(tmp_path / "saved.db", create=False)
    count = saved.verify().events
    assert saved.verify().ok
    assert count >= 500
    assert list(saved.lines()) == list(journal.lines())[:count]
    assert journal.verify(saved.head()).ok
