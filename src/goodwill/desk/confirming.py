"""What a machine read and nobody has confirmed yet, laid before the person who may."""

from collections.abc import Collection

from goodwill.case.case import Case
from goodwill.case.parties import ME
from goodwill.case.promises import Promise
from goodwill.case.quoting import quoted
from goodwill.case.said_done import SaidDone, said_done
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

COUNTED_MOVES = ("promise", "concession", "concern", "apology")


def waiting(whole: Case, book: Book, most: int) -> tuple[Entry, ...]:
    """Give the newest readings that would matter and wait for a person's word."""
    unsaid = [
        r for r in whole.readings if r.move in COUNTED_MOVES and not r.confirmed and ME in (r.by, *r.to.split(","))
    ]
    entries = (book.find(r.id) for r in sorted(unsaid, key=lambda r: r.day, reverse=True)[:most])
    return tuple(entry for entry in entries if entry is not None)


def laid_before(reading: Entry, book: Book) -> dict[str, str]:
    """Show a reading as a person needs to see it: the words, whose, when, and what would count."""
    message = book.find(reading.get("of")) or reading
    span = reading.source
    return {
        "id": reading.id,
        "of": message.id,
        "move": reading.get("move"),
        "by": message.get("by"),
        "day": reading.day.isoformat(),
        "due": reading.get("due"),
        "words": " ".join(message.words[span.start : span.end].split()),
    }


def still_open(readings: Collection[str], whole: Case) -> tuple[str, ...]:
    """Say of confirmed promises whose day has passed how to note that they were kept: no file may tell it."""
    past = (p for p in whole.promises if p.id in readings and p.confirmed and p.overdue(whole.today))
    return tuple(_still_open(promise, said_done(promise, whole.sent)) for promise in past)


def _still_open(promise: Promise, said: SaidDone | None) -> str:
    who = "you" if promise.by == ME else "they"
    wrote = f"; on {said.day} {who} wrote {quoted(said.words)}" if said else ""
    note = f"goodwill record kept of={promise.id} --as-of {said.day if said else 'DAY'}"
    return f"{promise.id} was due {promise.due}{wrote}; if it was kept: {note}"
