"""The journal: where what was said and done is kept for good, and how to open it."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid
from goodwill.store.fault import StoreFault
from goodwill.store.place import located
from goodwill.store.reading import examine, key_told
from goodwill.store.records import Appended, Erased, Verified
from goodwill.store.sqlite import SqliteJournal


class Journal(Protocol):
    """A book on disk: entries are added, read, verified and erased; none is ever changed."""

    def append(self, entries: Iterable[Entry], came: str = "record", *, recorded: str, strict: bool = True) -> Appended:
        """Take entries in. The same id with other content is a conflict when strict, else a duplicate."""

    def append_stream(
        self, entries: Iterable[Entry], came: str = "record", *, recorded: str, strict: bool = True
    ) -> Iterator[Appended]:
        """Take entries in, and tell of each batch as soon as it is kept."""

    def keep_rejects(self, rejects: Iterable[Invalid], recorded: str) -> int:
        """Keep what could not be taken, with its reason; gives how many were new."""

    def rejects(self) -> Iterator[dict[str, object]]:
        """Give what could not be taken, oldest first."""

    def entries(self) -> Iterator[Entry]:
        """Read every entry whose content is there, in the order they came."""

    def book(self) -> Book:
        """Read the whole book into memory."""

    def lines(self) -> Iterator[str]:
        """Give each entry as its line: the export."""

    def verify(self, head: str = "") -> Verified:
        """See whether the book is as it was written; `head` is one written down elsewhere."""

    def erase(self, party_mentions: Collection[str], recorded: str, reason: str) -> Erased:
        """Delete the content of every event that touches these mentions, and of what cites it."""

    def backup(self, path: Path | str) -> None:
        """Copy the book while it is in use, never over a file that is there."""

    def head(self) -> str:
        """Give the head of the chain as NUMBER:HASH."""

    def get_mark(self, name: str) -> str | None:
        """Read a mark; None where there is none."""

    def set_mark(self, name: str, value: str) -> None:
        """Set a mark."""


def open_journal(url_or_path: Path | str, create: bool = True) -> Journal:
    """Open a book by its path or its `sqlite:///` URL; make it where there is none, unless told not to."""
    path = located(str(url_or_path))
    key = key_told()
    found = examine(path, key)
    if found != "current":
        if not create:
            raise StoreFault(path, "there is no book here")
        from goodwill.store.migrating import create as make

        make(path, key)
    return SqliteJournal(path, key)
