"""The tables that the migrations make are the tables the store writes to."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from goodwill.store import migrating
from goodwill.store.engine import writer
from goodwill.store.journal import Journal, open_journal
from goodwill.store.reading import REVISION
from goodwill.store.schema import TABLES


def test_migrations_make_the_tables_of_the_schema(journal: Journal, path: Path) -> None:
    with writer(path) as opened:
        assert compare_metadata(MigrationContext.configure(opened), TABLES) == []


def test_the_newest_step_is_the_one_that_readers_know() -> None:
    steps = str(migrating._STEPS)
    assert ScriptDirectory(steps, version_locations=[steps]).get_current_head() == REVISION


def test_a_book_that_was_half_made_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(_size: int) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(migrating.secrets, "token_bytes", killed)
        with pytest.raises(KeyboardInterrupt):
            open_journal(path)
    assert open_journal(path).verify().ok


def test_making_a_book_that_is_there_changes_nothing(journal: Journal, path: Path) -> None:
    head = journal.head()
    migrating.create(path)
    assert journal.head() == head
