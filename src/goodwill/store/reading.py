"""Reading the book: through the driver alone, so that a command which only reads starts at once."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from sqlcipher3 import dbapi2

from goodwill.store.chain import Event, genesis, head_text
from goodwill.store.fault import StoreFault, reason_of

APPLICATION: Final = 0x676F6F64
REVISION: Final = "0001"
PATIENCE: Final = 60.0
ROUNDS: Final = 256_000  # what SQLCipher 4 takes by itself
EVENTS: Final = "SELECT seq, prev, hash, commitment, key, parties, recorded, came FROM event"
_PRAGMAS: Final = (
    "synchronous = FULL",
    "fullfsync = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)

if TYPE_CHECKING:
    import sqlite3  # SQLCipher's own connection has the same methods, and no types

    Connection = sqlite3.Connection
else:
    Connection = dbapi2.Connection


def sound(version: tuple[int, ...]) -> bool:
    """Tell whether a SQLite is free of the fault by which several writers in WAL mode can lose what was written.

    >>> sound((3, 51, 2)), sound((3, 44, 6)), sound((3, 51, 3))
    (False, True, True)
    """
    return not (3, 7, 0) <= version <= (3, 51, 2) or version in {(3, 44, 6), (3, 50, 7)}


def key_told() -> str:
    """Give the key of an encrypted book, from the environment alone; empty means the book is plain."""
    return os.environ.get("GOODWILL_KEY", "")


def connect(path: Path, key: str = "", patience: float = PATIENCE) -> Connection:
    """Open the file of a book that is there; every statement after it stands alone until a transaction begins."""
    if not sound(dbapi2.sqlite_version_info):
        raise StoreFault(path, f"SQLite {dbapi2.sqlite_version} can lose writes; sqlcipher3 0.6.4 or later is needed")
    with faults(path):
        opened: Connection = dbapi2.connect(
            f"file:{quote(str(path.absolute()))}?mode=rw",
            uri=True,
            timeout=patience,
            isolation_level=None,
            check_same_thread=False,
        )
        if key:
            opened.execute(f"PRAGMA key = {_quoted(path, key)}")
        for pragma in _PRAGMAS:
            opened.execute(f"PRAGMA {pragma}")
    return opened


def _quoted(path: Path, key: str) -> str:
    """Give the key as SQLCipher takes it: derived here, once for a file, where it would be derived at each opening."""
    with path.open("rb") as file:
        salt = file.read(16)
    if len(salt) == 16:
        return f"\"x'{_derived(key, salt)}{salt.hex()}'\""
    plain = key.replace("'", "''")
    return f"'{plain}'"


@lru_cache(maxsize=8)
def _derived(key: str, salt: bytes) -> str:
    return hashlib.pbkdf2_hmac("sha512", key.encode(), salt, ROUNDS, 32).hex()


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn what a driver or the system raises into one line for the user."""
    try:
        yield
    except (dbapi2.Error, OSError, UnicodeDecodeError) as error:
        raise StoreFault(path, reason_of(error)) from error


@contextmanager
def reader(path: Path, key: str = "") -> Iterator[Connection]:
    """Open a book for one piece of work, and close it after."""
    opened = connect(path, key)
    try:
        with faults(path):
            yield opened
    finally:
        opened.close()


def state(opened: Connection) -> str:
    """Say what the file holds: `empty`, `foreign`, or the revision of a book's schema."""
    (application,) = opened.execute("PRAGMA application_id").fetchone()
    if application == APPLICATION:
        row = opened.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else "foreign"
    (tables,) = opened.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return "foreign" if tables or application else "empty"


def examine(path: Path, key: str = "") -> str:
    """Say what stands at a path: `absent`, `empty` or `current`; whatever cannot be used is a fault."""
    with faults(path):
        if not path.exists():
            return "absent"
        if not stat.S_ISREG(path.stat().st_mode):
            raise StoreFault(path, "it is not a file")
    if key and _plain(path):
        raise StoreFault(path, "it is not encrypted, but GOODWILL_KEY is set; unset it or choose another book")
    with reader(path, key) as opened:
        found = state(opened)
    if found == "foreign":
        raise StoreFault(path, "it is a database, but not a goodwill book")
    if found not in {"empty", REVISION}:
        raise StoreFault(path, f"it was written by a newer goodwill (schema {found}); this one knows {REVISION}")
    return "current" if found == REVISION else found


def _plain(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"


def secret(opened: Connection) -> bytes:
    """Give the book's own secret, without which its keys cannot be made or tested."""
    row = opened.execute("SELECT value FROM meta WHERE name = 'secret'").fetchone()
    return bytes(row[0]) if row else b""


def events(opened: Connection) -> Iterator[Event]:
    """Give every event in order, without its content."""
    return map(Event._make, opened.execute(f"{EVENTS} ORDER BY seq"))


def payloads(opened: Connection) -> Iterator[tuple[int, bytes]]:
    """Give every content that is still there with its number, in order."""
    rows: Iterator[tuple[int, bytes]] = opened.execute("SELECT seq, payload FROM payload ORDER BY seq")
    return rows


def last(opened: Connection) -> tuple[int, bytes]:
    """Give the number and the hash of the last event, or those that stand before the first."""
    row = opened.execute("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    return (row[0], bytes(row[1])) if row else (0, genesis(secret(opened)))


def head(opened: Connection) -> str:
    """Print the head of the book, to be written down elsewhere and verified against."""
    return head_text(*last(opened))
