"""A run of promises kept on their day.

Looks for
    the newest three or more dated promises of one side all kept by their day. Before there are three: all of them
    kept by their day, the newest within the last 30 days.

Why it matters
    A run of trustworthy acts is what restores and builds trust [schweitzer-2006]. It deserves to be seen as much as
    the one that fails.

Do instead
    Yours: keep to the size you can keep, and say when a day is at risk before it comes.

    Theirs: tell them that you have noticed, and let the next step be a little larger.

Limits
    It speaks of promptness and of nothing else. Earlier misses are not forgotten; they are further back. One or two
    are told as what they are, too few for a habit.

Example
    2026-03-02 promise p1 by=lena to=me due=2026-03-06 | chapter one
    2026-03-05 kept k1 of=p1

"""

from collections.abc import Iterator
from itertools import takewhile

from goodwill.case.case import Case
from goodwill.case.promises import Promise
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST = 3
DAYS_NEW = 30


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
        elif run and len(run) == len(dated) and (says := _early(run, case)):
            yield Sighting(side, tuple(dict.fromkeys((run[0].id, run[0].ended_by, *(p.id for p in run)))), says)


def _early(run: list[Promise], case: Case) -> str:
    """Say of one or two promises, newest first, when the newest came; empty where that is long ago."""
    newest = run[0]
    if newest.owed_by is None or newest.ended is None or (case.today - newest.ended).days > DAYS_NEW:
        return ""
    early = (newest.owed_by - newest.ended).days
    when = f"{counted(early, 'day')} before its day" if early > 0 else "on its day"
    came = f"{quoted(newest.words, 'a dated promise')} came {when}"
    count = (
        "the only dated promise so far" if len(run) == 1 else f"{len(run)} of {len(run)} dated promises by their day"
    )
    return f"{came}; {count}, too few to speak of a habit"
