"""One side has become later than it used to be with you.

Looks for
    days late, on invoices or on dated promises, that have risen against the same side's own record with you: a
    lasting change, not one bad week. The hint is set to one mistake a year for each relationship; it becomes a
    warning at one mistake in 640 quiet events.

Why it matters
    Trust wears away before it breaks, and the side that causes it often does not see it. Summing what exceeds the
    usual finds a lasting change early [page-1954]; a sudden imbalance between two sides came before broken ties
    [niculae-2015].

Do instead
    Yours: tell them before the next one is late: since when you have slipped, what you can do on which day, and ask
    what it has cost them.

    Theirs: ask what changed, listen first, and make the next step smaller.

Limits
    It needs at least 6 dated items, compares a side with itself and never with others, and says nothing about why.

Example
    2026-02-02 invoice i1 by=alan to=me amount=380 currency=GBP due=2026-02-16
    2026-03-09 payment y1 by=me to=alan amount=380 currency=GBP of=i1
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.lateness import Series, lateness
from goodwill.case.quoting import counted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST = 6
NEWEST = 4
FALSE_ALARMS_A_YEAR = 1.0


@rule("E301", stance="risk", severity="warning")
def lateness_worsened(case: Case) -> Iterator[Sighting]:
    """Report each side whose days late have worsened against its own past."""
    for side in case.sides:
        for series in lateness(case.bills, case.promises, side, case.today):
            if len(series.days_late) >= LEAST:
                yield from _worsened(series, side)


def _worsened(series: Series, side: str) -> Iterator[Sighting]:
    from goodwill.measures.drift import worsened

    days = [day.toordinal() for day in series.due]
    told = worsened(series.days_late, days, false_alarms_a_year=FALSE_ALARMS_A_YEAR)
    if told.worsened and told.since is not None and told.usual is not None:
        since = series.due[told.since]
        late = [n for n in series.days_late[told.since :] if n > 0]
        usual = f"{counted(max(0, round(told.usual)), 'day')} late before"
        says = f"{series.what} later since {since}: {len(late)} late, by up to {counted(max(late), 'day')}, {usual}"
        sure = worsened(series.days_late, days).worsened
        newest = tuple(reversed(series.ids[told.since :]))[:NEWEST]
        yield Sighting(side, newest, says, severity="warning" if sure else "advice")
