"""A correction: a later entry that cites an earlier one; nothing is written over."""

from collections.abc import Mapping
from datetime import date

from goodwill.desk.open_book import OpenBook
from goodwill.desk.parties import UnknownParty
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid
from goodwill.strategies.roster import find


def cited(opened: OpenBook, kind: str, of: str, today: date, values: Mapping[str, str], words: str) -> str:
    """Write an entry that cites another, or for a dismissal a rule; gives its id, and raises where there is none."""
    if opened.book.find(of) is None and not (kind == "dismiss" and find(of)):
        raise UnknownParty(f"there is no entry {of} in the book")
    kept = opened.record(Entry(today, kind, "-", {"of": of, **values}, words))
    if isinstance(kept, Invalid):
        raise UnknownParty(str(kept))
    return kept
