"""What I stand to lose, what covers it, how far I meant to trust, and whose interests stand beside mine."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from goodwill.case.parties import ME
from goodwill.case.payments import Bill
from goodwill.case.promises import Promise
from goodwill.case.quoting import quoted
from goodwill.codebook.trust import LEVELS
from goodwill.ledger.book import Book


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
        """Name it in the user's words, or by its amount, else by its day."""
        return quoted(self.words, self.size() or f"something noted on {self.day}")

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
    for earlier, later in pairwise(declared):
        if later.below(earlier):
            yield earlier, later


def at_stake(open_stakes: tuple[Stake, ...], currency: str) -> float:
    """Add up what is at stake in one currency; stakes that name no currency count in any."""
    return sum(s.amount or 0.0 for s in open_stakes if not currency or s.currency in ("", currency))


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision still to be taken about a stake: by which day, and the entries that say so."""

    stake: Stake
    day: date
    cites: tuple[str, ...]


def deciding(book: Book, open_stakes: tuple[Stake, ...], mine: tuple[Promise, ...]) -> Iterator[Choice]:
    """Give each stake on which the user has neither agreed nor decided yet, with its day.

    The day is the stake's own or, where it names none, that of the user's next open promise among `mine`.
    """
    settled = [e.day for e in book.kinds("agree", "decision") if e.kind == "agree" or e.get("by") == ME]
    answers = sorted((p.due, p.id) for p in mine if p.due is not None)
    for stake in open_stakes:
        if any(day >= stake.day - timedelta(days=30) for day in settled):
            continue
        if stake.until is not None:
            yield Choice(stake, stake.until, (stake.id,))
        elif answers:
            yield Choice(stake, answers[0][0], (stake.id, answers[0][1]))


def reasons_before(book: Book, promises: tuple[Promise, ...], bills: tuple[Bill, ...], day: date) -> bool:
    """Say whether something they did or left undone in the 30 days before a day could be a reason to trust less."""
    first = day - timedelta(days=30)
    happened = [e.day for e in book.kinds("breach") if e.get("by") != ME]
    happened += [e.day for e in book.kinds("check") if e.get("result") == "refuted"]
    for promise in promises:
        if promise.by != ME and promise.confirmed:
            happened += [move.day for move in promise.moves if move.asked == "after"]
            happened += [promise.ended] if promise.state == "broken" and promise.ended else []
            happened += _missed(promise.due, promise.ended, day)
    for bill in bills:
        if bill.to != ME:
            happened += _missed(bill.due, bill.settled, day)
    return any(first <= event <= day for event in happened)


def _missed(due: date | None, done: date | None, day: date) -> list[date]:
    """Give the day that was missed as it looked on another day, if it was."""
    return [due] if due is not None and due < day and (done is None or done > due) else []


def largest_step(bills: tuple[Bill, ...], before: date, currency: str) -> Bill | None:
    """Give the largest bill between the two sides that was paid in full before a day, in a currency."""
    paid = [b for b in bills if b.settled and b.settled < before and (not currency or b.currency in ("", currency))]
    return max(paid, key=lambda bill: bill.amount, default=None)
