"""A desk on a book that may not be there."""

from collections.abc import Sequence
from pathlib import Path

from goodwill.desk.desk import Desk
from goodwill.store.fault import StoreFault


def known(book: Path | str, me: Sequence[str] = ()) -> Desk:
    """Open the desk on a book if there is one, else without any; nothing is made."""
    try:
        return Desk.open(book, me, create=False)
    except StoreFault as fault:
        if "no book" not in fault.reason:
            raise
        return Desk.empty(me)
