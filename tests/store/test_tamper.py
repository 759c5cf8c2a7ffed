"""Whatever is altered in the file, verification names the first event that is not as it was written."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from goodwill.store.journal import Journal, open_journal
from goodwill.store.sqlite import SqliteJournal
from store_samples import RECORDED, messages

EVENTS = 60
Tamper = Callable[[Any, random.Random], int]


def _rows(raw: Any, table: str = "event") -> list[int]:
    return [row[0] for row in raw.execute(f"SELECT seq FROM {table} ORDER BY seq")]


def edit_payload(raw: Any, chance: random.Random) -> int:
    seq = chance.choice(_rows(raw, "payload"))
    (payload,) = raw.execute("SELECT payload FROM payload WHERE seq = ?", (seq,)).fetchone()
    at = chance.randrange(len(payload))
    changed = payload[:at] + bytes([payload[at] ^ 1]) + payload[at + 1 :]
    raw.execute("UPDATE payload SET payload = ? WHERE seq = ?", (changed, seq))
    return seq


def edit_field(raw: Any, chance: random.Random) -> int:
    seq = chance.choice(_rows(raw))
    column = chance.choice(("prev", "hash", "commitment", "key", "parties", "recorded", "came"))
    value = f"x{chance.random()}" if column in ("recorded", "came") else chance.randbytes(32)
    raw.execute(f"UPDATE event SET {column} = ? WHERE seq = ?", (value, seq))
    return seq


def edit_type(raw: Any, chance: random.Random) -> int:
    seq = chance.choice(_rows(raw))
    column = chance.choice(("prev", "hash", "commitment", "key", "parties", "recorded", "came"))
    raw.execute(f"UPDATE event SET {column} = ? WHERE seq = ?", (chance.choice((f"t{seq}", 7000 + seq, b"\xff")), seq))
    return seq


def remove_event(raw: Any, chance: random.Random) -> int:
    seq = chance.choice(_rows(raw)[:-1])
    raw.execute("DELETE FROM event WHERE seq = ?", (seq,))
    if chance.random() < 0.5:
        raw.execute("DELETE FROM payload WHERE seq = ?", (seq,))
    return seq


def remove_event_and_renumber(raw: Any, chance: random.Random) -> int:
    seq = chance.choice(_rows(raw)[:-1])
    for table in ("event", "payload"):
        raw.execute(f"DELETE FROM {table} WHERE seq = ?", (seq,))
        raw.execute(f"UPDATE {table} SET seq = -seq WHERE seq > ?", (seq,))
        raw.execute(f"UPDATE {table} SET seq = -seq - 1 WHERE seq < 0")
    return seq


def remove_content(raw: Any, chance: random.Random) -> int:
    seq = chance.choice(_rows(raw, "payload"))
    raw.execute("DELETE FROM payload WHERE seq = ?", (seq,))
    return seq


def insert_event(raw: Any, chance: random.Random) -> int:
    seq = chance.choice(_rows(raw))
    for table in ("event", "payload"):
        raw.execute(f"UPDATE {table} SET seq = -seq WHERE seq >= ?", (seq,))
        raw.execute(f"UPDATE {table} SET seq = -seq + 1 WHERE seq < 0")
    fields = [chance.randbytes(32) for _ in range(4)]
    raw.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, x'', 'now', 'mail')", (seq, *fields))
    return seq


def swap_events(raw: Any, chance: random.Random) -> int:
    first, second = sorted(chance.sample(_rows(raw), 2))
    for table in ("event", "payload"):
        for old, new in ((first, -1), (second, first), (-1, second)):
            raw.execute(f"UPDATE {table} SET seq = ? WHERE seq = ?", (new, old))
    return first


def cut_events_but_not_contents(raw: Any, chance: random.Random) -> int:
    seq = chance.choice(_rows(raw, "payload")[-10:])
    raw.execute("DELETE FROM event WHERE seq >= ?", (seq,))
    return seq


def put_content_back(raw: Any, chance: random.Random) -> int:
    seq = chance.choice([n for n in _rows(raw) if n not in _rows(raw, "payload")])
    raw.execute("INSERT INTO payload VALUES (?, ?, ?)", (seq, chance.randbytes(16), b"2026-01-02 thanks t by=a to=b"))
    return seq


def change_secret(raw: Any, chance: random.Random) -> int:
    raw.execute("UPDATE meta SET value = ? WHERE name = 'secret'", (chance.randbytes(32),))
    return 1


TAMPERS: tuple[Tamper, ...] = (
    edit_payload,
    edit_field,
    edit_type,
    remove_event,
    remove_event_and_renumber,
    remove_content,
    insert_event,
    swap_events,
    cut_events_but_not_contents,
    put_content_back,
)


@pytest.fixture
def saved(journal: Journal, path: Path) -> Path:
    journal.append(messages(EVENTS // 2), "mail", recorded=RECORDED)
    journal.erase(["carol"], RECORDED, "asked for it")
    journal.append(messages(EVENTS // 2, EVENTS), "mail", recorded=RECORDED)
    assert journal.verify().ok
    return path


def _tampered(saved: Path, copy: Path, tamper: Tamper, seed: int) -> int:
    shutil.copyfile(saved, copy)
    raw = dbapi2.connect(str(copy), isolation_level=None)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    seq = tamper(raw, random.Random(seed))
    raw.close()
    return seq


def test_two_hundred_alterations_are_each_named_at_the_right_event(saved: Path, tmp_path: Path) -> None:
    missed = []
    for seed in range(200):
        tamper = TAMPERS[seed % len(TAMPERS)]
        seq = _tampered(saved, tmp_path / "copy.db", tamper, seed)
        found = SqliteJournal(tmp_path / "copy.db").verify()
        if found.ok or found.first_bad != seq or not found.reason:
            missed.append((tamper.__name__, seed, seq, found))
    assert missed == []


def test_the_content_of_an_erasure_cannot_go_unseen(saved: Path, tmp_path: Path) -> None:
    def remove_account(raw: Any, _chance: random.Random) -> int:
        raw.execute("DELETE FROM payload WHERE seq = 31")
        return 31

    _tampered(saved, tmp_path / "copy.db", remove_account, 1)
    assert SqliteJournal(tmp_path / "copy.db").verify().first_bad == 31


@pytest.mark.parametrize(
    ("left", "right"), [("commitment", "key"), ("key", "parties"), ("parties", "recorded"), ("recorded", "came")]
)
def test_a_byte_moved_from_one_field_to_the_next_is_seen(saved: Path, tmp_path: Path, left: str, right: str) -> None:
    def move(raw: Any, _chance: random.Random) -> int:
        one, two = raw.execute(f"SELECT {left}, {right} FROM event WHERE seq = 2").fetchone()
        moved = one[-1:] if type(one) is type(two) else "x"
        raw.execute(f"UPDATE event SET {left} = ?, {right} = ? WHERE seq = 2", (one[:-1], moved + two))
        return 2

    _tampered(saved, tmp_path / "copy.db", move, 1)
    assert SqliteJournal(tmp_path / "copy.db").verify().first_bad == 2


def test_another_secret_shows_at_the_first_event(saved: Path, tmp_path: Path) -> None:
    _tampered(saved, tmp_path / "copy.db", change_secret, 1)
    assert SqliteJournal(tmp_path / "copy.db").verify().first_bad == 1


def test_a_cut_tail_shows_only_against_a_head_written_down(saved: Path, tmp_path: Path) -> None:
    head = open_journal(saved).head()
    cut = tmp_path / "copy.db"

    def cut_tail(raw: Any, _chance: random.Random) -> int:
        raw.execute("DELETE FROM event WHERE seq > 55")
        raw.execute("DELETE FROM payload WHERE seq > 55")
        return 56

    _tampered(saved, cut, cut_tail, 1)
    assert SqliteJournal(cut).verify().ok
    found = SqliteJournal(cut).verify(head)
    assert (found.ok, found.first_bad) == (False, 56)
    assert "the book ends at event 55" in found.reason


def test_a_head_written_down_stays_good_while_the_book_grows(journal: Journal) -> None:
    assert journal.verify(journal.head()).ok
    assert journal.verify("0:" + "ab" * 32).first_bad == 1
    journal.append(messages(3), recorded=RECORDED)
    head = journal.head()
    journal.append(messages(3, 10), recorded=RECORDED)
    assert journal.verify(head).ok
    assert not journal.verify(head[:-1] + ("0" if head[-1] != "0" else "1")).ok
    assert "is not a head" in journal.verify("12").reason


def test_a_book_rewritten_from_the_start_shows_against_a_head(journal: Journal, tmp_path: Path) -> None:
    journal.append(messages(5), recorded=RECORDED)
    other = open_journal(tmp_path / "other.db")
    other.append(messages(6), recorded=RECORDED)
    assert other.verify().ok
    assert other.verify(journal.head()).first_bad == 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET came = 'x' WHERE seq = 1",
        "DELETE FROM event WHERE seq = 3",
        "INSERT INTO event SELECT 9, prev, hash, commitment, x'00', parties, recorded, came FROM event WHERE seq = 1",
        "INSERT OR REPLACE INTO event SELECT 1, prev, hash, commitment, x'00', parties, recorded, came FROM event",
        "UPDATE payload SET payload = x'00'",
        "INSERT OR REPLACE INTO payload VALUES (1, x'00', x'00')",
        "UPDATE meta SET value = x'00'",
        "DELETE FROM meta",
    ],
)
def test_the_tables_themselves_refuse_change(journal: Journal, path: Path, statement: str) -> None:
    journal.append(messages(3), recorded=RECORDED)
    raw = dbapi2.connect(str(path), isolation_level=None)
    with pytest.raises(dbapi2.IntegrityError, match="only grows"):
        raw.execute(statement)
    raw.close()
    assert journal.verify().ok
