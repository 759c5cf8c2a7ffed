"""A book that may not be there: a desk opened without it, and a draft checked all the same."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from goodwill.desk.checking import Checked, check_by_itself
from goodwill.store.fault import StoreFault
from goodwill.store.place import absent

if TYPE_CHECKING:
    from goodwill.desk.desk import Desk


def known(book: Path | str, me: Sequence[str] = ()) -> "Desk":
    """Open the desk on a book if there is one, else without any; nothing is made."""
    from goodwill.desk.desk import Desk  # a draft without a book needs no desk

    try:
        return Desk.open(book, me, create=False)
    except StoreFault as fault:
        if "no book" not in fault.reason:
            raise
        return Desk.empty(me)


def check_draft(draft: str, to: str, today: date, file: str, *, book: str, me: tuple[str, ...]) -> Checked:
    """Check a draft to a party, or to nobody in particular; without a book, for what it says alone."""
    if not to and absent(book):
        return check_by_itself(draft, today, file, me)
    return known(book, me).check(draft, to, today, file)
