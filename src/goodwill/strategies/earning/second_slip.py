"""A second dated promise in a row has slipped.

Looks for
    the two newest dated promises of one side both late or overdue, after at least 2 that came by their day.

Why it matters
    Good early work must not hide later lateness. One slip is an accident as often as not; the second is the last day
    on which a quiet question still changes the course. Trust that erodes late leaves room to heal [lount-2008].

Do instead
    Yours: say it before they ask, with a day you would bet on.

    Theirs: ask once, without blame, what is in the way and which day they would bet on; offer to cut the next piece
    smaller.

Limits
    It sees dated promises only, and it does not know the reasons. Two small slips count like two large ones. A day
    that was moved before it came is the day that counts; one moved after it had passed excuses nothing.

Example
    2026-01-02 promise p1 by=lena to=me due=2026-01-09 | chapter five
    2026-01-12 kept k1 of=p1
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.promises import Promise
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

ON_TIME_BEFORE = 2
DAYS_NEW = 45


@rule("E302", stance="risk", severity="warning")
def second_slip(case: Case) -> Iterator[Sighting]:
    """Report each side whose two newest dated promises both slipped, after others that did not."""
    for side in case.sides:
        dated = [p for p in case.promises if p.by == side and p.confirmed and not p.waits_for and _due(p, case)]
        dated.sort(key=lambda p: (p.owed_by or case.today, p.id))
        *before, last_but_one, last = dated if len(dated) > ON_TIME_BEFORE + 1 else [None, None, None]
        if last is None or last_but_one is None or not (_slipped(last, case) and _slipped(last_but_one, case)):
            continue
        on_time = sum(1 for p in before if p is not None and not _slipped(p, case))
        if on_time >= ON_TIME_BEFORE and (case.today - (last.owed_by or case.today)).days <= DAYS_NEW:
            late = counted(_late(last, case), "day")
            says = f"{quoted(last.words)} is {late} late, {quoted(last_but_one.words)} was late before it"
            yield Sighting(side, (last.id, last_but_one.id), f"{says}; {on_time} earlier ones came by their day")


def _due(promise: Promise, case: Case) -> bool:
    """Say whether the promise has come to its day or ended."""
    past = promise.owed_by is not None and promise.owed_by < case.today
    return promise.state in ("kept", "broken") or (past and promise.state == "open")


def _late(promise: Promise, case: Case) -> int:
    """Give the days after the day it counts against."""
    end = promise.ended or case.today
    return end.toordinal() - promise.owed_by.toordinal() if promise.owed_by else 0


def _slipped(promise: Promise, case: Case) -> bool:
    return promise.state == "broken" or _late(promise, case) > 0
