"""Where memories may part: days on which two accounts differ, and what was agreed by word of mouth."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goodwill.case.promises import Promise
from goodwill.case.quoting import quoted
from goodwill.ledger.book import Book


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A second day for a promise: the entry that says it, when, and the two days."""

    id: str
    day: date
    one: date
    another: date


def misread(promises: Iterable[Promise], book: Book) -> Iterator[tuple[Promise, OtherDay]]:
    """Give each promise with a second day: moved only after the first had passed, or named by a delivery."""
    for promise in promises:
        if promise.first_due is None or not promise.confirmed:
            continue
        for move in promise.moves[-1:]:
            if move.asked == "after" and move.due is not None and move.due != promise.first_due:
                yield promise, OtherDay(move.id, move.day, promise.first_due, move.due)
        known = {promise.first_due, promise.due}
        for e in book.citing(promise.id, "delivery"):
            said = e.day_of("due")
            if said is not None and said not in known:
                yield promise, OtherDay(e.id, e.day, promise.due or promise.first_due, said)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something agreed: an agreement, or a business talk in which promises were made."""

    kind: str
    day: date
    words: str
    cites: tuple[str, ...]

    def told(self) -> str:
        """Name it in the user's words, or by what it was."""
        return quoted(self.words, "an agreement" if self.kind == "agree" else "a talk with promises")


def spoken_agreements(book: Book, promises: Iterable[Promise]) -> Iterator[Spoken]:
    """Give what was agreed, in order; a talk counts where a promise was made on its day and no agreement was."""
    made = [promise for promise in promises if promise.confirmed]
    signed = {e.day for e in book.kinds("agree")}
    for e in book.kinds("agree", "talk"):
        if e.kind == "agree":
            yield Spoken(e.kind, e.day, e.words, (e.id,))
        elif e.get("purpose") != "rapport" and e.day not in signed:
            then = tuple(dict.fromkeys(promise.id for promise in made if promise.made == e.day))
            if then:
                yield Spoken(e.kind, e.day, e.words, (e.id, *then))


def slips(promises: Iterable[Promise], today: date) -> Iterator[tuple[Promise, date]]:
    """Give each promise that did not hold on its first day, with the day on which that showed."""
    for promise in promises:
        if not promise.confirmed or promise.state == "released" or promise.waits_for:
            continue
        if promise.state == "broken" and promise.ended is not None:
            yield promise, promise.ended
        elif promise.days_late(today) and promise.due is not None:
            yield promise, promise.due + timedelta(days=1)
