"""What was written, by whom, in which order, and who waits for an answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.kinds import MISSED_CALL

DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader saw in a message: the move, where it stands, and whether a person confirmed it."""

    id: str
    of: str
    by: str
    to: str
    day: date
    move: str
    words: str
    start: int
    end: int
    p: float
    due: date | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """One message: words, sides and moment, with what was read in it."""

    id: str
    by: str
    to: tuple[str, ...]
    day: date
    time: str
    words: str
    channel: str = ""
    thread: str = ""
    readings: tuple[Reading, ...] = ()
    zone: str = ""

    def moment(self) -> datetime:
        """Give the moment it was sent, in universal time where its zone was told; without a time of day, noon."""
        clock = time.fromisoformat(self.time) if self.time else time(12)
        local = datetime.combine(self.day, clock)
        return local - _offset(self.zone) if date.min < self.day < date.max else local

    def moves(self) -> frozenset[str]:
        """Give the names of the moves read in it."""
        return frozenset(reading.move for reading in self.readings)

    def rang(self) -> bool:
        """Say whether it was a call that the other side did not take."""
        return self.channel == MISSED_CALL

    def asks(self) -> bool:
        """Say whether it waits for an answer: a call not taken, or a question, a request or a concern in it."""
        return self.rang() or "?" in self.words or bool(self.moves() & {"question", "request", "concern"})


@dataclass(frozen=True, slots=True)
class Reply:
    """How long the first answer to a turn took, in hours; `to` is the message answered."""

    by: str
    of: str
    id: str
    day: date
    hours: float


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting or call with someone, and what it was for."""

    id: str
    day: date
    other: str
    channel: str
    minutes: float
    purpose: str
    words: str


def messages(book: Book) -> Iterator[Message]:
    """Fold a book into its messages, each with what was read in it."""
    for entry in book.kinds("message"):
        readings = tuple(_reading(r, entry, book) for r in book.citing(entry.id, "reading"))
        yield Message(
            entry.id,
            entry.get("by"),
            entry.many("to"),
            entry.day,
            entry.time,
            entry.words,
            entry.get("channel"),
            entry.get("thread"),
            readings,
            entry.get("zone"),
        )


def _offset(zone: str) -> timedelta:
    """Read how far a zone such as `+0100` is from universal time; none told is none."""
    if len(zone) != 5 or zone[0] not in "+-" or not zone[1:].isdecimal():
        return timedelta(0)
    away = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:]))
    return -away if zone[0] == "-" else away


def talks(book: Book) -> Iterator[Talk]:
    """Fold a book into meetings and calls."""
    for e in book.kinds("talk"):
        if any(end.day <= e.day for end in book.citing(e.get("of"), "released")):
            continue
        minutes = e.number("minutes") or 0.0
        yield Talk(e.id, e.day, e.get("with"), e.get("channel"), minutes, e.get("purpose") or "business", e.words)


def replies(thread: tuple[Message, ...]) -> Iterator[Reply]:
    """Give the first answer to each turn: a turn is a run of messages of one side."""
    waiting: Message | None = None
    for message in thread:
        if waiting is not None and message.by != waiting.by:
            hours = (message.moment() - waiting.moment()).total_seconds() / 3600
            yield Reply(message.by, waiting.id, message.id, message.day, max(0.0, hours))
            waiting = message
        elif waiting is None:
            waiting = message


def unanswered(thread: tuple[Message, ...]) -> tuple[Message, ...]:
    """Give the messages at the end of a thread that nobody on the other side has answered, oldest first."""
    tail: list[Message] = []
    for message in reversed(thread):
        if tail and message.by != tail[-1].by:
            break
        tail.append(message)
    return tuple(reversed(tail))


def words_of(reading: Entry, message: Entry) -> str:
    """Give the words of a message that a reading is of; without a span, all of them."""
    span = reading.source
    return message.words[span.start : span.end] if span.start is not None else message.words


def _reading(entry: Entry, message: Entry, book: Book) -> Reading:
    span, chance = entry.source, entry.number("p")
    start, end = span.start or 0, span.end if span.end is not None else len(message.words)
    return Reading(
        entry.id,
        message.id,
        message.get("by"),
        message.get("to"),
        message.day,
        entry.get("move"),
        message.words[start:end],
        start,
        end,
        1.0 if chance is None else chance,
        entry.day_of("due"),
        bool(book.citing(entry.id, "confirm")),
    )
