"""A draft checked before it is sent: against the book where there is one, else for what it says alone."""

from datetime import date

from goodwill.desk.checking import Checked, check_by_itself
from goodwill.store.place import absent


def check_draft(draft: str, to: str, today: date, file: str, *, book: str, me: tuple[str, ...]) -> Checked:
    """Check a draft to a party, or to nobody in particular; a book that is not there is not made."""
    if not to and absent(book):
        return check_by_itself(draft, today, file, me)
    from goodwill.desk.opening import known  # the whole desk is needed for a book alone

    return known(book, me).check(draft, to, today, file)
