"""What a person writes at the desk: an entry from the words of a command, a book from a backup or from its remains."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault, unknown_keys
from goodwill.store.journal import open_journal
from goodwill.store.place import located
from goodwill.store.reading import key_told

if TYPE_CHECKING:
    from goodwill.store.salvaging import Salvaged


def written(kind: str, said: Sequence[str], name: str, today: date) -> Entry | str:
    """Make an entry of `key=value ... | words`, or say what is wrong with it.

    >>> written("thanks", ["by=me", "to=alan", "| two", "crates"], "t1", date(2026, 3, 2)).words
    'two crates'
    """
    values: dict[str, str] = {}
    words: list[str] | None = None
    for part in said:
        if words is None and part.lstrip().startswith("|"):
            words = [part.lstrip()[1:].strip()]
        elif words is not None:
            words.append(part)
        elif "=" not in part:
            return f"expected key=value or '| words', not {part}"
        else:
            key, _, value = part.partition("=")
            if key in values:
                return f"key {key} is given twice"
            values[key] = value
    entry = Entry(today, kind, name, values, " ".join(w for w in words or [] if w))
    unknown = "" if fault(entry) else "; ".join(unknown_keys(entry))
    return fault(entry) or (f"{kind} has no key {unknown}" if unknown else entry)


def restored(backup: Path, target: Path) -> None:
    """Make a book from a backup, which must verify; a file that is there is never written over."""
    from goodwill.store.copying import restore

    restore(backup, target)
    open_journal(target, create=False)


def salvaged(book: str) -> "Iterator[Salvaged]":
    """Give what can still be read of a damaged book; the book itself is not touched."""
    from goodwill.store.salvaging import salvage

    yield from salvage(located(book), key_told())
