"""Of a damaged book everything before the damage is saved, and of the rest what is still there, marked as less sure."""

import random
from pathlib import Path

import pytest

from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse
from goodwill.store.fault import StoreFault
from goodwill.store.journal import Journal, open_journal
from goodwill.store.salvaging import Salvaged, salvage
from store_samples import RECORDED, messages

PAGE = 4096
MANY = 400


@pytest.fixture
def whole(journal: Journal, path: Path) -> bytes:
    journal.append(messages(MANY), "mail", recorded=RECORDED)
    return path.read_bytes()


def saved(path: Path) -> list[Salvaged]:
    """Salvage a file; one that cannot be opened gives one line and nothing else."""
    before = path.read_bytes()
    try:
        return list(salvage(path))
    except StoreFault as fault:
        assert "\n" not in str(fault)
        return []
    finally:
        assert path.read_bytes() == before


def test_a_sound_book_is_given_whole_and_proven(journal: Journal, path: Path, whole: bytes) -> None:
    found = saved(path)
    assert [one.line for one in found] == list(journal.lines())
    assert all(one.proven and one.sealed for one in found)


def test_what_was_saved_makes_the_same_book_anew(journal: Journal, path: Path, whole: bytes, tmp_path: Path) -> None:
    anew = open_journal(tmp_path / "anew.book")
    entries = [entry for entry in parse([one.line for one in saved(path)]) if isinstance(entry, Entry)]
    anew.append(entries, "bring", recorded=RECORDED)
    assert list(anew.lines()) == list(journal.lines())


def test_a_lost_page_loses_what_stood_on_it_and_no_more(whole: bytes, journal: Journal, tmp_path: Path) -> None:
    lines, path = list(journal.lines()), tmp_path / "lost.db"
    spared = 0
    for page in range(1, len(whole) // PAGE):
        path.write_bytes(whole[: page * PAGE] + bytes(PAGE) + whole[(page + 1) * PAGE :])
        found = saved(path)
        assert {one.line for one in found if one.sealed} <= set(lines)
        proven = [one.line for one in found if one.proven]
        assert proven == lines[: len(proven)]
        spared += len(found) > MANY * 3 // 4
    assert spared > len(whole) // PAGE // 2


def test_every_entry_before_the_first_bad_one_is_saved(whole: bytes, journal: Journal, tmp_path: Path) -> None:
    lines, chance, path = list(journal.lines()), random.Random(3), tmp_path / "flipped.db"
    for _ in range(120):
        at = chance.randrange(PAGE, len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << chance.randrange(8))]) + whole[at + 1 :])
        found = saved(path)
        try:
            seen = open_journal(path, create=False).verify()
        except StoreFault:
            continue
        sure = seen.first_bad - 1 if seen.first_bad else seen.events
        assert [one.line for one in found][:sure] == lines[:sure]
        assert {one.line for one in found if one.sealed} <= set(lines)


def test_every_cut_file_gives_what_is_left(whole: bytes, journal: Journal, tmp_path: Path) -> None:
    lines, chance, path = set(journal.lines()), random.Random(4), tmp_path / "cut.db"
    for _ in range(40):
        path.write_bytes(whole[: chance.randrange(1, len(whole))])
        assert {one.line for one in saved(path) if one.sealed} <= lines


def test_a_content_changed_by_hand_is_given_as_not_vouched_for(journal: Journal, path: Path) -> None:
    from sqlcipher3 import dbapi2

    journal.append(messages(5), recorded=RECORDED)
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("DROP TRIGGER payload_unchanged")
    raw.execute("UPDATE payload SET payload = ? WHERE seq = 3", (b"2026-01-01 thanks t9 by=me to=alan",))
    raw.close()
    found = saved(path)
    assert [(one.proven, one.sealed) for one in found] == [(True, True)] * 2 + [(False, False)] + [(False, True)] * 2


def test_no_book_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="there is no book here"):
        list(salvage(tmp_path / "none.db"))
