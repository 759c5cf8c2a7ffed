"""One side said that it did not feel right.

Looks for
    the newest pulse of a side, at most 90 days old, with the relationship at 3 of 7 or lower, or the process at 3
    or lower while the outcome was not good either; and a side that answered 5 or more while a concern of the other
    side stands open, since one thing then has two views.

Why it matters
    How it felt predicts whether people work together again better than the result does [curhan-2006], and each
    side's view of what is fair serves itself [babcock-1997].

Do instead
    Yours: Ask what one thing made it so, and listen to the end before you explain. Then say what you will change
    and by when.

    Theirs: You said how it felt. Tell them the one thing that would have made it better.

Limits
    A pulse is one moment of one person. One number does not say why; the words beside it may.

Example
    2026-01-05 pulse u1 by=alan to=me outcome=3 process=2 relationship=3 | I heard of it last
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.hearing import open_concerns
from goodwill.case.quoting import quoted
from goodwill.case.satisfaction import latest_from
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LOW = 3
GOOD = 5
RECENT = 90
OPEN_FOR = 7


@rule("L104", stance="risk", severity="advice")
def pulse_low(case: Case) -> Iterator[Sighting]:
    """Report a low pulse of each side, and a high one beside the other side's open concern."""
    for side in case.sides:
        pulse = latest_from(case, side)
        if pulse is None or (case.today - pulse.day).days > RECENT:
            continue
        parts = {"process": pulse.process, "relationship": pulse.relationship}
        poor = [f"{part} {felt} of 7" for part, felt in parts.items() if felt is not None and felt <= LOW]
        if poor and not ((pulse.outcome or 0) >= GOOD and (pulse.relationship or GOOD) > LOW):
            words = f": {quoted(pulse.words, '')}" if pulse.words else ""
            yield Sighting(case.other(side), (pulse.id,), f"on {pulse.day}: {', '.join(poor)}{words}", deal=pulse.deal)
        if not poor and max(felt or 0 for felt in parts.values()) >= GOOD:
            for concern in open_concerns(case, OPEN_FOR):
                if concern.by != side:
                    says = (
                        f"felt good to one side on {pulse.day}, while {quoted(concern.words, 'a concern')} stands open"
                    )
                    yield Sighting(side, (pulse.id, concern.id), says)
