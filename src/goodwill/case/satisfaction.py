"""How working together felt to each side, and the moments at which to ask."""

from collections.abc import Iterator
from datetime import timedelta

from goodwill.case.case import Case
from goodwill.case.treatment import Pulse
from goodwill.ledger.entry import Entry

LOW, GOOD = 3, 5
SERIES = 3
DAYS_OF_WORKING = 60
LEAST_MESSAGES = 5
_WORK = ("promise", "delivery", "invoice", "payment")


def latest_from(case: Case, side: str) -> Pulse | None:
    """Give the newest pulse of a side, if it ever gave one."""
    return next((pulse for pulse in reversed(case.pulses) if pulse.by == side), None)


def felt(pulse: Pulse) -> tuple[list[str], list[str]]:
    """Tell what felt poor and what felt good, each as "process 3 of 7": the way there, and the relationship."""
    parts = {"process": pulse.process, "relationship": pulse.relationship}
    told = [(f"{part} {points} of 7", points) for part, points in parts.items() if points is not None]
    return [words for words, points in told if points <= LOW], [words for words, points in told if points >= GOOD]


def content(case: Case, side: str, days: int) -> bool:
    """Say whether a side's newest answer of the last days says that something feels good and nothing poor."""
    pulse = latest_from(case, side)
    poor, good = felt(pulse) if pulse and (case.today - pulse.day).days <= days else ([], [])
    return bool(good) and not poor


def milestones(case: Case) -> Iterator[Entry]:
    """Give the moments after which to ask how it felt: an agreement, a third delivery, sixty days of working."""
    yield from case.book.kinds("agree")
    yield from case.book.kinds("delivery")[SERIES - 1 :: SERIES]
    work = case.book.kinds(*_WORK)
    later = (entry for entry in work if entry.day - work[0].day >= timedelta(days=DAYS_OF_WORKING))
    if (first := next(later, None)) is not None and len(case.sent) >= LEAST_MESSAGES:
        yield first
