"""They have said that it hurts, and it goes on.

Looks for
    one side's invoices or promises late now, or three times in 60 days, while the other side has in that time raised
    a concern that is not answered, or granted a favour beyond its limit.

Why it matters
    Breaks come after signs that were not heard, and the one who causes them often means no harm. Being heard goes
    with the quality of a relationship [kluger-2023].

Do instead
    Yours: answer their concern before anything else, pay or do what is overdue, and ask what it has cost them.

    Theirs: say once more, plainly, what it costs you, what you need and by when, before you end anything.

Limits
    It joins facts that are each shown; it does not know how near the other side is to leaving.

Example
    2026-02-09 concern q1 by=alan to=me | could we have a set day?
    2026-02-02 invoice i1 by=alan to=me amount=380 currency=GBP due=2026-02-16

"""

from collections.abc import Iterator
from datetime import date

from goodwill.case.case import Case
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS = 60
OFTEN = 3


@rule("E309", stance="risk", severity="warning")
def strain_unheard(case: Case) -> Iterator[Sighting]:
    """Report lateness of one side while signs of strain from the other stand unanswered."""
    for side in case.sides:
        signs = _signs(case, side)
        late = [
            b.id for b in case.bills if b.to == side and b.due and _recent(b.due, case) and b.days_late(case.today) > 0
        ]
        late += [p.id for p in case.promises if p.by == side and p.confirmed and p.overdue(case.today)]
        now = any(b.to == side and b.overdue(case.today) for b in case.bills)
        if signs and late and (now or len(late) >= OFTEN):
            first = case.entry(signs[0])
            words = quoted(first.words) if first else ""
            says = f"{words} stands unheard while {counted(len(late), 'item')} came late in {DAYS} days"
            yield Sighting(side, (*signs, *reversed(late)), says)


def _signs(case: Case, side: str) -> list[str]:
    """Name the unanswered concerns and exhausted favours of the other side, newest concern first."""
    open_concerns = [
        c.id for c in case.concerns if c.to == side and c.confirmed and c.answered is None and _recent(c.day, case)
    ]
    spent = [f.id for f in case.accommodations if f.by == case.other(side) and f.over(case.today)]
    return [*reversed(open_concerns), *spent]


def _recent(day: date, case: Case) -> bool:
    return 0 <= (case.today - day).days <= DAYS
