"""The whole ledger in memory: entries in order of their days, and what later entries say of earlier ones."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault

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
        if len(kinds) == 1:
            return tuple(self._by_cited_as.get((name, kinds[0]), ()))
        cited = self._by_cited.get(name, ())
        return tuple(entry for entry in cited if not kinds or entry.kind in kinds)

    def without(self, names: Collection[str]) -> "Book":
        """Give the book without some entries."""
        return Book(tuple(entry for entry in self.entries if entry.id not in names)) if names else self

    def amended(self) -> "Book":
        """Give the book with each amendment applied to what it cites, in order; amendments stay in it.

        An amendment of an amendment changes what that one cites. One that would leave an entry without what it must
        hold is left out.
        """
        changed: dict[str, Entry] = {}
        for amend in self.kinds("amend"):
            entry = self._first_cited(amend)
            if entry is not None:
                values = {k: v for k, v in amend.values.items() if k not in _STANDING_KEYS}
                later = changed.get(entry.id, entry).changed(**values)
                if not fault(later):
                    changed[entry.id] = later
        return Book(tuple(changed.get(e.id, e) for e in self.entries)) if changed else self

    def _first_cited(self, amend: Entry) -> Entry | None:
        """Follow amendments of amendments to the entry that is amended in the end; a circle leads nowhere."""
        seen: set[str] = set()
        entry: Entry | None = amend
        while entry is not None and entry.kind == "amend" and entry.id not in seen:
            seen.add(entry.id)
            entry = self.find(entry.get("of"))
        return None if entry is None or entry.kind == "amend" else entry

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

    @cached_property
    def _by_cited_as(self) -> dict[tuple[str, str], list[Entry]]:
        grouped = defaultdict(list)
        for entry in self.entries:
            if of := entry.values.get("of"):
                grouped[of, entry.kind].append(entry)
        return dict(grouped)
