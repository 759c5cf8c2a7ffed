"""Tells apart the same thing said twice at one moment from the same thing read twice from two files."""

from collections.abc import Hashable

_MOST = 50_000


class Occurrences:
    """Number equal things within one moment, so that a longer export of the same chat adds only what is new.

    Only the newest moment is remembered, and of that no more than 50,000 things: memory does not grow with the file.
    What was forgotten is never numbered again, for later numbers start above all earlier ones.

    >>> seen = Occurrences()
    >>> seen.number("10:02", "alan", "ok"), seen.number("10:02", "alan", "ok"), seen.number("10:03", "alan", "ok")
    (1, 2, 1)
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._moment = ""
        self._floor = 0
        self._seen: dict[tuple[Hashable, ...], int] = {}

    def number(self, moment: str, *identity: Hashable) -> int:
        """Say how many times this has now been seen within its moment, this time included."""
        if moment != self._moment:
            self._moment, self._floor = moment, 0
            self._seen.clear()
        elif len(self._seen) >= self._most:
            self._floor = max(self._seen.values())
            self._seen.clear()
        count = self._seen[identity] = self._seen.get(identity, self._floor) + 1
        return count
