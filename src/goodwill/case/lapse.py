"""A day that did not hold once: when that showed, in whose words, and what stood open on the other side then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from goodwill.case.case import Case
from goodwill.case.hearing import raised, taken_up
from goodwill.case.promises import Promise
from goodwill.case.quoting import quoted
from goodwill.case.treatment import Concern

SPAN = 180
DAYS_A_CONCERN_COUNTS = 60
NEAR = timedelta(days=3)
OWNING_UP = frozenset({"apology", "apology-responsibility"})


@dataclass(frozen=True, slots=True)
class Lapse:
    """The only dated promise of a side in half a year that did not hold, and how many others came by their day.

    `shown` is the day on which it was moved too late, else the day on which it came; `told` is that entry, after the
    side's own message about it where there is one. `moved` says which of the two it was.
    """

    promise: Promise
    owed_by: date
    shown: date
    told: tuple[str, ...]
    moved: bool
    on_time: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that one side had left open on a day: the entry, and its words."""

    id: str
    words: str


def single_lapse(case: Case, side: str) -> Lapse | None:
    """Give the one dated promise of a side that did not hold in half a year; None where none did not, or several.

    Where an invoice came late as well, it is not the only one. A promise that is past its day now, or was broken, is
    no single lapse either: it is still in the making, or graver.
    """
    start = case.today - timedelta(days=SPAN)
    dated = [
        (p, p.owed_by)
        for p in case.promises
        if p.by == side and p.confirmed and not p.waits_for and p.owed_by and p.owed_by >= start
    ]
    lapsed = [(p, day) for p, day in dated if _lapsed(p, case.today)]
    if any(b.to == side and b.due and b.due >= start and b.days_late(case.today) > 0 for b in case.bills):
        return None
    if len(lapsed) != 1 or lapsed[0][0].state == "broken" or lapsed[0][0].overdue(case.today):
        return None
    [(promise, owed_by)] = lapsed
    move = next((move for move in promise.moves if move.asked == "after"), None)
    shown, entry = (move.day, move.id) if move else (promise.ended or case.today, promise.ended_by)
    told = tuple(dict.fromkeys((*_own_words(case, promise, shown), entry)))
    return Lapse(promise, owed_by, shown, told, move is not None, sum(p.on_time(case.today) for p, _ in dated))


def _lapsed(promise: Promise, today: date) -> bool:
    late = promise.settled(today) and promise.days_late(today) > 0
    moved = promise.state != "released" and any(move.asked == "after" for move in promise.moves)
    return late or moved or promise.state == "broken"


def _own_words(case: Case, promise: Promise, day: date) -> Iterator[str]:
    """Name the message of its side on that day in which stands what was noted of it."""
    noted = case.book.citing(promise.id, "renegotiated", "apology", "kept")
    words = [entry.words for entry in noted if entry.day == day and entry.words]
    for message in case.sent:
        if message.by == promise.by and message.day == day and any(said in message.words for said in words):
            yield message.id
            return


def owned_up(case: Case, lapse: Lapse) -> tuple[str, ...]:
    """Name where its side owned up to a day that did not hold, once it has come; nothing where it did not.

    An apology for the promise counts, else what reads as one, from 3 days before the day to 3 days after it came.
    """
    promise = lapse.promise
    if promise.state != "kept" or promise.ended is None:
        return ()
    if apologies := case.book.citing(promise.id, "apology"):
        return (apologies[0].id,)
    first, last = lapse.owed_by - NEAR, promise.ended + NEAR
    near = (m for m in case.sent if m.by == promise.by and first <= m.day <= last)
    return tuple(r.id for m in near for r in m.readings if r.move in OWNING_UP)[-1:]


def waiting_then(case: Case, lapse: Lapse) -> Iterator[Waiting]:
    """Give what the other side had left open on the day a lapse showed: concerns, then promises, then invoices."""
    side, day = lapse.promise.by, lapse.shown
    other = case.other(side)
    for concern in raised(case):
        new = concern.confirmed and 0 <= (day - concern.day).days <= DAYS_A_CONCERN_COUNTS
        if concern.by == side and new and not _heard_before(case, concern, day):
            yield Waiting(concern.id, quoted(concern.words, "a concern"))
    for p in case.promises:
        due = p.by == other and p.confirmed and p.state != "released" and p.owed_by and p.owed_by < day
        if due and (p.ended is None or p.ended >= day):
            yield Waiting(p.id, quoted(p.words, "a promise"))
    for bill in case.bills:
        if bill.to == other and bill.by == side and bill.due and bill.due < day <= (bill.settled or day):
            yield Waiting(bill.id, f"invoice {bill.number}" if bill.number else f"the invoice of {bill.sent}")


def _heard_before(case: Case, concern: Concern, day: date) -> bool:
    """Say whether a concern was answered or taken up by a day."""
    message = taken_up(case, concern)
    return bool((concern.answered and concern.answered <= day) or (message and message.day <= day))
