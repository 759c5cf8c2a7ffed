"""What each side gave: concessions with their labels, and favours that are occasional only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goodwill.case.payments import Bill
from goodwill.case.periods import limit
from goodwill.case.thread import words_of
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

LABELS = ("cost", "benefit", "limit", "goodwill")
NEAR = 21
_PAYING = re.compile(r"\b(?:pay|invoice|bill|credit|instalment)")


@dataclass(frozen=True, slots=True)
class Concession:
    """A move toward the other side; `labels` are the parts of its label that were said: cost, benefit, limit, goodwill.

    `confirmed` is false when only a machine read it in a message and nobody has confirmed it.
    """

    id: str
    by: str
    to: str
    day: date
    words: str
    deal: str = ""
    issue: str = ""
    labels: tuple[str, ...] = ()
    thanked: str = ""
    confirmed: bool = True

    def silent(self) -> bool:
        """Say whether it was made without any label, so that the other side may not know it was one."""
        return not self.labels


@dataclass(frozen=True, slots=True)
class Accommodation:
    """A favour that can only be occasional: `times` within `within` days, and each use of it so far.

    A use is the entry of the favour itself or, where it concerns paying, an invoice paid late under it.
    """

    id: str
    by: str
    to: str
    day: date
    matter: str
    words: str
    times: int | None = None
    within: int | None = None
    uses: tuple[tuple[str, date], ...] = ()

    def used(self, today: date) -> tuple[str, ...]:
        """Name the uses inside the window that ends today."""
        window = self.within or 365
        return tuple(name for name, day in self.uses if 0 <= (today - day).days < window)

    def over(self, today: date) -> bool:
        """Say whether it was used more often than was said; without a stated limit nobody can say."""
        return self.times is not None and len(self.used(today)) > self.times


def concessions(book: Book) -> Iterator[Concession]:
    """Fold a book into concessions, those recorded and those a reader saw in a message."""
    for e in book.kinds("concession"):
        labels = tuple(name for name in LABELS if e.get(name))
        yield Concession(
            e.id, e.get("by"), e.get("to"), e.day, e.words, e.get("deal"), e.get("issue"), labels, _thanks(e, book)
        )
    said: dict[str, set[str]] = {}
    for reading in book.kinds("reading"):
        said.setdefault(reading.get("of"), set()).add(reading.get("move"))
    for reading in book.kinds("reading"):
        message = book.find(reading.get("of"))
        if reading.get("move") == "concession" and message is not None:
            yield _read_concession(reading, message, book, said[message.id])


def _read_concession(reading: Entry, message: Entry, book: Book, said: set[str]) -> Concession:
    return Concession(
        reading.id,
        message.get("by"),
        message.get("to"),
        message.day,
        words_of(reading, message),
        labels=tuple(name for name in LABELS if f"label-{name}" in said),
        thanked=_thanks(reading, book) or _thanks(message, book),
        confirmed=bool(book.citing(reading.id, "confirm")),
    )


def _thanks(entry: Entry, book: Book) -> str:
    """Name the thanks that were given for an entry, if any."""
    return next((e.id for e in book.kinds("thanks") if e.get("for") == entry.id), "")


def accommodations(book: Book, bills: tuple[Bill, ...]) -> Iterator[Accommodation]:
    """Fold a book into occasional favours: one for each favour and matter, with every use of it."""
    favours: dict[tuple[str, str, str], list[Entry]] = {}
    for e in book.kinds("accommodation"):
        favours.setdefault((e.get("by"), e.get("to"), e.get("matter").casefold()), []).append(e)
    for (by, to, matter), entries in favours.items():
        stated = next((limit(e.get("limit")) for e in reversed(entries) if e.get("limit")), None)
        uses = [(e.id, e.day) for e in entries]
        if _PAYING.search(matter):
            uses += _late_under(bills, by, to, entries)
        first = entries[0]
        yield Accommodation(
            first.id,
            by,
            to,
            first.day,
            first.get("matter"),
            next((e.words for e in entries if e.words), ""),
            stated[0] if stated else None,
            stated[1] if stated else None,
            tuple(sorted(uses, key=lambda use: use[1])),
        )


def _late_under(bills: tuple[Bill, ...], by: str, to: str, favours: list[Entry]) -> Iterator[tuple[str, date]]:
    """Give invoices unpaid past their day after the favour, each on the day after its own; save those granted for."""
    theirs = [bill for bill in bills if (bill.by, bill.to) == (by, to) and bill.due]
    granted = {bill.id for favour in favours for bill in _granted_for(favour, theirs)}
    for bill in theirs:
        if bill.due and bill.due > favours[0].day and bill.id not in granted:
            late = bill.settled is None or bill.settled > bill.due
            if late:
                yield bill.id, bill.due + timedelta(days=1)


def _granted_for(favour: Entry, bills: list[Bill]) -> list[Bill]:
    """Give the invoice a favour was granted for: the one it cites, else the nearest due within three weeks."""
    cited = [bill for bill in bills if bill.id == favour.get("of")]
    near = sorted((abs((bill.due - favour.day).days), bill.id) for bill in bills if bill.due)
    return cited or [bill for bill in bills if near and bill.id == near[0][1] and near[0][0] <= NEAR]
