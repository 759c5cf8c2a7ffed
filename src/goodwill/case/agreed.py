"""What became of a charter since both signed it: days told too late, and whether both looked back."""

from collections.abc import Iterator
from datetime import timedelta

from goodwill.case.case import Case
from goodwill.case.charters import Charter
from goodwill.case.promises import Promise


def told_late(case: Case, charter: Charter) -> Iterator[tuple[Promise, str, int]]:
    """Give each promise made since whose day was moved with less notice than agreed: the entry, and the days it had.

    A day that passed without a word had no notice at all, and is told by the promise itself; one kept by its day,
    released or waiting for something else is none of these.
    """
    for promise in case.promises:
        if charter.notice is None or not promise.confirmed or promise.waits_for or promise.made < charter.day:
            continue
        day = promise.first_due
        for move in promise.moves:
            if day is not None and (day - move.day).days < charter.notice:
                yield promise, move.id, max(0, (day - move.day).days)
            day = move.due or day
        if not promise.moves and promise.settled(case.today) and promise.days_late(case.today) > 0:
            yield promise, promise.id, 0


def looked_back(case: Case, charter: Charter, near: timedelta) -> bool:
    """Say whether somebody asked how it went around the day agreed for it, or both signed a new charter since."""
    if charter.review is None:
        return True
    start = charter.review - near
    later = any(other.day > charter.day for other in case.charters)
    return later or any(pulse.day >= start for pulse in case.pulses)
