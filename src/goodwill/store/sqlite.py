"""The book in one SQLite file."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid
from goodwill.store import quarantine, reading
from goodwill.store.fault import StoreFault
from goodwill.store.recall import recalled
from goodwill.store.records import Appended, Erased, Verified
from goodwill.store.terms import ERASURE, Terms


@dataclass(frozen=True)
class SqliteJournal:
    """A journal kept in one SQLite file. It holds no connection open between two calls."""

    path: Path
    key: str = field(default="", repr=False)

    def append(self, entries: Iterable[Entry], came: str = "record", *, recorded: str, strict: bool = True) -> Appended:
        """Take entries in, in batches of 500 that are each kept as a whole."""
        told = list(self.append_stream(entries, came, recorded=recorded, strict=strict))
        return Appended(
            tuple(name for one in told for name in one.accepted),
            sum(one.duplicate for one in told),
            tuple(bad for one in told for bad in one.conflicting),
        )

    def append_stream(
        self, entries: Iterable[Entry], came: str = "record", *, recorded: str, strict: bool = True
    ) -> Iterator[Appended]:
        """Take entries in, and tell of each batch as soon as it is kept."""
        from goodwill.store.appending import append

        if came == ERASURE:
            raise ValueError(f"{ERASURE} is how erasures come in; entries cannot")
        return append((self.path, self.key), entries, Terms(came, recorded, self._secret(), strict))

    def keep_rejects(self, rejects: Iterable[Invalid], recorded: str) -> int:
        """Keep what could not be taken, with its reason, beside the book; gives how many were new."""
        return quarantine.keep(self.path, rejects, recorded)

    def rejects(self) -> Iterator[dict[str, object]]:
        """Give what could not be taken, oldest first."""
        return quarantine.kept(self.path)

    def entries(self) -> Iterator[Entry]:
        """Read every entry whose content is there, in the order they came."""
        for seq, text in self._texts():
            read = recalled(text)
            if not isinstance(read, Entry):
                raise StoreFault(self.path, f"event {seq} cannot be read; `goodwill verify` says more")
            yield read

    def book(self) -> Book:
        """Read the whole book into memory."""
        return Book.of(self.entries())

    def lines(self) -> Iterator[str]:
        """Give each entry as its line, in the order they came: the export."""
        for _, text in self._texts():
            yield text

    def verify(self, head: str = "") -> Verified:
        """See whether the book is as it was written; `head` is one written down elsewhere."""
        from goodwill.store.verifying import verify

        return verify(self.path, self.key, head)

    def erase(self, party_mentions: Collection[str], recorded: str, reason: str) -> Erased:
        """Delete the content of every event that touches these mentions, and of what cites it."""
        from goodwill.store.erasing import erase

        quarantine.purge(self.path, party_mentions)
        terms = Terms(ERASURE, recorded, self._secret())
        return erase((self.path, self.key), party_mentions, terms, reason)

    def backup(self, path: Path | str) -> None:
        """Copy the book while it is in use, never over a file that is there."""
        from goodwill.store.copying import backup

        backup(self.path, self.key, Path(path))

    def head(self) -> str:
        """Give the head of the chain as NUMBER:HASH, to be written down elsewhere."""
        with reading.reader(self.path, self.key) as opened:
            return reading.head(opened)

    def get_mark(self, name: str) -> str | None:
        """Read a mark; None where there is none."""
        with reading.reader(self.path, self.key) as opened:
            row = opened.execute("SELECT value FROM mark WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def set_mark(self, name: str, value: str) -> None:
        """Set a mark, such as how far a file was brought. An erasure clears those that name the party."""
        with reading.reader(self.path, self.key) as opened:
            opened.execute("INSERT OR REPLACE INTO mark (name, value) VALUES (?, ?)", (name, value))

    def _texts(self) -> Iterator[tuple[int, str]]:
        with reading.reader(self.path, self.key) as opened:
            for seq, payload in reading.payloads(opened):
                yield seq, _decoded(self.path, seq, payload)

    def _secret(self) -> bytes:
        with reading.reader(self.path, self.key) as opened:
            return reading.secret(opened)


def _decoded(path: Path, seq: int, payload: bytes) -> str:
    try:
        return payload.decode()
    except (UnicodeDecodeError, AttributeError):
        raise StoreFault(path, f"event {seq} cannot be read; `goodwill verify` says more") from None
