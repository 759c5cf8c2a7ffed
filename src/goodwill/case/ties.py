"""Who knows whom, who speaks for whom, and what was checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry


@dataclass(frozen=True, slots=True)
class Tie:
    """Two parties who know each other."""

    id: str
    a: str
    b: str
    nature: str
    day: date
    since: str = ""

    def known_since(self) -> date:
        """Give the day since which they know each other: as stated, a bare year from its first day, else as written."""
        try:
            return date(int(self.since), 1, 1) if self.since.isdecimal() else date.fromisoformat(self.since)
        except (ValueError, OverflowError):
            return self.day


@dataclass(frozen=True, slots=True)
class Vouch:
    """A referral: who recommended whom, how close they are, in what matter."""

    id: str
    by: str
    about: str
    closeness: int | None
    matter: str
    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Praise:
    """Good said of one party by another without being asked: a referral, or a rating above nought."""

    id: str
    by: str
    about: str
    day: date


@dataclass(frozen=True, slots=True)
class Reference:
    """What a prior partner said when asked; independent unless the one it is about chose who was asked."""

    id: str
    by: str
    about: str
    chosen: str
    reliability: int | None
    followthrough: int | None
    again: str
    day: date
    words: str

    def independent(self) -> bool:
        """Say whether somebody other than the candidate chose this referee."""
        return self.chosen in ("me", "found")


@dataclass(frozen=True, slots=True)
class Check:
    """One verification of a claim."""

    id: str
    by: str
    how: str
    result: str
    day: date


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim or credential, and its checks."""

    id: str
    by: str
    matter: str
    words: str
    day: date
    expires: date | None
    checks: tuple[Check, ...]

    def state(self, today: date) -> str:
        """Give its state: refuted, expired, confirmed, or open."""
        results = [check.result for check in self.checks]
        if "refuted" in results:
            return "refuted"
        if self.expires and today > self.expires:
            return "expired"
        return "confirmed" if "confirmed" in results else "open"


def ties(book: Book) -> Iterator[Tie]:
    """Fold a book into ties: those stated, and those that a referral or a reference shows."""
    for e in book.kinds("tie"):
        yield Tie(e.id, e.get("a"), e.get("b"), e.get("nature"), e.day, e.get("since"))
    for e in book.kinds("vouch", "reference"):
        yield Tie(e.id, e.get("by"), e.get("about"), e.kind, e.day)


def vouches(book: Book) -> Iterator[Vouch]:
    """Fold a book into referrals."""
    for e in book.kinds("vouch"):
        yield Vouch(e.id, e.get("by"), e.get("about"), _of_five(e, "closeness"), e.get("matter"), e.day, e.words)


def praises(book: Book) -> Iterator[Praise]:
    """Fold a book into praise: referrals, and ratings above nought."""
    for e in book.kinds("vouch", "rating"):
        if e.kind == "vouch" or (e.number("value") or 0.0) > 0:
            yield Praise(e.id, e.get("by"), e.get("about"), e.day)


def references(book: Book) -> Iterator[Reference]:
    """Fold a book into references."""
    for e in book.kinds("reference"):
        scores = _of_five(e, "reliability"), _of_five(e, "followthrough")
        yield Reference(
            e.id, e.get("by"), e.get("about"), e.get("chosen"), *scores, again=e.get("again"), day=e.day, words=e.words
        )


def claims(book: Book) -> Iterator[Claim]:
    """Fold a book into claims with their checks."""
    for e in book.kinds("claim"):
        checks = tuple(
            Check(c.id, c.get("by"), c.get("how"), c.get("result") or "unclear", c.day)
            for c in book.citing(e.id, "check")
        )
        yield Claim(e.id, e.get("by"), e.get("matter"), e.words, e.day, e.day_of("expires"), checks)


def between(known: tuple[Tie, ...], one: str, other: str) -> tuple[str, ...]:
    """Name those who know both of two parties, in the order in which the book names them beside the second."""
    near = _neighbours(known, one)
    return tuple(name for name in _neighbours(known, other) if name in near and name not in (one, other))


def links(known: tuple[Tie, ...], party: str, through: tuple[str, ...]) -> tuple[Tie, ...]:
    """Give, for each of some people, the first tie between them and a party."""
    return tuple(next(t for t in known if {t.a, t.b} == {party, name}) for name in through)


def _neighbours(known: tuple[Tie, ...], party: str) -> dict[str, None]:
    return {tie.b if tie.a == party else tie.a: None for tie in known if party in (tie.a, tie.b)}


def _of_five(entry: Entry, key: str) -> int | None:
    value = entry.get(key)
    return int(value) if value.isdecimal() else None
