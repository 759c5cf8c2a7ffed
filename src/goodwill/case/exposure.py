"""What I stand to lose, what covers it, how far I meant to trust, and whose interests stand beside mine."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.case.quoting import quoted
from goodwill.ledger.book import Book

LEVELS = ("low", "guarded", "open")


@dataclass(frozen=True, slots=True)
class Default:
    """The declared default of trust: its level and, where said, its cap."""

    id: str
    about: str
    level: str
    cap: float | None
    currency: str
    announced: bool
    day: date
    words: str

    def told(self) -> str:
        """Name it in the user's words, or by its day."""
        return quoted(self.words, f"the default of {self.day}")

    def below(self, earlier: "Default") -> bool:
        """Say whether it trusts less than an earlier default did; an unnamed level cannot be compared."""
        return self.level in LEVELS and earlier.level in LEVELS[LEVELS.index(self.level) + 1 :]


@dataclass(frozen=True, slots=True)
class Stake:
    """What I stand to lose with someone, until when."""

    id: str
    other: str
    amount: float | None
    currency: str
    until: date | None
    day: date
    words: str

    def told(self) -> str:
        """Name it in the user's words, or by its amount or day."""
        return quoted(self.words, f"the stake of {self.size()}" if self.amount is not None else f"the stake of {self.day}")

    def size(self) -> str:
        """Give its amount with the currency, or the empty text where none was named."""
        return "" if self.amount is None else f"{self.amount:g} {self.currency}".strip()


@dataclass(frozen=True, slots=True)
class Safeguard:
    """What covers a stake, and whether it was announced before or after an incident."""

    id: str
    other: str
    type: str
    announced: str
    day: date
    words: str

    def told(self) -> str:
        """Name it in the user's words, or by its type and day."""
        return quoted(self.words, f"the {self.type.replace('_', ' ') or 'safeguard'} of {self.day}")


@dataclass(frozen=True, slots=True)
class Interest:
    """An interest someone has in the matter; whether it conflicts, and whether it was disclosed."""

    id: str
    of: str
    matter: str
    conflict: bool
    disclosed: bool
    day: date
    words: str


def defaults(book: Book) -> Iterator[Default]:
    """Fold a book into declared defaults of trust."""
    for e in book.kinds("default"):
        yield Default(
            e.id,
            e.get("about"),
            e.get("level"),
            e.number("cap"),
            e.get("currency"),
            e.get("announced") == "yes",
            e.day,
            e.words,
        )


def stakes(book: Book) -> Iterator[Stake]:
    """Fold a book into what is at stake."""
    for e in book.kinds("stake"):
        yield Stake(e.id, e.get("with"), e.number("amount"), e.get("currency"), e.day_of("until"), e.day, e.words)


def safeguards(book: Book) -> Iterator[Safeguard]:
    """Fold a book into safeguards."""
    for e in book.kinds("safeguard"):
        yield Safeguard(e.id, e.get("with"), e.get("type"), e.get("announced") or "no", e.day, e.words)


def interests(book: Book) -> Iterator[Interest]:
    """Fold a book into interests."""
    for e in book.kinds("interest"):
        conflict, disclosed = e.get("conflict") == "yes", e.get("disclosed") == "yes"
        yield Interest(e.id, e.get("of"), e.get("matter"), conflict, disclosed, e.day, e.words)


def lowered(declared: tuple[Default, ...]) -> Iterator[tuple[Default, Default]]:
    """Give each default that trusts less than the one before it, as the pair of the two, earlier first."""
    for earlier, later in zip(declared, declared[1:], strict=False):
        if later.below(earlier):
            yield earlier, later


def at_stake(open_stakes: tuple[Stake, ...], currency: str) -> float:
    """Add up what is at stake in one currency; stakes that name no currency count in any."""
    return sum(s.amount or 0.0 for s in open_stakes if not currency or s.currency in ("", currency))
