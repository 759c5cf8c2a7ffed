"""Who the user is: told, remembered, or found as the one party present on every thread."""

import json
from collections import Counter
from dataclasses import dataclass

from goodwill.case.parties import ME, likely_me
from goodwill.ledger.book import Book
from goodwill.ledger.party import normal
from goodwill.store.journal import Journal

_MARK = "me"
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Identity:
    """The user's own mentions, what should be said about how they were found, and whom to choose from if unclear."""

    mentions: tuple[str, ...] = ()
    note: str = ""
    choices: tuple[str, ...] = ()


def remembered(journal: Journal) -> tuple[str, ...]:
    """Give the mentions of the user that the book remembers."""
    kept = journal.get_mark(_MARK)
    return tuple(json.loads(kept)) if kept else ()


def remember(journal: Journal, mentions: tuple[str, ...]) -> None:
    """Remember the user's mentions with the book, adding to those it knows."""
    known = remembered(journal)
    added = tuple(m for m in mentions if m not in known)
    if added:
        journal.set_mark(_MARK, json.dumps([*known, *added]))


def identified(book: Book, told: tuple[str, ...]) -> Identity:
    """Say who the user is; a guess is said aloud, and several candidates are left to the user.

    Where one name alone stands in the book, as with a single letter, it is most likely not the user's.
    """
    if told:
        return Identity(told)
    found = likely_me(book)
    if len(found) == 1:
        return Identity(found, f"taking you to be {found[0]}, the one party on every thread; --me NAME says otherwise")
    choices = found or _busiest(book)
    return Identity(choices=choices if len(choices) > 1 else ())


def mistaken(book: Book, told: tuple[str, ...]) -> str:
    """Say that nobody in the book goes by the user's names, and who is there instead; the empty text if somebody does.

    >>> mistaken(Book(()), ("Maria",))
    ''
    """
    there = _busiest(book)
    if not told or not there:
        return ""
    own = " or ".join(dict.fromkeys(told))
    return f"nobody there deals with {own}; if you are one of {', '.join(there)}, say so with --me"


def _busiest(book: Book) -> tuple[str, ...]:
    """Name those present most where nobody is on every thread and nothing says `me`: one of them is the user."""
    heard = [{normal(name) for name in entry.parties()} for entry in book.kinds("message")]
    if not heard:
        heard = [{normal(name) for name in entry.parties()} for entry in book if entry.kind != "rating"]
        heard = [] if any(ME in present for present in heard) else heard
    counts = Counter(name for present in heard if ME not in present for name in present)
    return tuple(name for name, _ in counts.most_common(MOST_NAMED))
