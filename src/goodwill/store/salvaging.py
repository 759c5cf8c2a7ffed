"""What can still be read of a damaged book, from a copy of its file, so that nothing more is harmed."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from goodwill.ledger.entry import Entry
from goodwill.store.chain import commitment
from goodwill.store.fault import StoreFault
from goodwill.store.reading import Connection, connect
from goodwill.store.recall import recalled
from goodwill.store.verifying import verify

# So many numbers after the last one that could be read are still tried; a number so far on is not one of the book's.
BEYOND, FARTHEST = 10_000, 10_000_000
_ROWS = """SELECT p.seq, p.salt, p.payload FROM event e LEFT JOIN payload p ON p.seq = e.seq
    WHERE e.seq > ? ORDER BY e.seq"""

Content = tuple[int, Any, Any]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """One entry that could be read: its number, its line, and how sure that is.

    `proven` is true before the first break of the chain, where the whole chain vouches for the entry and its place.
    `sealed` is true where its content is the one that its own event committed to.
    """

    seq: int
    line: str
    proven: bool
    sealed: bool


def salvage(path: Path, key: str = "") -> Iterator[Salvaged]:
    """Give every entry that can still be read, in the order they came; a file that cannot be opened is a fault."""
    if not path.is_file():
        raise StoreFault(path, "there is no book here")
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "book"
        for end in ("", "-wal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{path}{end}", f"{copy}{end}")
        try:
            sure = _unbroken(copy, key)
            opened = connect(copy, key)
        except StoreFault as fault:
            raise StoreFault(path, fault.reason) from fault
        try:
            yield from _found(opened, sure)
        finally:
            opened.close()


def _unbroken(copy: Path, key: str) -> int:
    """Give the number of the last event before the first break."""
    seen = verify(copy, key)
    return seen.first_bad - 1 if seen.first_bad else seen.events


def _found(opened: Connection, sure: int) -> Iterator[Salvaged]:
    for seq, salt, payload in _contents(opened):
        with suppress(UnicodeDecodeError, AttributeError):
            line = payload.decode()
            if isinstance(recalled(line), Entry):
                sealed = _promised(opened, seq) == commitment(salt, payload) if isinstance(salt, bytes) else False
                yield Salvaged(seq, line, seq <= sure and sealed, sealed)


def _contents(opened: Connection) -> Iterator[Content]:
    """Read the contents page after page, and ask for each number that this passes over by itself.

    A broken page is passed by; where the way to a sound one is broken, one of the two finds it.
    """
    seq, missed, broken = 0, 0, False
    while missed < BEYOND:
        try:
            for row in _onward(opened, seq):
                yield from _one_by_one(opened, seq, row[0])
                yield row
                seq, missed = row[0], 0
            if not broken:
                return
        except (dbapi2.Error, UnicodeDecodeError):
            broken = True
        seq, missed = seq + 1, missed + 1
        for row in _one_by_one(opened, seq - 1, seq + 1):
            missed = 0
            yield row


def _onward(opened: Connection, seq: int) -> Iterator[Content]:
    """Read on behind a number as `verify` does; a page that cannot be read raises."""
    for row in opened.execute(_ROWS, (seq,)):
        if isinstance(row[0], int) and seq < row[0] <= seq + FARTHEST:
            seq = row[0]
            yield row


def _one_by_one(opened: Connection, after: int, before: int) -> Iterator[Content]:
    """Ask for each number between two, which may have been erased, or lost."""
    for seq in range(after + 1, before):
        with suppress(dbapi2.Error, UnicodeDecodeError):
            row = opened.execute("SELECT seq, salt, payload FROM payload WHERE seq = ?", (seq,)).fetchone()
            if row is not None and row[0] == seq:
                yield row


def _promised(opened: Connection, seq: int) -> bytes | None:
    with suppress(dbapi2.Error):
        row = opened.execute("SELECT commitment FROM event WHERE seq = ?", (seq,)).fetchone()
        return bytes(row[0]) if row and isinstance(row[0], bytes) else None
    return None
