"""With a key in GOODWILL_KEY the file tells nothing; without it, or with another, it stays shut."""

from pathlib import Path

import pytest

from goodwill.store.copying import restore
from goodwill.store.fault import StoreFault
from goodwill.store.journal import open_journal
from store_samples import RECORDED, messages


def test_an_encrypted_book(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOODWILL_KEY", "it's a long key")
    journal = open_journal(path)
    journal.append(messages(20), recorded=RECORDED)
    journal.backup(tmp_path / "saved.db")
    restore(tmp_path / "saved.db", tmp_path / "back.db")
    for file in (path, tmp_path / "saved.db", tmp_path / "back.db"):
        assert b"words of message" not in file.read_bytes()
        assert b"SQLite format" not in file.read_bytes()
        assert len(list(open_journal(file).entries())) == 20
    assert journal.erase(["alan"], RECORDED, "").count == 7
    assert journal.verify().ok
    for other in ("another key", ""):
        monkeypatch.setenv("GOODWILL_KEY", other)
        with pytest.raises(StoreFault, match="encrypted with another key"):
            open_journal(path)


def test_a_plain_book_is_not_taken_for_an_encrypted_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_journal(path).append(messages(2), recorded=RECORDED)
    monkeypatch.setenv("GOODWILL_KEY", "a key")
    with pytest.raises(StoreFault, match="it is not encrypted, but GOODWILL_KEY is set"):
        open_journal(path)


def test_the_key_is_not_shown(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOODWILL_KEY", "it's a long key")
    assert "long key" not in repr(open_journal(path))
