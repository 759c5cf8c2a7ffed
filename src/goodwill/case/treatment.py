"""How each side was treated: concerns and their answers, decisions and their reasons, thanks, and how it felt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.case.parties import ME
from goodwill.case.thread import words_of
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.seal import digest

PULSE = ("outcome", "self", "process", "relationship")


@dataclass(frozen=True, slots=True)
class Concern:
    """A concern someone raised, and what became of it; `confirmed` is false for an unconfirmed reading."""

    id: str
    by: str
    to: str
    day: date
    words: str
    answered: date | None = None
    answer: str = ""
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision one side took, with the reason it gave, if any."""

    id: str
    by: str
    to: str
    day: date
    words: str
    reason: str
    deal: str = ""


@dataclass(frozen=True, slots=True)
class Thanks:
    """A contribution acknowledged; `for_what` may name an entry."""

    id: str
    by: str
    to: str
    day: date
    for_what: str
    words: str


@dataclass(frozen=True, slots=True)
class Pulse:
    """How it felt to one side, 1 to 7: the outcome, the self, the process, the relationship."""

    id: str
    by: str
    day: date
    deal: str
    outcome: int | None
    self: int | None
    process: int | None
    relationship: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Comparable:
    """What peers get in some matter."""

    id: str
    matter: str
    value: str
    unit: str
    n: float | None
    of: str
    day: date
    words: str = ""

    def told(self) -> str:
        """Give the figure, whose it is, and of how many it was heard."""
        figure = " ".join(f"{self.matter} {self.value} {self.unit.replace('_', ' ')}".split())
        whose = f"for {self.of}" if self.of else "among peers"
        return f"{figure} {whose} ({f'n = {self.n:g}' if self.n else 'of how many is not said'})"


def concerns(book: Book) -> Iterator[Concern]:
    """Fold a book into concerns, those recorded and those a reader saw in a message."""
    for e in book.kinds("concern"):
        yield _concern(e, e, e.words, book)
    for reading in book.kinds("reading"):
        message = book.find(reading.get("of"))
        if reading.get("move") == "concern" and message is not None:
            yield _concern(reading, message, words_of(reading, message), book)


def _concern(raised: Entry, said: Entry, words: str, book: Book) -> Concern:
    """Give a concern: the entry that raises it, and the one in which it was said, which may be the same."""
    by = said.get("by")
    answer = _answer(book.citing(raised.id, "answer") + book.citing(said.id, "answer"), by)
    day, ident = (answer.day, answer.id) if answer else (None, "")
    confirmed = raised is said or bool(book.citing(raised.id, "confirm"))
    return Concern(raised.id, by, said.get("to"), said.day, words, day, ident, confirmed)


def _answer(given: tuple[Entry, ...], raiser: str) -> Entry | None:
    """Give the first answer; what the one who raised the concern says of it is none."""
    others = (entry for entry in given if entry.get("by") != raiser)
    return min(others, key=lambda entry: entry.moment, default=None)


def decisions(book: Book) -> Iterator[Decision]:
    """Fold a book into decisions."""
    for e in book.kinds("decision"):
        yield Decision(e.id, e.get("by"), e.get("to"), e.day, e.words, e.get("reason"), e.get("deal"))


def thanks(book: Book) -> Iterator[Thanks]:
    """Fold a book into thanks."""
    for e in book.kinds("thanks"):
        yield Thanks(e.id, e.get("by"), e.get("to"), e.day, e.get("for"), e.words)


def pulses(book: Book) -> Iterator[Pulse]:
    """Fold a book into how it felt; an answer given under a seal counts if it is the one that was sealed."""
    for e in book.kinds("pulse"):
        if not as_sealed(e, book):
            continue
        felt = [int(e.get(key)) if e.get(key).isdecimal() else None for key in PULSE]
        yield Pulse(e.id, e.get("by"), e.day, e.get("deal"), felt[0], felt[1], felt[2], felt[3], e.words)


def as_sealed(pulse: Entry, book: Book) -> bool:
    """Say whether an answer of the other side is the one they sealed; one without a salt never was under a seal."""
    if not pulse.get("salt") or pulse.get("by") == ME:
        return True
    seals = (seal for seal in book.kinds("seal") if seal.get("by") == pulse.get("by"))
    return digest(pulse) in {seal.get("digest") for seal in seals}


def comparables(book: Book) -> Iterator[Comparable]:
    """Fold a book into what peers get."""
    for e in book.kinds("comparable"):
        of, n = e.get("of"), e.number("n")
        yield Comparable(e.id, e.get("matter"), e.get("value"), e.get("unit"), n, of, e.day, e.words)
