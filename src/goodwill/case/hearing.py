"""Who was heard: concerns still open, frustration that met silence, contributions nobody thanked for."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from goodwill.case.matter import shared
from goodwill.case.quoting import quoted
from goodwill.codebook.justice import KINDS

if TYPE_CHECKING:
    from goodwill.case.case import Case
    from goodwill.case.thread import Message, Reading
    from goodwill.case.treatment import Concern, Decision

HEARING = KINDS["procedural"].speaks_for
TAKING_UP = HEARING - {"acknowledgement"}
THANKING = KINDS["interpersonal"].speaks_for
CLOSING = re.compile(r"\n[ \t]*(?:many thanks|thanks|thank you|thx|cheers)[ ,.]*(?:\n[^\n?!:]{1,40}){1,2}\s*$", re.I)
ASKING = frozenset({"question", "request"})
DAYS_A_READING_COUNTS = 30
DAYS_TO_RECORD = 3
ROUTINE = 10


@dataclass(frozen=True, slots=True)
class Contribution:
    """Something one side gave or did well: a concession, a favour, a delivery before its day."""

    id: str
    by: str
    day: date
    told: str


def taken_up(case: "Case", concern: "Concern") -> "Message | None":
    """Give the first later message of the other side that takes up a concern: in its words, by saying it back, or, in
    the very next one, by showing that it was heard.
    """
    other = case.other(concern.by)
    later = [m for m in case.sent[_place(case, concern) :] if m.by == other]
    heard = later[0] if later and later[0].moves() & TAKING_UP else None
    return heard or next((m for m in later if "restatement" in m.moves() or shared(m.words, concern.words)), None)


def _place(case: "Case", concern: "Concern") -> int:
    """Give the place in the thread from which on a concern was known: after its message, else from its day on."""
    for at, message in enumerate(case.sent):
        told = (
            message.by == concern.by and message.day == concern.day and concern.words and concern.words in message.words
        )
        if told or concern.id in {reading.id for reading in message.readings}:
            return at + 1
    return next((at for at, message in enumerate(case.sent) if message.day >= concern.day), len(case.sent))


def raised(case: "Case") -> "Iterator[Concern]":
    """Give the concerns of both sides that count: recorded, or read in a sent message and not recorded as well.

    What is read in a message that apologises is most likely the writer's own fault, and left out.
    """
    recorded = [c for c in case.concerns if c.confirmed]
    sorry = {r.id for m in case.sent if "apology" in m.moves() for r in m.readings}
    for concern in case.concerns:
        entry = case.entry(concern.id)
        if concern.by not in case.sides or (entry is not None and entry.get("of") == case.draft != ""):
            continue
        stands = concern.id not in sorry and not any(_same(concern, known) for known in recorded)
        if concern.confirmed or stands:
            yield concern


def open_concerns(case: "Case", after: int) -> "Iterator[Concern]":
    """Give the concerns that have stood for more than some days without an answer and were not taken up."""
    for concern in raised(case):
        age = (case.today - concern.day).days
        counts = concern.confirmed or age <= DAYS_A_READING_COUNTS
        if age > after and counts and concern.answered is None and taken_up(case, concern) is None:
            yield concern


def _same(read: "Concern", known: "Concern") -> bool:
    near = abs((read.day - known.day).days) <= DAYS_TO_RECORD
    return read.by == known.by and near and bool(shared(read.words, known.words))


def unmet(case: "Case", move: str) -> "Iterator[tuple[Reading, Message]]":
    """Give each message with a move, and the other side's next message where that one shows no hearing at all."""
    waiting: dict[str, Reading] = {}
    for message in case.sent:
        reading = waiting.pop(case.other(message.by), None)
        if reading is not None and not message.moves() & HEARING:
            yield reading, message
        if found := next((r for r in message.readings if r.move == move), None):
            waiting[message.by] = found


def unexplained(case: "Case") -> "Iterator[Decision]":
    """Give the decisions of both sides without a reason: recorded, or read in a sent message that gives none."""
    from goodwill.case.treatment import Decision  # what is read in a draft alone needs no such fold

    yield from (d for d in case.decisions if not d.reason and d.by in case.sides and not _explained(case, d))
    for message in case.sent:
        moves = message.moves()
        reading = next((r for r in message.readings if r.move == "decision"), None)
        if reading and "reason" not in moves and message.by in case.sides:
            to = case.other(message.by)
            yield Decision(reading.id, message.by, to, message.day, reading.words, "")


def _explained(case: "Case", decision: "Decision") -> bool:
    """Say whether its side gave a reason in a message on the day or the three days after."""
    days = (((m.day - decision.day).days, m) for m in case.sent if m.by == decision.by)
    return any(0 <= after <= DAYS_TO_RECORD and "reason" in m.moves() for after, m in days)


def contributions(case: "Case") -> Iterator[Contribution]:
    """Give what both sides contributed, as far as a person recorded or confirmed it.

    To come before the day is a gift between two who deal now and then; of many deliveries some are always early.
    """
    for c in case.concessions:
        if c.confirmed:
            yield Contribution(c.id, c.by, c.day, quoted(c.words, f"the concession of {c.day}"))
    for e in case.book.kinds("accommodation"):
        yield Contribution(e.id, e.get("by"), e.day, quoted(e.words, f"the favour of {e.day} ({e.get('matter')})"))
    delivered = Counter(e.get("by") for e in case.book.kinds("delivery"))
    for e in case.book.kinds("delivery"):
        due = e.day_of("due")
        if due and e.day < due and delivered[e.get("by")] < ROUTINE:
            yield Contribution(e.id, e.get("by"), e.day, quoted(e.words, f"the delivery of {e.day}, due {due},"))


def unthanked(case: "Case") -> Iterator[Contribution]:
    """Give the contributions after which the other side neither thanked nor acknowledged, nor spoke with them."""
    for given in contributions(case):
        if given.by in case.sides and not _thanked(case, given):
            yield given


def thanked_for(case: "Case", by: str, given: date, within: int) -> bool:
    """Say whether the other side thanked in the days after one side gave something; once it gives more, that is meant.

    Thanks that cite an entry are for that entry, and not counted here.
    """
    other, last = case.other(by), given + timedelta(days=within)
    until = min((c.day for c in contributions(case) if c.by == by and c.day > given), default=date.max)
    said = [m.day for m in case.sent if m.by == other and _thanks(m) and not (m.day == given and _hopes(m))]
    noted = [t.day for t in case.thanks if t.by == other and case.entry(t.for_what) is None]
    return any(given <= day <= last and day < until for day in (*said, *noted))


def _hopes(message: "Message") -> bool:
    """Say whether a message asks before it thanks, as in "Would you? You're a saint": thanks for what it hopes for."""
    thanks = min(reading.start for reading in _thanks(message))
    return any(reading.move in ASKING and reading.start < thanks for reading in message.readings)


def _thanks(message: "Message") -> list["Reading"]:
    """Give the thanks read in a message; "Thanks" or "Cheers" above a name is how a letter closes, and is none."""
    closing = CLOSING.search(message.words)
    ends = closing.start() if closing else len(message.words)
    return [reading for reading in message.readings if reading.move in THANKING and reading.start < ends]


def _thanked(case: "Case", given: Contribution) -> bool:
    other = case.other(given.by)
    said = any(m.by == other and m.day >= given.day and _thanks(m) for m in case.sent)
    noted = any(t.by == other and (t.for_what == given.id or t.day >= given.day) for t in case.thanks)
    return said or noted or any(talk.day >= given.day for talk in case.talks)
