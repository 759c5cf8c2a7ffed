"""A desk for programs that stay open: read anew as soon as the book appears or grows."""

from collections.abc import Callable
from threading import Lock

from goodwill.desk.desk import Desk


class Lasting:
    """Keeps one desk, and what it has read of the book, for as long as nobody writes to the book."""

    def __init__(self, opening: Callable[[], Desk]) -> None:
        self._opening = opening
        self._kept: tuple[str, Desk] | None = None
        self._turn = Lock()

    def desk(self) -> Desk:
        """Give the desk on the book as it is now; raises what opening it raises."""
        with self._turn:
            opened = self._opening()
            head = opened.journal.head()
            if self._kept is None or (self._kept[0], self._kept[1]) != (head, opened):
                self._kept = (head, opened)
            return self._kept[1]
