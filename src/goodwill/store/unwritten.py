"""A book that was never written: empty to read, and it takes nothing in."""

from typing import NoReturn

from goodwill.ledger.book import Book
from goodwill.store.fault import StoreFault


class Unwritten:
    """Stands where no book is, so that a draft can be checked for what it says alone."""

    def book(self) -> Book:
        """Give an empty book."""
        return Book()

    def get_mark(self, name: str) -> None:
        """Give no mark; there is none."""

    def head(self) -> str:
        """Give no head; a chain that was never begun has none."""
        return ""

    def _refuse(self, *_args: object, **_named: object) -> NoReturn:
        raise StoreFault("no book", "there is no book here")

    append = append_stream = keep_rejects = rejects = entries = lines = verify = erase = backup = set_mark = _refuse
