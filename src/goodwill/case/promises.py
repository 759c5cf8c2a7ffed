"""Promises, ours and theirs: by when, moved to when, and what became of each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from goodwill.case.endings import done, end_of, ends, state_of
from goodwill.case.periods import occurrences
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

DAYS_TO_RECORD = 3
DAYS_A_READING_STAYS_OPEN = 14


@dataclass(frozen=True, slots=True)
class Move:
    """A new day agreed for a promise, and whether it was asked before or after the old one."""

    id: str
    day: date
    due: date | None
    asked: str


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: who owes it to whom, its words and day, and its state.

    `due` is the day that stands now, `first_due` the day first promised; a promise with neither is
    open-ended. `after` names an entry that must come first. `confirmed` is false for a machine's reading
    that nobody has confirmed yet. `ended` is the day on which it was kept, broken or released.
    """

    id: str
    by: str
    to: str
    words: str
    made: date
    due: date | None
    first_due: date | None
    state: str = "open"
    ended: date | None = None
    moves: tuple[Move, ...] = ()
    deal: str = ""
    waits_for: str = ""
    confirmed: bool = True
    ended_by: str = ""

    @property
    def owed_by(self) -> date | None:
        """Give the day it counts against: a day moved beforehand stands, one moved after it passed excuses nothing."""
        day = self.first_due
        for move in self.moves:
            if move.asked == "after":
                return day
            day = move.due or day
        return day

    def overdue(self, today: date) -> bool:
        """Say whether it is still open after its day; on the day itself it is not.

        A reading nobody confirmed stops counting as open after a fortnight: most likely it was done.
        """
        if self.state != "open" or self.waits_for or self.due is None or self.stale(today):
            return False
        return today > self.due

    def stale(self, today: date) -> bool:
        """Say whether this is an unconfirmed reading whose day, or else the day it was made, is long past."""
        return not self.confirmed and (today - (self.due or self.made)).days > DAYS_A_READING_STAYS_OPEN

    def days_late(self, today: date) -> int:
        """Give by how many days it was late, or is by now; 0 when on time, early or without a day."""
        owed_by = self.owed_by if self.state in ("kept", "broken") else self.due
        if owed_by is None or self.state == "released" or self.waits_for:
            return 0
        return max(0, (self.ended or today).toordinal() - owed_by.toordinal())

    def settled(self, today: date) -> bool:
        """Say whether there is an outcome to count: kept or broken, or open past its day."""
        return self.state in ("kept", "broken") or self.overdue(today)

    def on_time(self, today: date) -> bool:
        """Say whether it was kept by its day, or kept at all where no day was named."""
        return self.state == "kept" and self.days_late(today) == 0


def promises(book: Book, today: date | None = None) -> Iterator[Promise]:
    """Fold a book into its promises; what a reader saw in a message comes as unconfirmed until a person confirms.

    A recurring promise comes once for each of its days up to the first one after `today`, or after the newest entry.
    """
    known: list[Promise] = []
    for entry in book.kinds("promise"):
        if entry.get("every"):
            known += recurring(entry, book, today or book.entries[-1].day)
        else:
            known.append(_recorded(entry, book))
    yield from known
    for reading in book.kinds("reading"):
        message = book.find(reading.get("of"))
        if reading.get("move") == "promise" and message is not None:
            read = _read(reading, message, book)
            if read.confirmed or not any(_same(read, other) for other in known):
                yield read


def _same(read: Promise, known: Promise) -> bool:
    """Say whether a reading is a promise that was recorded by hand: same side, same days, shared words."""
    if read.by != known.by or abs((read.made - known.made).days) > DAYS_TO_RECORD:
        return False
    mine, theirs = (set(re.findall(r"[^\W_]{3,}", words.casefold())) for words in (read.words, known.words))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs)) > 0


def _recorded(entry: Entry, book: Book) -> Promise:
    """Read a promise that was recorded."""
    whole = Promise(entry.id, entry.get("by"), entry.get("to"), entry.words, entry.day, entry.day_of("due"), None)
    return _fulfilled(replace(whole, deal=entry.get("deal")), entry, book)


def _read(reading: Entry, message: Entry, book: Book) -> Promise:
    """Read a promise that a reader saw in a message, in the words it stands on."""
    span, confirmed = reading.source, bool(book.citing(reading.id, "confirm"))
    words = message.words[span.start : span.end] if span.start is not None else reading.words or message.words
    whole = Promise(reading.id, message.get("by"), message.get("to"), words, message.day, reading.day_of("due"), None)
    return _fulfilled(replace(whole, confirmed=confirmed), reading, book)


def _fulfilled(promise: Promise, entry: Entry, book: Book) -> Promise:
    """Add what became of a promise: its new days, what it waits for, and how it ended."""
    state, ended, ended_by = end_of(entry, book, promise.by)
    wait = entry.get("after")
    return replace(
        moved(promise, book.citing(entry.id, "renegotiated")),
        first_due=promise.due,
        state=state,
        ended=ended,
        ended_by=ended_by,
        waits_for=wait if wait and not done(wait, book) else "",
    )


def moved(promise: Promise, entries: Iterable[Entry]) -> Promise:
    """Move a promise to the new days agreed, in order.

    Where nobody said whether the new day was asked for before or after the old one, the day of the asking tells.
    """
    due, moves = promise.due, []
    for e in entries:
        late = due is not None and e.day > due
        moves.append(Move(e.id, e.day, e.day_of("due"), e.get("asked") or ("after" if late else "before")))
        due = e.day_of("due") or due
    return replace(promise, due=due, moves=tuple(moves))


def recurring(entry: Entry, book: Book, today: date) -> Iterator[Promise]:
    """Unroll a recurring promise: one for each due day up to the first one after today.

    Without a first day, the first comes one period after it was promised. What ends it goes to the oldest day still
    open; a release ends every day still open, and the recurring.
    """
    by, wait = entry.get("by"), entry.get("after")
    found = ends(entry, book, by)
    release = next((e for e in found if e.kind == "released"), None)
    ended = [e for e in found if e.kind != "released" and (release is None or e.moment <= release.moment)]
    first = entry.day_of("due") or entry.day
    days = [d for d in occurrences(first, entry.get("every"), today) if release is None or d <= release.day]
    if not entry.get("due"):
        days = [d for d in days if d > entry.day]
    if not days:
        yield Promise(entry.id, by, entry.get("to"), entry.words, entry.day, None, None, deal=entry.get("deal"))
    asked = book.citing(entry.id, "renegotiated")
    waits_for = wait if wait and not done(wait, book) else ""
    for number, due in enumerate(days):
        end = ended[number] if number < len(ended) else release
        plain = Promise(entry.id, by, entry.get("to"), entry.words, entry.day, due, due, deal=entry.get("deal"))
        made = moved(plain, [e for e in asked if _meant(e, days) == due])
        state = (state_of(end), end.day, end.id) if end else ("open", None, "")
        yield replace(made, state=state[0], ended=state[1], ended_by=state[2], waits_for=waits_for)


def _meant(asked: Entry, days: list[date]) -> date | None:
    """Name the day of a recurring promise that was moved: the last one before the asking, or the next one."""
    before = [day for day in days if day < asked.day]
    after = [day for day in days if day >= asked.day]
    if asked.get("asked") == "after":
        return before[-1] if before else None
    return after[0] if after else None
