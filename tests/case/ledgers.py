"""A case read from lines of a ledger, as tests write them."""

from datetime import date

from goodwill.case.case import Case, case
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse


def book_of(text: str) -> Book:
    """Read a book; a line that is invalid fails the test."""
    read = list(parse(line.strip() for line in text.splitlines()))
    assert all(isinstance(entry, Entry) for entry in read), read
    return Book.of(entry for entry in read if isinstance(entry, Entry))


def case_of(text: str, day: str, party: str) -> Case:
    """Read a case narrowed to one counterparty."""
    return case(book_of(text), date.fromisoformat(day)).among(party)
