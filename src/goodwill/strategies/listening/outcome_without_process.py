"""The result was liked and the way to it was not.

Looks for
    the newest pulse of a side, at most 90 days old, with the outcome at 5 of 7 or more and the process at 3 or
    lower.

Why it matters
    Voice and justification lift perceived fairness apart from the result [bies-1988], and how it felt predicted
    later choices better than the result did [curhan-2006].

Do instead
    Yours: Do not point to the result. Ask about the way: "At which point should I have asked you?" Change that step
    next time, and say so.

    Theirs: Tell them that the result is fine and which step was not. It costs nothing to mend.

Limits
    One answer of one person on one day. The words beside it, where there are any, say more than the numbers.

Example
    2026-01-05 pulse u1 by=alan to=me outcome=6 process=2 | Good price, but I was the last to know
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.case.satisfaction import latest_from
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

GOOD = 5
LOW = 3
RECENT = 90


@rule("L206", stance="risk", severity="advice")
def outcome_without_process(case: Case) -> Iterator[Sighting]:
    """Report a newest pulse with a good outcome and a poor process."""
    for side in case.sides:
        pulse = latest_from(case, side)
        if pulse is None or pulse.outcome is None or pulse.process is None:
            continue
        if pulse.outcome >= GOOD and pulse.process <= LOW and (case.today - pulse.day).days <= RECENT:
            words = f": {quoted(pulse.words, '')}" if pulse.words else ""
            says = f"outcome {pulse.outcome} of 7, process {pulse.process} of 7 on {pulse.day}{words}"
            yield Sighting(case.other(side), (pulse.id,), says, deal=pulse.deal)
