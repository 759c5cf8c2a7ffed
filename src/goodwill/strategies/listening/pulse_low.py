"""One side said that it did not feel right.

Looks for
    the newest pulse of a side, at most 90 days old, with the relationship at 3 of 7 or lower, or the process at 3
    or lower while the outcome was not good either; and a side that answered 5 or more while the record speaks
    otherwise: a concern of the other side has stood open for more than 7 days, or three or more of its own bills and
    promises came late in 60 days and the other side has not said that it feels good. One thing then has two views.

Why it matters
    How it felt predicts whether people work together again better than the result does [curhan-2006], and each
    side's view of what is fair serves itself [babcock-1997].

Do instead
    Yours: Ask what one thing made it so, and listen to the end before you explain. Then say what you will change
    and by when. Where it felt good to you and the record speaks otherwise: ask how it has been for them.

    Theirs: You said how it felt. Tell them the one thing that would have made it better.

Limits
    A pulse is one moment of one person. One number does not say why; the words beside it may. That it felt good is
    not doubted: the rule only sets beside it what the other side may be looking at.

Example
    2026-01-05 pulse u1 by=alan to=me outcome=3 process=2 relationship=3 | I heard of it last
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.hearing import open_concerns
from goodwill.case.lateness import late_of
from goodwill.case.quoting import counted, quoted
from goodwill.case.satisfaction import GOOD, LOW, content, felt, latest_from
from goodwill.case.treatment import Pulse
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 90
OPEN_FOR = 7
DAYS, OFTEN, SHOWN = 60, 3, 3
ASK = "Do not take it that it feels the same to them: see to what is open or late, and ask how it has been for them."
TELL = "It felt good to them. Tell them, without reproach, what stands open or came late for you."


@rule("L104", stance="risk", severity="advice")
def pulse_low(case: Case) -> Iterator[Sighting]:
    """Report a low pulse of each side, and a high one beside a record that speaks otherwise."""
    for side in case.sides:
        pulse = latest_from(case, side)
        if pulse is None or (case.today - pulse.day).days > RECENT:
            continue
        poor, good = felt(pulse)
        if poor and not ((pulse.outcome or 0) >= GOOD and (pulse.relationship or GOOD) > LOW):
            words = f": {quoted(pulse.words, '')}" if pulse.words else ""
            yield Sighting(case.other(side), (pulse.id,), f"on {pulse.day}: {', '.join(poor)}{words}", deal=pulse.deal)
        if good and not poor:
            yield from _otherwise(case, pulse, ", ".join(good))


def _otherwise(case: Case, pulse: Pulse, good: str) -> Iterator[Sighting]:
    """Set a good pulse beside what of its side stands open or came late, if anything."""
    waiting = [concern for concern in open_concerns(case, OPEN_FOR) if concern.by != pulse.by]
    # What a person wrote down is not mixed with what a machine read: the finding would count as unconfirmed.
    waiting = [concern for concern in waiting if concern.confirmed] or waiting
    late = late_of(case.bills, case.promises, pulse.by, case.today, DAYS)
    late = late if len(late) >= OFTEN and not content(case, case.other(pulse.by), RECENT) else ()
    beside = [f"{quoted(waiting[-1].words, 'a concern')} stands open"] if waiting else []
    beside += [f"{counted(len(late), 'item')} of the same side came late in {DAYS} days"] if late else []
    if beside:
        cites = (pulse.id, *(concern.id for concern in reversed(waiting)), *late[:SHOWN])
        says = f"felt on {pulse.day} as {good}, while {' and '.join(beside)}"
        yield Sighting(pulse.by, cites, says, do=ASK if pulse.by == case.me else TELL)
