"""Breaches and what was done about them: apologies by their parts, amends, and their days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.ledger.book import Book


@dataclass(frozen=True, slots=True)
class Apology:
    """An apology and the parts it had."""

    id: str
    by: str
    day: date
    parts: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach, its named cause, and the repair that followed."""

    id: str
    by: str
    to: str
    day: date
    of: str
    cause: str
    words: str
    apologies: tuple[Apology, ...] = ()
    amends: tuple[tuple[str, date], ...] = ()


def breaches(book: Book) -> Iterator[Breach]:
    """Fold a book into breaches with their repair; what its side says on it, or on what it breached, belongs to it."""
    for e in book.kinds("breach"):
        cites = book.citing(e.id) + (book.citing(e.get("of")) if e.get("of") else ())
        about = [a for a in cites if a.get("by") == e.get("by")]
        said = tuple(Apology(a.id, a.get("by"), a.day, a.many("parts"), a.words) for a in about if a.kind == "apology")
        amends = tuple((a.id, a.day) for a in about if a.kind == "amends")
        yield Breach(
            e.id,
            e.get("by"),
            e.get("to"),
            e.day,
            e.get("of"),
            e.get("cause") or "unknown",
            e.words,
            said,
            amends,
        )
