"""Two people have two different days in mind.

Looks for
    a promise whose day was moved only after it had passed and that is still open or was moved in the last 14 days,
    or a delivery of the last 14 days that names another day than its promise.

Why it matters
    Writers overrate how well what they mean carries by e-mail [kruger-2005], and the gap between two views is what
    makes a dispute long and costly [thompson-1992]. A day is the cheapest thing to settle while it is small.

Do instead
    Send one line with one day in it: "So that we both have the same day: Thursday 18 December, by the evening. Is
    that right for you?"

Limits
    It compares days that were written down. A day moved in good time is silent.

Example
    2026-01-05 promise p1 by=lena to=me due=2026-01-12 | Chapter five on the 12th
    2026-01-13 renegotiated r1 of=p1 due=2026-01-18 asked=after

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.deadlines import misread
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 14


@rule("D403", stance="risk", severity="advice")
def day_misread(case: Case) -> Iterator[Sighting]:
    """Report each promise about whose day there are two views."""
    for promise, other in misread(case.promises, case.book):
        still = promise.state == "open" or (case.today - other.day).days <= RECENT
        if still and promise.by in case.sides:
            said = quoted(promise.words, f"the promise of {promise.made}")
            says = f"{said}: one day is {other.one}, the other {other.another}, said on {other.day}"
            yield Sighting(promise.by, (promise.id, other.id), says)
