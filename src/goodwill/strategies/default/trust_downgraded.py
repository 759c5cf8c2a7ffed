"""Trust was lowered without a dated reason.

Looks for
    a default of trust that is lower than the one before it, with no words of reason, and no broken or late promise,
    breach, refuted claim or late bill of theirs in the 30 days before.

Why it matters
    Withdrawing trust is punished more than not yet giving it, which those who withdraw do not foresee [bohnet-2005].
    A reason that names a day can be answered; a mood cannot.

Do instead
    Write the one event and its day beside the new default, or put the old one back. If there is an event, tell them
    what it was and what would restore the old footing.

Limits
    Any words on the new default count as a reason. It does not judge whether the reason is good.

Example
    2026-01-05 default d1 about=alan level=open | We have never needed paper
    2026-02-05 default d2 about=alan level=low

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.exposure import lowered, reasons_before
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("D304", stance="risk", severity="advice")
def trust_downgraded(case: Case) -> Iterator[Sighting]:
    """Report each lowering of my default that names no reason and follows no event."""
    for earlier, later in lowered(case.defaults):
        if not later.words.strip() and not reasons_before(case.book, case.promises, case.bills, later.day):
            says = f"{earlier.told()} ({earlier.level}) became {later.level} on {later.day}, and no reason is written"
            yield Sighting(case.me, (later.id, earlier.id), says)
