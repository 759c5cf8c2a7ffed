"""A run of promises kept on their day.

Looks for
    the newest three or more dated promises of one side all kept by their day.

Why it matters
    A run of trustworthy acts is what restores and builds trust [schweitzer-2006]. It deserves to be seen as much as
    the one that fails.

Do instead
    Yours: keep to the size you can keep, and say when a day is at risk before it comes.

    Theirs: tell them that you have noticed, and let the next step be a little larger.

Limits
    It speaks of promptness and of nothing else. Earlier misses are not forgotten; they are further back.

Example
    2026-03-02 promise p1 by=lena to=me due=2026-03-06 | chapter one
    2026-03-05 kept k1 of=p1

"""

from collections.abc import Iterator
from itertools import takewhile

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST = 3


@rule("E208", stance="strength", severity="info")
def promises_kept(case: Case) -> Iterator[Sighting]:
    """Report each side whose newest dated promises were all kept by their day."""
    for side in case.sides:
        dated = [p for p in case.promises if p.by == side and p.confirmed and p.due and p.settled(case.today)]
        dated.sort(key=lambda p: (p.ended or p.due or case.today, p.id))
        run = list(takewhile(lambda p: p.on_time(case.today), reversed(dated)))
        if len(run) >= LEAST:
            says = f"the last {len(run)} dated promises were kept by their day, newest {quoted(run[0].words)}"
            yield Sighting(side, tuple(p.id for p in run[:LEAST]), says)
