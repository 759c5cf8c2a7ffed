"""A message has gone unanswered for longer than this side ever takes, or several tries have.

Looks for
    a question or a request of one side that the other has answered with no message for more than a week, and for
    more than three times its usual longest answer, out of at least four. Or tries to reach the other on three days
    or more before today, a call not taken and a message among them, without a word or a talk since, the last of them
    in the last 30 days.

Why it matters
    Silence is read as ill will, and harm taken for intended is what starts spirals [allred-1999]. Often there is a
    plain reason; a short question finds it.

Do instead
    Yours: answer today, if only to say when you will.

    Theirs: write once more, short, with an easy question, and offer a call.

Limits
    It knows only the channels that were brought in. A call or a chat elsewhere looks like silence. It counts tries
    and days, and knows nothing of what is behind them.

Example
    2026-02-01T09:00 message m1 by=me to=lena | is chapter seven coming?
    2026-02-03T09:00 message m2 by=me to=lena channel=missed-call | Missed voice call

"""

from collections.abc import Iterator
from itertools import dropwhile
from math import ceil

from goodwill.case.case import Case
from goodwill.case.quoting import counted, quoted
from goodwill.case.thread import Message
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST_REPLIES = 4
DAYS = 7
TIMES = 3
LONG = 0.9
DAYS_TRIED = 3
RECENT = 30
TRY_ELSEWHERE = (
    "What is behind it is not known. Write once, short, with one question that one word can answer, by the way they "
    "answered last; then leave it for a few days, and plan what you do meanwhile."
)


@rule("E304", stance="risk", severity="warning")
def silence_unusual(case: Case) -> Iterator[Sighting]:
    """Report a silence far outside what the silent side is used to, or that outlasted tries on several days."""
    waiting = tuple(dropwhile(lambda message: not message.asks(), case.unanswered))
    if waiting and waiting[0].by in case.sides:
        side = case.other(waiting[0].by)
        if seen := _longer_than_ever(case, waiting, side) or _tried(case, waiting, side):
            yield seen


def _longer_than_ever(case: Case, waiting: tuple[Message, ...], side: str) -> Sighting | None:
    took = sorted(reply.hours for reply in case.replies if reply.by == side)
    if len(took) < LEAST_REPLIES:
        return None
    days = (case.today - waiting[0].day).days
    usual = took[int(LONG * (len(took) - 1))] / 24
    if not (days > DAYS and days > TIMES * usual):
        return None
    says = f"no answer for {days} days to {quoted(waiting[0].words)}; 9 of 10 answers came within {_span(usual)}"
    return Sighting(side, tuple(message.id for message in waiting[:3]), says)


def _tried(case: Case, waiting: tuple[Message, ...], side: str) -> Sighting | None:
    """Count the calls and messages since the first that waits, and name the day of the other side's last word."""
    first, newest = waiting[0].day, waiting[-1].day
    calls, written = ([m for m in waiting if m.rang() == rang] for rang in (True, False))
    on = {message.day for message in waiting if message.asks() and message.day < case.today}
    spoke = any(talk.day >= first for talk in case.talks)
    if len(on) < DAYS_TRIED or not (calls and written) or spoke or (case.today - newest).days > RECENT:
        return None
    last = next((message for message in reversed(case.sent) if message.by == side), None)
    whose = "yours" if side == case.me else "theirs"
    tail = f"; the last word of {whose} is of {last.day}" if last else f"; no word of {whose} is on record"
    says = f"{counted(len(calls), 'call')} and {counted(len(written), 'message')} since {first} had no answer{tail}"
    cites = (*(m.id for m in (*written, *calls)), *([last.id] if last else []))
    return Sighting(side, cites, says, do=TRY_ELSEWHERE if side == case.party else "", severity="advice")


def _span(days: float) -> str:
    return counted(ceil(days), "day") if days > 1 else "a day"
