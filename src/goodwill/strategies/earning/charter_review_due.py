"""The day on which both meant to look back has come.

Looks for
    a charter whose day for looking back has come or passed within the last 60 days, when since a fortnight before
    that day nobody noted how it felt, and no new charter was signed.

Why it matters
    How working together felt foretells whether people choose each other again better than the result does
    [curhan-2006]. It is seldom asked unless a day was set for it.

Do instead
    Ask both questions, and answer them yourself first: what came of it, and how was the way there? Note the answers as
    a `pulse` of each side.

Limits
    A talk about it that nobody noted is not seen.

Example
    2026-01-05 charter c1 by=me to=alan review=2026-04-05 | A charter between Rosa and Alan
"""

from collections.abc import Iterator
from datetime import timedelta

from goodwill.case.agreed import looked_back
from goodwill.case.case import Case
from goodwill.case.quoting import counted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

NEAR = timedelta(days=14)
DAYS_NEW = 60


@rule("E502", stance="gap", severity="info")
def charter_review_due(case: Case) -> Iterator[Sighting]:
    """Report the newest charter if its day for looking back has come and nobody did."""
    for charter in case.charters[-1:]:
        if charter.review is None or looked_back(case, charter, NEAR):
            continue
        past = (case.today - charter.review).days
        if 0 <= past <= DAYS_NEW:
            since = f", {counted(past, 'day')} ago" if past else ", today"
            says = f"the charter of {charter.day} names {charter.review} for looking back{since}; nothing is noted"
            yield Sighting(case.me, (charter.id,), says)
