"""What one side gave was never thanked for.

Looks for
    a concession, a favour or a delivery before its day, between 15 and 90 days ago, after which the other side
    neither thanked nor acknowledged anything in writing, nor spoke with them.

Why it matters
    Thanks raised further helping [grant-2010], which is supporting evidence only; people answer to what they feel
    they received and overlook what it cost the giver [malhotra-2006].

Do instead
    Yours: Thank them for this one thing by name, and say what it made possible. One sentence is enough.

    Theirs: They may not have seen it as a gift. Say plainly what it was, what it cost you and what it gave them.

Limits
    Thanks given in person count only when the talk was noted. Any later thanks in writing silences it, whatever it
    was for. From ten deliveries on, one before its day is routine and no gift.

Example
    2026-01-05 accommodation a1 by=alan to=me matter=late-payment | just this once
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.hearing import unthanked
from goodwill.case.quoting import counted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

SOONEST = 14
LATEST = 90


@rule("L205", stance="gap", severity="info")
def contribution_unthanked(case: Case) -> Iterator[Sighting]:
    """Report each contribution that has gone without thanks for more than a fortnight."""
    for given in unthanked(case):
        if SOONEST < (case.today - given.day).days <= LATEST:
            says = f"{given.told} has had no thanks in {counted((case.today - given.day).days, 'day')}"
            yield Sighting(case.other(given.by), (given.id,), says)
