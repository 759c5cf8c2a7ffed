"""What was given so as not to look distrustful: after a safeguard was declined, or with words that excuse caution."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.case.thread import Message, Reading
from goodwill.case.wording import Wording
from goodwill.ledger.book import Book

_LONGEST = 20_000
_DOUBT = r"(?:I|we) (?:(?:do not|don['’]t|did not|didn['’]t) trust|doubt(?:ed)?|(?:mis|dis)trust(?:ed)?|suspect)"
EXCUSES = Wording(
    "to seem|to appear|to look|to sound|to come across|you to think|you to feel|you to believe",
    r"[^.?\n]{0,80}(?:\bnot|\bnever|n['’]t) (?:want(?:ed)?|like|wish|meant?) "
    r"(?:to (?:seem|appear|look|sound|come across)(?: as if| as| too| overly)? "
    rf"(?:distrustful|mistrustful|untrusting|suspicious|difficult|ungrateful|rude|not trusting|doubting|{_DOUBT})"
    rf"|you to (?:think|feel|believe)(?: that)? {_DOUBT}\b)[^.?\n]{{0,80}}",
    re.IGNORECASE,
)


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
