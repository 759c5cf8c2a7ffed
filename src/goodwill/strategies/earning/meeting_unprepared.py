"""A meeting is near and something of mine is open.

Looks for
    an appointment with them within two days, by calendar or promise, while I owe them something overdue or a concern
    of theirs is open.

Why it matters
    Preparing means knowing their business, their terms and their concerns; being heard goes with the quality of a
    relationship [kluger-2023].

Do instead
    Read this brief once before you go: answer the open concern first, and say what you owe before they do.

Limits
    It knows of meetings only from calendars and recorded promises to meet.

Example
    2026-03-01 promise p1 by=alan to=me due=2026-03-12 | meet: coffee at the back door
    2026-02-20 concern q1 by=alan to=me | could we have a set day?

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS_AHEAD = 2


@rule("E401", stance="gap", severity="advice")
def meeting_unprepared(case: Case) -> Iterator[Sighting]:
    """Report a meeting within two days for which something of mine is open."""
    for promise in case.promises:
        if promise.state == "open" and promise.due and _meeting(promise.words):
            ahead = (promise.due - case.today).days
            open_items = _open(case)
            if 0 <= ahead <= DAYS_AHEAD and open_items:
                says = f"{quoted(promise.words)} is on {promise.due}; {counted(len(open_items), 'item')} of yours open"
                yield Sighting(case.me, (promise.id, *open_items), says)


def _meeting(words: str) -> bool:
    return words.casefold().startswith(("meet", "call", "visit", "appointment"))


def _open(case: Case) -> list[str]:
    concerns = [c.id for c in case.concerns if c.to == case.me and c.confirmed and c.answered is None]
    overdue = [p.id for p in case.promises if p.by == case.me and p.confirmed and p.overdue(case.today)]
    return concerns + overdue + [b.id for b in case.bills if b.to == case.me and b.overdue(case.today)]
