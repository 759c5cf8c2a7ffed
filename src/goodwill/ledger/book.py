"""The whole ledger in memory: entries in order of their days, and what later entries say of earlier ones."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from goodwill.ledger.entry import Entry

_STANDING_KEYS = ("of", "by", "src", "line", "span", "recorded", "words")


@dataclass(frozen=True)
class Book:
    """Entries in order of day and time; entries of one moment keep the order in which they came."""

    entries: tuple[Entry, ...] = field(default=())

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Book":
        """Build a book from entries in any order."""
        return cls(tuple(sorted(entries, key=lambda entry: entry.moment)))

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def until(self, day: date) -> "Book":
        """Give the book as it stood at the end of a day: what came later is not in it."""
        return Book(self.entries[: bisect_right(self.entries, day, key=lambda entry: entry.day)])

    def newest(self, most: int, *names: str) -> "Book":
        """Give a book of the newest entries of some kinds alone."""
        return Book(self.kinds(*names)[-most:])

    def kinds(self, *names: str) -> tuple[Entry, ...]:
        """Give the entries of some kinds, in order."""
        if len(names) == 1:
            return tuple(self._by_kind.get(names[0], ()))
        found = [number for name in names for number in self._places.get(name, ())]
        return tuple(self.entries[number] for number in sorted(found))

    def find(self, name: str) -> Entry | None:
        """Find an entry by its id."""
        return self._by_id.get(name)

    def citing(self, name: str, *kinds: str) -> tuple[Entry, ...]:
        """Give the entries that cite an entry in their key `of`, all or those of some kinds, in order."""
        cited = self._by_cited.get(name, ())
        return tuple(entry for entry in cited if not kinds or entry.kind in kinds)

    def amended(self) -> "Book":
        """Give the book with each amendment applied to what it cites, in order; amendments stay in it."""
        changes: dict[str, dict[str, str]] = defaultdict(dict)
        for amend in self.kinds("amend"):
            changes[amend.get("of")] |= {k: v for k, v in amend.values.items() if k not in _STANDING_KEYS}
        if not changes:
            return self
        return Book(tuple(e.changed(**changes[e.id]) if e.id in changes else e for e in self.entries))

    @cached_property
    def _by_kind(self) -> dict[str, list[Entry]]:
        grouped = defaultdict(list)
        for entry in self.entries:
            grouped[entry.kind].append(entry)
        return dict(grouped)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        grouped = defaultdict(list)
        for number, entry in enumerate(self.entries):
            grouped[entry.kind].append(number)
        return dict(grouped)

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in reversed(self.entries)}

    @cached_property
    def _by_cited(self) -> dict[str, list[Entry]]:
        grouped = defaultdict(list)
        for entry in self.entries:
            if of := entry.values.get("of"):
                grouped[of].append(entry)
        return dict(grouped)
