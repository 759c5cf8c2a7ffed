"""What was proposed, signed or left, and on which terms."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from goodwill.ledger.book import Book


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer, an agreement or a walk-away: the terms one side put to the other."""

    id: str
    kind: str
    by: str
    to: str
    day: date
    deal: str
    words: str
    terms: dict[str, str] = field(default_factory=dict, hash=False)


def terms_in(text: str) -> dict[str, str]:
    """Read terms such as `price=120;days=30`.

    >>> terms_in("price=120; days=30")
    {'price': '120', 'days': '30'}
    """
    pairs = (part.partition("=") for part in text.split(";") if "=" in part)
    return {name.strip(): value.strip() for name, _, value in pairs}


def offers(book: Book) -> Iterator[Offer]:
    """Fold a book into offers, agreements and walk-aways, in order."""
    for e in book.kinds("offer", "agree", "walk"):
        yield Offer(e.id, e.kind, e.get("by"), e.get("to"), e.day, e.get("deal"), e.words, terms_in(e.get("terms")))
