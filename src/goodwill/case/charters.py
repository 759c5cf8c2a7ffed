"""Charters: how two mean to treat each other, as both signed it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.ledger.book import Book


@dataclass(frozen=True, slots=True)
class Charter:
    """How two mean to treat each other since `day`; a term nobody set is None.

    `notice` is how many days before its day a promise is moved at the latest, `answer` within how many days a concern
    is answered, `review` the day on which both look back.
    """

    id: str
    day: date
    notice: int | None
    answer: int | None
    review: date | None
    words: str


def charters(book: Book) -> Iterator[Charter]:
    """Fold a book into the charters signed, in order."""
    for e in book.kinds("charter"):
        yield Charter(e.id, e.day, _days(e.number("notice")), _days(e.number("answer")), e.day_of("review"), e.words)


def _days(number: float | None) -> int | None:
    return None if number is None else int(number)
