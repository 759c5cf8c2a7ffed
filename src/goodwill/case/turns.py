"""Who asks, who tells, who blames, turn by turn: what the readings of a thread add up to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from goodwill.case.thread import Message, Reading
from goodwill.codebook.moves import BY_NAME

ASKING = frozenset({"question", "elicit-pref"})
TELLING = frozenset({"self-need", "other-need", "no-need", "reason"})
GIVING = frozenset({"concession", "thanks", "acknowledgement", "showing-empathy", "no-need", "small-talk"})
RAPPORT = frozenset({"rapport", "small-talk"})
LEAST_BEFORE = 4
LEAST_WRITTEN = 3
LEAST_SPAN = 14
FORMS = frozenset({"greeting", "accept", "question", "promise"})
_SIGN = {"cooperative": 1, "competitive": -1, "neutral": 0}


@dataclass(frozen=True, slots=True)
class Cycle:
    """A run of three or more alternating turns of one sort: virtuous or vicious, with the readings that show it."""

    family: str
    turns: int
    began: Message
    ended: Message
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Halves:
    """What one side did in each half of a thread, in how many messages; `span` is the days of the shorter half."""

    earlier: tuple[Reading, ...]
    later: tuple[Reading, ...]
    wrote_earlier: int
    wrote_later: int
    span: int

    def collapsed(self) -> bool:
        """Say whether four or more became a quarter or less in parts of a fortnight and more, while the side still
        writes half as often or more.
        """
        fell = (
            self.span >= LEAST_SPAN and len(self.earlier) >= LEAST_BEFORE and 4 * len(self.later) <= len(self.earlier)
        )
        return fell and 2 * self.wrote_later >= self.wrote_earlier > 0


def done(thread: Iterable[Message], side: str, moves: frozenset[str]) -> tuple[Reading, ...]:
    """Give one side's readings of some moves, at most one a message and move, in order."""
    seen = (
        next(reading for reading in message.readings if reading.move == move)
        for message in thread
        if message.by == side
        for move in sorted(message.moves() & moves)
    )
    return tuple(seen)


def halves(thread: tuple[Message, ...], side: str, moves: frozenset[str]) -> Halves:
    """Part a thread in its middle and give what one side did in each part."""
    middle = len(thread) // 2
    parts = thread[:middle], thread[middle:]
    first, second = (done(part, side, moves) for part in parts)
    wrote_first, wrote_second = (sum(message.by == side for message in part) for part in parts)
    span = min(((part[-1].day - part[0].day).days for part in parts if part), default=0)
    return Halves(first, second, wrote_first, wrote_second, span)


def blamed_unasked(thread: tuple[Message, ...], within: int) -> Iterator[Reading]:
    """Give each blame by a side that asked nothing in the same message or in the days before it."""
    for number, message in enumerate(thread):
        blame = next((reading for reading in message.readings if reading.move == "blame"), None)
        if blame is None:
            continue
        start = message.day - timedelta(days=within)
        before = (m for m in thread[: number + 1] if m.by == message.by and m.day >= start)
        if not any(m.moves() & ASKING for m in before):
            yield blame


def cycles(thread: tuple[Message, ...]) -> Iterator[Cycle]:
    """Give the runs of alternating turns of one family, in order of their threads and turns."""
    if len(thread) < 2:
        return
    from goodwill.measures.reciprocity import cycle

    ordered = sorted(thread, key=lambda message: message.thread)
    for _, grouped in groupby(ordered, key=lambda message: message.thread):
        one = tuple(grouped)
        sides = {name: number for number, name in enumerate(dict.fromkeys(message.by for message in one))}
        for run in cycle([sides[message.by] for message in one], [_family(message) for message in one]):
            part = one[run.start : run.end + 1]
            sign = 1 if run.family == "virtuous" else -1
            shown = tuple(r for m in part for r in m.readings if _sign(r) == sign)
            yield Cycle(run.family, run.turns, part[0], part[-1], shown)


def latest_cycle(thread: tuple[Message, ...], today: date, within: int, family: str) -> Cycle | None:
    """Give the cycle of a family that ended last, if it ended within some days of today."""
    recent = [c for c in cycles(thread) if c.family == family and (today - c.ended.day).days <= within]
    return max(recent, key=lambda found: found.ended.moment(), default=None)


def _sign(reading: Reading) -> int:
    """Give 1 for a friendly move, -1 for a sharp one; the forms of any business talk count as neither."""
    if reading.move in FORMS:
        return 0
    move = BY_NAME.get(reading.move)
    return _SIGN[move.family] if move else 0


def _family(message: Message) -> int:
    """Give the one family a message shows: 1 cooperative, -1 competitive, 0 for none or both."""
    signs = {_sign(reading) for reading in message.readings} - {0}
    return signs.pop() if len(signs) == 1 else 0


def one_sided(thread: tuple[Message, ...], side: str, silent: str, moves: frozenset[str]) -> tuple[Reading, ...]:
    """Give what one side did in a thread where the other, which wrote at least three messages, did none of it."""
    wrote = sum(message.by == silent for message in thread)
    if wrote < LEAST_WRITTEN or done(thread, silent, moves):
        return ()
    return done(thread, side, moves)
