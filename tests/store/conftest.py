"""A new book for each test."""

from pathlib import Path

import pytest

from goodwill.store.journal import Journal, open_journal


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOODWILL_KEY", raising=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "books" / "book.db"


@pytest.fixture
def journal(path: Path) -> Journal:
    return open_journal(path)
