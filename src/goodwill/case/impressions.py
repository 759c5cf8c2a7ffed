"""Warm impressions of somebody, which are no facts about them."""

from dataclasses import dataclass
from datetime import date

from goodwill.case.quoting import quoted
from goodwill.ledger.book import Book


@dataclass(frozen=True, slots=True)
class Impression:
    """A warm impression the user wrote down: an open default, a relationship felt as 6 or 7 of 7, or thanks given."""

    id: str
    kind: str
    day: date
    words: str

    def told(self) -> str:
        """Name it in the user's words, or by its kind and day."""
        return quoted(self.words, f"the {self.kind} of {self.day}")


def impressions(book: Book, me: str) -> tuple[Impression, ...]:
    """Give the user's warm impressions, in order."""
    warm = (
        e
        for e in book.kinds("default", "pulse", "thanks")
        if (e.kind == "default" and e.get("level") == "open")
        or (e.get("by") == me and (e.kind == "thanks" or e.get("relationship") in ("6", "7")))
    )
    return tuple(Impression(e.id, e.kind, e.day, e.words) for e in warm)
