"""Promises, ours and theirs: by when, moved to when, and what became of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

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


def promises(book: Book) -> Iterator[Promise]:
    """Fold a book into its promises; what a reader saw in a message comes as unconfirmed until a person confirms."""
    recorded = []
    for entry in book.kinds("promise"):
        if entry.get("every"):
            yield from _recurring(entry, book)
        else:
            recorded.append(_promise(entry, book, entry))
    yield from recorded
    for reading in book.kinds("reading"):
        message = book.find(reading.get("of"))
        if reading.get("move") == "promise" and message is not None:
            read = _promise(reading, book, message)
            if read.confirmed or not any(_same(read, known) for known in recorded):
                yield read


def _same(read: Promise, known: Promise) -> bool:
    """Say whether a reading is a promise that was recorded by hand: same side, same days, shared words."""
    if read.by != known.by or abs((read.made - known.made).days) > DAYS_TO_RECORD:
        return False
    mine, theirs = (set(re.findall(r"[^\W_]{3,}", words.casefold())) for words in (read.words, known.words))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs)) > 0


def _promise(entry: Entry, book: Book, says: Entry) -> Promise:
    """Read one promise from the entry that states it; `says` is the entry whose words and sides it has."""
    moves = tuple(
        Move(e.id, e.day, e.day_of("due"), e.get("asked") or "before") for e in book.citing(entry.id, "renegotiated")
    )
    end = _end(entry, book)
    moved = [m.due for m in moves if m.due]
    first = entry.day_of("due")
    wait = entry.get("after")
    return Promise(
        id=entry.id,
        by=says.get("by"),
        to=says.get("to"),
        words=_words(entry, says),
        made=says.day,
        due=moved[-1] if moved else first,
        first_due=first,
        state=end[0],
        ended=end[1],
        moves=moves,
        deal=entry.get("deal"),
        waits_for=wait if wait and not _done(wait, book) else "",
        confirmed=entry.kind == "promise" or bool(book.citing(entry.id, "confirm")),
        ended_by=end[2],
    )


def _words(entry: Entry, says: Entry) -> str:
    if entry is says:
        return entry.words
    span = entry.source
    return says.words[span.start : span.end] if span.start is not None else entry.words or says.words


def _end(entry: Entry, book: Book) -> tuple[str, date | None, str]:
    """Say how a promise ended: by an entry that says so, or by the delivery or payment that fulfils it."""
    for e in book.citing(entry.id, "kept", "broken", "released", "delivery", "payment", "talk"):
        state = e.kind if e.kind in ("broken", "released") else "kept"
        return state, e.day, e.id
    return "open", None, ""


def _done(name: str, book: Book) -> bool:
    """Say whether what a promise waits for has come: a promise must be kept, any other entry only be there."""
    entry = book.find(name)
    return entry is not None and (entry.kind != "promise" or _end(entry, book)[0] == "kept")


def _recurring(entry: Entry, book: Book) -> Iterator[Promise]:
    """Unroll a recurring promise: one for each due day that ended or has come up to the newest day of the book."""
    ends = book.citing(entry.id, "kept", "broken", "released")
    newest = book.entries[-1].day if book.entries else entry.day
    first = entry.day_of("due") or entry.day
    for number, due in enumerate(occurrences(first, entry.get("every"), newest + timedelta(days=1))):
        end = ends[number] if number < len(ends) else None
        if end is None and any(e.kind == "released" for e in ends):
            return
        yield Promise(
            id=entry.id,
            by=entry.get("by"),
            to=entry.get("to"),
            words=entry.words,
            made=entry.day,
            due=due,
            first_due=due,
            state=end.kind if end else "open",
            ended=end.day if end else None,
            deal=entry.get("deal"),
            ended_by=end.id if end else "",
        )
