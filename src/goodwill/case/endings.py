"""How a promise ended: by a person's word, or by what its side delivered, paid or did."""

import math
from collections.abc import Iterable, Iterator
from datetime import date

from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

SAID = ("kept", "broken", "released")
DONE = ("delivery", "payment", "talk")
NEARLY = 0.9


def ends(entry: Entry, book: Book, by: str) -> list[Entry]:
    """Give the entries that end a promise of a side, in order; what the other side paid or did for it is none."""
    said = book.citing(entry.id, *SAID)
    did = sorted((e for e in book.citing(entry.id, *DONE) if e.get("by") in ("", by)), key=lambda e: e.moment)
    return sorted((*said, *_whole(did)), key=lambda e: e.moment)


def _whole(did: Iterable[Entry]) -> Iterator[Entry]:
    """Leave out deliveries of a part until the parts make nearly the whole: a tenth less is usual in trade."""
    came = 0.0
    for e in did:
        part, _, whole = e.get("part").partition("/")
        try:
            came += float(part) if whole else math.inf
            short = came < NEARLY * float(whole or 0)
        except ValueError:
            short = False
        if not short:
            yield e


def end_of(entry: Entry, book: Book, by: str) -> tuple[str, date | None, str]:
    """Give the state of a promise, the day it ended and the entry that ended it.

    A person's word counts before a delivery or payment, which may have been a part.
    """
    found = ends(entry, book, by)
    end = next((e for e in found if e.kind in SAID), found[0] if found else None)
    return ("open", None, "") if end is None else (state_of(end), end.day, end.id)


def state_of(end: Entry) -> str:
    """Name the state in which an entry leaves the promise it cites."""
    return end.kind if end.kind in ("broken", "released") else "kept"


def done(name: str, book: Book) -> bool:
    """Say whether what a promise waits for has come: a promise must be kept, any other entry only be there."""
    entry = book.find(name)
    return entry is not None and (entry.kind != "promise" or end_of(entry, book, entry.get("by"))[0] == "kept")
