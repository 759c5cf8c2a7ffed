"""What is served: the desk on the user's book, or on the stories, read anew whenever the book has grown."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import RLock

from goodwill.brief.brief import Brief
from goodwill.desk.desk import Desk
from goodwill.desk.stories import LAST_DAY, told
from goodwill.faces.web.staging import Staging
from goodwill.store.unwritten import Unwritten

MOST_KEPT = 4


class Bench:
    """One book: the desk as last read, and the briefs of everyone on the days last asked for."""

    def __init__(self, known: Callable[[], Desk], made: Callable[[], Desk]) -> None:
        self._known, self._made = known, made
        self._desk, self._head = known(), ""
        self._briefs: dict[date, tuple[Brief, ...]] = {}

    def desk(self) -> Desk:
        """Give the desk, read anew if another program has written to the book."""
        head = _head(self._desk)
        if not head or head != self._head:
            self._turn(self._known())
        return self._desk

    def made(self) -> Desk:
        """Give the desk on a book that can be written to; it is made where there is none."""
        self._turn(self._made())
        return self._desk

    def briefs(self, day: date) -> tuple[Brief, ...]:
        """Give the brief of everyone worth one; kept until the book grows."""
        desk = self.desk()
        if day not in self._briefs:
            while len(self._briefs) >= MOST_KEPT:
                self._briefs.pop(next(iter(self._briefs)))
            self._briefs[day] = desk.briefs(day)
        return self._briefs[day]

    def forget(self) -> None:
        """Let go of what was read: it is about to change."""
        self._head = ""
        self._briefs.clear()

    def _turn(self, desk: Desk) -> None:
        self._desk, self._head = desk, _head(desk)
        self._briefs.clear()


class Served:
    """The benches of one run: one request at a time, the user's own book first."""

    def __init__(self, own: Bench, scratch: Path, today: Callable[[], date] = date.today) -> None:
        self._own, self._scratch, self._today = own, scratch, today
        self._demo: Bench | None = None
        self._lock = RLock()
        self.staging = Staging(scratch / "brought")
        self.demo = False

    @contextmanager
    def bench(self, *, writing: bool = False) -> Iterator[Bench]:
        """Give the bench in use, to one request at a time; what was read is let go after writing."""
        with self._lock:
            bench = self._demo if self.demo and self._demo else self._own
            yield bench
            if writing:
                bench.forget()

    def today(self) -> date:
        """Give the day to judge from unless another is asked for: the last day of the stories, or today."""
        return LAST_DAY if self.demo else self._today()

    def show_stories(self) -> None:
        """Turn to the made-up stories, in a book of their own that goes when goodwill ends."""
        with self._lock:
            if self._demo is None:
                book = self._scratch / "stories.book"
                told(book)
                self._demo = Bench(lambda: Desk.open(book), lambda: Desk.open(book))
            self.demo = True

    def show_own(self) -> None:
        """Turn back to the user's own book."""
        with self._lock:
            self.demo = False


def _head(desk: Desk) -> str:
    return "" if isinstance(desk.journal, Unwritten) else desk.journal.head()
