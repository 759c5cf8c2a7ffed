"""One thing that was said or done, on its day: the unit of the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from goodwill.ledger.kinds import KINDS
from goodwill.ledger.source import Source

LONGEST_COUNT = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated entry: what kind of act, whose, and in which words.

    `values` holds the keys of the notation as text, in the order written, the optional keys of the
    source (`src`, `line`, `span`, `recorded`) among them. `written` is the line as it was read, kept so
    that printing gives the same line back; it takes no part in comparison.

    >>> e = Entry(date(2026, 3, 2), "promise", "p1", {"by": "alan", "to": "me"}, "the crates by Friday")
    >>> e.get("by"), e.get("due"), e.parties()
    ('alan', '', ('alan', 'me'))
    """

    day: date
    kind: str
    id: str
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    words: str = ""
    time: str = ""
    written: str = field(default="", compare=False, repr=False)

    def get(self, key: str) -> str:
        """Give the value of a key, or the empty text where it was not said."""
        return self.values.get(key, "")

    def day_of(self, key: str) -> date | None:
        """Give a key's value as a day, or None where it is absent or no day."""
        try:
            return date.fromisoformat(self.values.get(key, ""))
        except ValueError:
            return None

    def number(self, key: str) -> float | None:
        """Give a key's value as a number, or None where it is absent or no number."""
        try:
            return float(self.values.get(key, ""))
        except ValueError:
            return None

    def many(self, key: str) -> tuple[str, ...]:
        """Give a key's value as several values, parted by commas."""
        return tuple(part for raw in self.values.get(key, "").split(",") if (part := raw.strip()))

    def parties(self) -> tuple[str, ...]:
        """Name everyone this entry speaks of, as written, in the order of the kind's keys."""
        found: list[str] = []
        for key in KINDS[self.kind].party_keys:
            raw = self.values.get(key)
            if raw is not None:
                found += self.many(key) if "," in raw else (raw,) if raw.strip() else ()
        return tuple(found)

    def changed(self, /, **values: str) -> "Entry":
        """Give the same entry with some values set, or removed where the new value is empty."""
        merged = {k: v for k, v in (dict(self.values) | values).items() if v != ""}
        return Entry(self.day, self.kind, self.id, merged, self.words, self.time)

    @property
    def source(self) -> Source:
        """Say where the entry came from, as far as its keys tell."""
        span, row = self.values.get("span"), self.values.get("line")
        line = _count(row) if row else None
        if not span:
            return Source(self.get("src"), line)
        first, _, last = span.partition("-")
        start, end = _count(first), _count(last)
        whole = start is not None and end is not None
        return Source(self.get("src"), line, start if whole else None, end if whole else None)

    @property
    def moment(self) -> tuple[date, str]:
        """Order entries by day, then by time of day; those without a time come first."""
        return (self.day, self.time)


def _count(text: str) -> int | None:
    """Read a whole number as a place in a file has it; what is longer than any place can be is none."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_COUNT else None
