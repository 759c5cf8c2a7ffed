"""A favour that was labelled when it was given.

Looks for
    an accommodation of either side, granted in the last 30 days, with its limit stated and not used beyond it.

Why it matters
    People answer to the benefit they get and overlook what it cost the giver; a favour with its limit said cannot be
    taken for the terms [malhotra-2006].

Do instead
    Yours: good; say also what it gives them, if you have not.

    Theirs: thank them, say what it is worth to you, and count each use as they would.

Limits
    It reads the limit as recorded, and not how it was taken.

Example
    2026-01-05 accommodation a1 by=alan to=me matter=late-payment limit=1/60d | just this once

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS = 30


@rule("E106", stance="strength", severity="info")
def favour_labelled(case: Case) -> Iterator[Sighting]:
    """Report each recent favour whose limit was said and holds."""
    for favour in case.accommodations:
        recent = (case.today - favour.day).days <= DAYS
        if favour.by in case.sides and favour.times is not None and recent and not favour.over(case.today):
            used = f"{counted(len(favour.used(case.today)), 'use')} of {favour.times} in {favour.within} days"
            yield Sighting(favour.by, (favour.id,), f"{favour.matter}: {quoted(favour.words)}, {used}")
