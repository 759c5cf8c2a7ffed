"""A step much larger than the ones that went well.

Looks for
    an open stake of the last 30 days of more than twice the largest bill that was paid in full between you before it.

Why it matters
    Stakes that rise step by step gave the best coordination once they were high [ye-2020]. Each kept step carries the
    next one.

Do instead
    Cut it in two or three parts of a size you have both managed before, each with its own day, and agree the next
    part when the last is done.

Limits
    It compares amounts of one currency, and only with bills on record: with no paid bill it has no yardstick and is
    silent. Exactly twice is not more than twice.

Example
    2026-01-05 invoice i1 by=lena to=me amount=400 currency=EUR
    2026-01-09 payment y1 by=me to=lena amount=400 currency=EUR of=i1
    2026-01-12 stake s1 with=lena amount=9000 currency=EUR | The advance

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.exposure import largest_step
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

TIMES = 2
RECENT = 30


@rule("D501", stance="risk", severity="advice")
def step_too_large(case: Case) -> Iterator[Sighting]:
    """Report each open stake far larger than what went well before."""
    for stake in case.stakes:
        largest = largest_step(case.bills, stake.day, stake.currency)
        if largest is None or stake.amount is None or (case.today - stake.day).days > RECENT:
            continue
        if stake.amount > TIMES * largest.amount:
            so_far = f"{largest.amount:g} {largest.currency}".strip()
            says = f"{stake.told()}: {stake.size()} at stake; the largest bill paid between you so far is {so_far}"
            yield Sighting(case.me, (stake.id, largest.id), says)
