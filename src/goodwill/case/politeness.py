"""What was given so as not to look distrustful: after a safeguard was declined, or with words that excuse caution."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.case.caution import EXCUSES
from goodwill.case.thread import Message, Reading
from goodwill.ledger.book import Book

_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Gift:
    """What was given: a concession or an agreement on record, or one read in a message."""

    id: str
    kind: str
    by: str
    day: date
    words: str


def excused(thread: tuple[Message, ...]) -> Iterator[tuple[Message, str]]:
    """Give each message that says it does not want to seem distrustful, with those words."""
    for message in thread:
        if found := EXCUSES.search(message.words[:_LONGEST]):
            yield message, found[0].strip()


def declined_then_gave(thread: tuple[Message, ...], book: Book, within: int) -> Iterator[tuple[Reading, Gift]]:
    """Give each safeguard declined in the next turn, with the first thing its proposer gave within some days."""
    gifts = sorted((*_recorded(book), *_read(thread)), key=lambda gift: gift.day)
    for no in _declined(thread):
        after = (g for g in gifts if g.by != no.by and 0 <= (g.day - no.day).days <= within and g.by in _sides(thread))
        if gave := next(after, None):
            yield no, gave


def _declined(thread: tuple[Message, ...]) -> Iterator[Reading]:
    proposed = ""
    for message in thread:
        if proposed and message.by != proposed:
            yield from (reading for reading in message.readings if reading.move == "reject")
            proposed = ""
        if "safeguard" in message.moves():
            proposed = message.by


def _recorded(book: Book) -> Iterator[Gift]:
    for e in book.kinds("concession", "agree"):
        yield Gift(e.id, e.kind, e.get("by"), e.day, e.words)


def _read(thread: tuple[Message, ...]) -> Iterator[Gift]:
    for message in thread:
        for reading in message.readings:
            if reading.move in ("concession", "accept"):
                yield Gift(reading.id, reading.move, message.by, message.day, reading.words)


def _sides(thread: tuple[Message, ...]) -> set[str]:
    return {message.by for message in thread}
