"""One side gives and the other does not.

Looks for
    three concessions of one side in the last 90 days and none of the other.

Why it matters
    Lasting ties show balance, and a sudden imbalance came before broken ones [niculae-2015]. Who gives alone without
    saying so is soon tired of it [malhotra-2006].

Do instead
    Yours: name what you gave and ask for one thing in return that costs them little.

    Theirs: give one thing back unasked, and say that it is for what they gave.

Limits
    It counts moves, not their worth, and only those recorded or confirmed.

Example
    2026-01-05 concession c1 by=me to=alan benefit="fresh leaf" | twice a day

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS = 90
LEAST = 3


@rule("E103", stance="risk", severity="advice")
def concessions_one_sided(case: Case) -> Iterator[Sighting]:
    """Report a side that gave three times while the other gave nothing."""
    recent = [c for c in case.concessions if c.confirmed and (case.today - c.day).days <= DAYS]
    for side in case.sides:
        given = [c for c in recent if c.by == side]
        if len(given) >= LEAST and not any(c.by == case.other(side) for c in recent):
            says = f"{len(given)} concessions in {DAYS} days and none from the other side, last {given[-1].day}"
            yield Sighting(side, tuple(c.id for c in reversed(given)), says)
