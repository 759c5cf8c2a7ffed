"""A damaged, foreign, newer or full file gives one clear line, never a traceback, and never passes as whole."""

import random
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from goodwill.store import engine, reading
from goodwill.store.fault import StoreFault
from goodwill.store.journal import Journal, open_journal
from store_samples import RECORDED, messages


def _answer(path: Path) -> tuple[bool, list[str]]:
    """Say whether a file passes as whole, and what it then gives."""
    try:
        journal = open_journal(path, create=False)
        return journal.verify().ok, list(journal.lines())
    except StoreFault as fault:
        assert "\n" not in str(fault)
        return False, []


@pytest.fixture
def whole(journal: Journal, path: Path) -> bytes:
    journal.append(messages(40), "mail", recorded=RECORDED)
    return path.read_bytes()


def test_every_flipped_bit_is_found_or_harmless(whole: bytes, tmp_path: Path) -> None:
    chance, path = random.Random(7), tmp_path / "flipped.db"
    path.write_bytes(whole)
    lines = _answer(path)[1]
    found = 0
    for _ in range(300):
        at = chance.randrange(len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :])
        passes, given = _answer(path)
        assert not passes or given == lines
        found += not passes
    assert found > 50


def test_a_schema_that_is_no_text_gives_one_line(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "flipped.db"
    for name in (b"version_num", b"alembic_version", b"CREATE TABLE", b"payload_once", b"coalesce"):
        at = whole.index(name)
        for byte in range(at, at + len(name)):
            path.write_bytes(whole[:byte] + bytes([whole[byte] ^ 0x80]) + whole[byte + 1 :])
            _answer(path)


def test_every_cut_is_found(whole: bytes, tmp_path: Path) -> None:
    chance, path = random.Random(8), tmp_path / "cut.db"
    for _ in range(40):
        path.write_bytes(whole[: chance.randrange(1, len(whole))])
        assert not _answer(path)[0]


def test_swapped_pages_are_found_or_harmless(whole: bytes, tmp_path: Path) -> None:
    chance, path = random.Random(9), tmp_path / "swapped.db"
    path.write_bytes(whole)
    lines = _answer(path)[1]
    pages = [whole[at : at + 4096] for at in range(0, len(whole), 4096)]
    for _ in range(40):
        one, two = chance.sample(range(len(pages)), 2)
        mixed = list(pages)
        mixed[one], mixed[two] = mixed[two], mixed[one]
        path.write_bytes(b"".join(mixed))
        passes, given = _answer(path)
        assert not passes or given == lines


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"dear diary\n" * 1000, "it is not a goodwill book, or it is encrypted"),
        (b"", "there is no book here"),
    ],
)
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    with pytest.raises(StoreFault, match=said):
        open_journal(path, create=False)


def test_a_foreign_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    raw = dbapi2.connect(str(path))
    raw.execute("CREATE TABLE mine (a)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreFault, match="it is a database, but not a goodwill book"):
        open_journal(path)
    assert path.read_bytes() == before


def test_a_newer_schema_is_refused(journal: Journal, path: Path) -> None:
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("UPDATE alembic_version SET version_num = '0099'")
    raw.close()
    with pytest.raises(StoreFault, match="newer goodwill"):
        open_journal(path)


def test_a_folder_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="it is not a file"):
        open_journal(tmp_path)


def test_a_content_that_is_no_entry_is_told_of_and_the_ones_before_are_given(journal: Journal, path: Path) -> None:
    journal.append(messages(5), recorded=RECORDED)
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("DROP TRIGGER payload_unchanged")
    raw.execute("UPDATE payload SET payload = ? WHERE seq = 4", (b"rubbish",))
    raw.close()
    given: list[str] = []
    with pytest.raises(StoreFault, match="event 4 cannot be read"):
        given.extend(entry.id for entry in journal.entries())
    assert given == ["m0", "m1", "m2"]


@pytest.mark.parametrize("pages", range(20, 60, 2))
def test_a_full_disk_keeps_what_was_acknowledged_and_the_rest_comes_later(
    journal: Journal, pages: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cramped(*told: Any) -> Any:
        opened = reading.connect(*told)
        opened.execute(f"PRAGMA max_page_count = {pages}")
        return opened

    kept: list[str] = []
    monkeypatch.setattr("goodwill.store.appending.BATCH", 25)
    with monkeypatch.context() as full:
        full.setattr(engine, "connect", cramped)
        with pytest.raises(StoreFault, match="the disk is full"):
            for told in journal.append_stream(messages(1000), "mail", recorded=RECORDED):
                kept.extend(told.accepted)
    assert [entry.id for entry in journal.entries()] == kept
    assert journal.verify().ok
    rest = journal.append(messages(1000), "mail", recorded=RECORDED)
    assert (len(rest.accepted), rest.duplicate) == (1000 - len(kept), len(kept))
    assert journal.verify().ok


def test_a_place_where_no_book_can_be_gives_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StoreFault, match="Not a directory"):
        open_journal(tmp_path / "file" / "book.db")


@pytest.mark.parametrize(
    ("version", "sound"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_a_library_that_can_lose_writes_is_refused(
    version: tuple[int, int, int], sound: bool, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reading.sound(version) is sound
    monkeypatch.setattr(reading.dbapi2, "sqlite_version_info", version)
    if sound:
        assert list(journal.entries()) == []
    else:
        with pytest.raises(StoreFault, match="can lose writes"):
            list(journal.entries())
