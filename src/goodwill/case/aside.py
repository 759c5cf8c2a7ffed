"""What was set aside: entries and rules that a dismissal in force takes out of account."""

from datetime import date

from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

DEEPEST = 100


def set_aside(book: Book, today: date) -> frozenset[str]:
    """Name the entries and rules that a dismissal in force sets aside.

    A dismissal that was itself set aside does not count, so that undoing one brings back what it took away. Of several
    that stand for one thing the latest counts.
    """
    out: dict[str, bool] = {}
    latest_first = reversed(book.kinds("dismiss"))
    for entry in sorted(latest_first, key=lambda dismissal: -_depth(dismissal, book)):
        if not out.get(entry.id):
            out.setdefault(entry.get("of"), (entry.day_of("until") or date.max) >= today)
    return frozenset(name for name, gone in out.items() if gone)


def _depth(entry: Entry | None, book: Book) -> int:
    """Count the dismissals from this one down to the first thing dismissed; a circle counts as the deepest."""
    for depth in range(DEEPEST):
        if entry is None or entry.kind != "dismiss":
            return depth
        entry = book.find(entry.get("of"))
    return DEEPEST
