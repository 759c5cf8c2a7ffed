"""Tells apart the same thing said twice at one moment from the same thing read twice from two files."""

from collections import Counter


class Occurrences:
    """Number equal things within one moment, so that a longer export of the same chat adds only what is new.

    Only the newest moment is remembered: memory does not grow with the file.

    >>> seen = Occurrences()
    >>> seen.number("10:02", "alan", "ok"), seen.number("10:02", "alan", "ok"), seen.number("10:03", "alan", "ok")
    (1, 2, 1)
    """

    def __init__(self) -> None:
        self._moment = ""
        self._seen: Counter[tuple[str, ...]] = Counter()

    def number(self, moment: str, *identity: str) -> int:
        """Say how many times this has now been seen within its moment, this time included."""
        if moment != self._moment:
            self._moment = moment
            self._seen.clear()
        self._seen[identity] += 1
        return self._seen[identity]
