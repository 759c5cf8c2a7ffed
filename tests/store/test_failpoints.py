"""Whichever statement fails, what was acknowledged is there, what was not leaves no trace, and work goes on after."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlcipher3 import dbapi2

from goodwill.store.fault import StoreFault
from store_samples import RECORDED, copied, messages


@contextmanager
def failing_at(point: int) -> Iterator[list[str]]:
    """Let the statement or the commit of this number fail; give the list that tells which it was."""
    failed: list[str] = []
    numbers = count(1)

    def step(what: str) -> None:
        if next(numbers) == point:
            failed.append(what)
            raise dbapi2.OperationalError("disk I/O error")

    def statement(_conn: object, _cursor: object, text: str, *_rest: object) -> None:
        step(text)

    def commit(_conn: object) -> None:
        step("commit")

    event.listen(Engine, "before_cursor_execute", statement)
    event.listen(Engine, "commit", commit)
    try:
        yield failed
    finally:
        event.remove(Engine, "before_cursor_execute", statement)
        event.remove(Engine, "commit", commit)


def test_any_step_of_an_append_may_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goodwill.store.appending.BATCH", 4)
    seen = set()
    for point in count(1):
        journal, kept = copied(tmp_path / f"{point}.db"), []
        with failing_at(point) as failed:
            try:
                for told in journal.append_stream(messages(10), "mail", recorded=RECORDED):
                    kept.extend(told.accepted)
            except StoreFault as fault:
                assert "disk I/O error" in str(fault)
        assert [entry.id for entry in journal.entries()] == kept
        assert journal.verify().ok
        assert len(journal.append(messages(10), "mail", recorded=RECORDED).accepted) == 10 - len(kept)
        if not failed:
            break
        seen.add(failed[0].split(" (")[0])
    assert {"commit", "BEGIN IMMEDIATE", "INSERT INTO event", "INSERT INTO payload", "INSERT INTO party"} <= seen


def test_any_step_of_an_erasure_may_fail(tmp_path: Path) -> None:
    seen = set()
    for point in count(1):
        journal = copied(tmp_path / f"{point}.db")
        journal.append(messages(9), "mail", recorded=RECORDED)
        journal.set_mark("watch", "yesterday")
        with failing_at(point) as failed:
            try:
                journal.erase(["alan"], RECORDED, "")
            except StoreFault as fault:
                assert "disk I/O error" in str(fault)
        assert journal.verify().ok
        if not failed:
            break
        seen.add(failed[0].split(" ")[0])
        assert (journal.verify().events, len(list(journal.entries()))) == (9, 9)
        assert journal.get_mark("watch") == "yesterday"
        assert journal.erase(["alan"], RECORDED, "").count == 3
    assert {"commit", "BEGIN", "INSERT", "DELETE", "SELECT"} <= seen


def test_any_step_of_making_a_book_may_fail(tmp_path: Path) -> None:
    from goodwill.store.migrating import create

    for point in count(1):
        path = tmp_path / f"{point}.db"
        with failing_at(point) as failed:
            try:
                create(path)
            except StoreFault as fault:
                assert "disk I/O error" in str(fault)
        create(path)
        assert len(messages_kept(path)) == 3
        if not failed:
            break
    assert point > 15


def messages_kept(path: Path) -> tuple[str, ...]:
    from goodwill.store.journal import open_journal

    return open_journal(path, create=False).append(messages(3), recorded=RECORDED).accepted
