"""A message has gone unanswered for longer than this side ever takes.

Looks for
    a question or a request of one side that the other has answered with no message for more than a week, and for
    more than three times its usual longest answer, out of at least four.

Why it matters
    Silence is read as ill will, and harm taken for intended is what starts spirals [allred-1999]. Often there is a
    plain reason; a short question finds it.

Do instead
    Yours: answer today, if only to say when you will.

    Theirs: write once more, short, with an easy question, and offer a call.

Limits
    It knows only the channels that were brought in. A call or a chat elsewhere looks like silence.

Example
    2026-02-01T09:00 message m1 by=me to=lena | is chapter seven coming?

"""

from collections.abc import Iterator
from itertools import dropwhile
from math import ceil

from goodwill.case.case import Case
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST_REPLIES = 4
DAYS = 7
TIMES = 3
LONG = 0.9


@rule("E304", stance="risk", severity="warning")
def silence_unusual(case: Case) -> Iterator[Sighting]:
    """Report a silence far outside what the silent side is used to."""
    waiting = tuple(dropwhile(lambda message: not message.asks(), case.unanswered))
    if not waiting:
        return
    side = case.other(waiting[0].by)
    took = sorted(reply.hours for reply in case.replies if reply.by == side)
    days = (case.today - waiting[0].day).days
    if len(took) < LEAST_REPLIES or waiting[0].by not in case.sides:
        return
    usual = took[int(LONG * (len(took) - 1))] / 24
    if days > DAYS and days > TIMES * usual:
        says = f"no answer for {days} days to {quoted(waiting[0].words)}; 9 of 10 answers came within {_span(usual)}"
        yield Sighting(side, tuple(message.id for message in waiting[:3]), says)


def _span(days: float) -> str:
    return counted(ceil(days), "day") if days > 1 else "a day"
