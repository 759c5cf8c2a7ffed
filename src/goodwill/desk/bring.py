"""Files brought into the book: read by their doors, filtered, read once by the reader, written in batches."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from goodwill.desk.readings import as_entries, read_of
from goodwill.doors.door import UNDATED, Door, Hints, Ignored
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault, unknown_keys
from goodwill.ledger.kinds import KINDS
from goodwill.ledger.notation import Invalid
from goodwill.ledger.party import name_in, normal
from goodwill.moves.many import ReaderOfMany, in_batches
from goodwill.store.candidate import candidates
from goodwill.store.journal import Journal

NOTATION = "goodwill lines"
MOST_KEPT = 1000


@dataclass
class Brought:
    """What became of the files: counts, the first rejects and ignored things with their reasons, and who was named."""

    files: int = 0
    read: int = 0
    accepted: int = 0
    duplicate: int = 0
    rejected_count: int = 0
    ignored_count: int = 0
    rejected: list[Invalid] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    mentions: dict[str, str] = field(default_factory=dict)

    def reject(self, bad: Invalid) -> None:
        """Count something that could not be taken, and keep the first ones to show."""
        self.rejected_count += 1
        if len(self.rejected) < MOST_KEPT:
            self.rejected.append(bad)

    def ignore(self, left: Ignored) -> None:
        """Count something deliberately not taken, and keep the first ones to show."""
        self.ignored_count += 1
        if len(self.ignored) < MOST_KEPT:
            self.ignored.append(left)


@dataclass(frozen=True, slots=True)
class Only:
    """Which entries to take: those that name one of some parties, and those that cite a taken one; empty takes all.

    A contact that is taken tells further ways to name its party, for what is read after it.
    """

    wanted: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, names: Collection[str]) -> "Only":
        """Take only what concerns these names, mail addresses or phones."""
        return cls({normal(name) for name in names})

    def takes(self, entry: Entry) -> bool:
        """Say whether an entry is wanted."""
        if not self.wanted:
            return True
        ways = {normal(way) for mention in entry.parties() for way in (mention, name_in(mention))}
        if entry.kind == "party":
            ways = {normal(way) for key in ("name", "mail", "phone", "alias") for way in entry.many(key)}
            ways |= {normal(entry.id), normal(entry.get("name"))} - {""}
        if ways & self.wanted or entry.get("of") in self.taken or entry.get("after") in self.taken:
            self.taken.add(entry.id)
            self.wanted.update(ways if entry.kind == "party" else ())
            return True
        return False


def bring(journal: Journal, paths: Collection[Path], hints: Hints, only: Only, recorded: str) -> Iterator[Brought]:
    """Bring files into the book; yields the growing result after each batch that is kept for good."""
    brought, reader = Brought(), ReaderOfMany()
    for door, path in _doors(paths, hints, brought):
        entries = with_readings(_taken(door, path, hints, only, brought), reader)
        strict = door.name == NOTATION
        for batch in journal.append_stream(entries, f"bring:{door.name}", recorded=recorded, strict=strict):
            brought.accepted += len(batch.accepted)
            brought.duplicate += batch.duplicate
            for bad in batch.conflicting:
                brought.reject(bad)
            yield brought
    yield brought


def preview(book: Book, paths: Collection[Path], hints: Hints, only: Only, recorded: str) -> Brought:
    """Read files as bringing would, count what the book knows already, and write nothing."""
    brought, known, reader = Brought(), {entry.id for entry in book}, ReaderOfMany()
    for door, path in _doors(paths, hints, brought):
        for ready in candidates(with_readings(_taken(door, path, hints, only, brought), reader), recorded, b""):
            if isinstance(ready, Invalid):
                brought.reject(ready)
                continue
            brought.duplicate += ready.entry.id in known
            brought.accepted += ready.entry.id not in known
            known.add(ready.entry.id)
    return brought


def _doors(paths: Collection[Path], hints: Hints, brought: Brought) -> Iterator[tuple[Door, Path]]:
    from goodwill.doors.open import openings

    for opened in openings(paths, hints):
        if isinstance(opened, Invalid):
            brought.reject(opened)
        elif isinstance(opened, Ignored):
            brought.ignore(opened)
        else:
            brought.files += 1
            yield opened


def _taken(door: Door, path: Path, hints: Hints, only: Only, brought: Brought) -> Iterator[Entry]:
    """Give the entries of one file that hold what every entry must, counting everything else with its reason."""
    for item in door.read(path, hints):
        if isinstance(item, Ignored):
            brought.ignore(item)
        elif isinstance(item, Invalid):
            brought.reject(item)
        elif reason := _unfit(item):
            brought.reject(Invalid(reason, item.source.file, item.source.line))
        elif only.takes(item):
            _count(item, brought)
            if door.name == NOTATION:
                _note_unknown(item, brought)
            yield item


def _unfit(entry: Entry) -> str:
    """Say why an entry a door read cannot be taken; a message or act needs its day, a card does not."""
    if entry.day == UNDATED and entry.kind != "party":
        return "no day in it; give --date DAY"
    return fault(entry) if entry.id != "-" else ""


def _count(entry: Entry, brought: Brought) -> None:
    brought.read += 1
    brought.kinds[entry.kind] += 1
    for mention in entry.parties():
        brought.mentions.setdefault(normal(mention), mention)


def _note_unknown(entry: Entry, brought: Brought) -> None:
    """Note a key that nothing reads, most likely a slip of the pen."""
    if len(brought.notes) < MOST_KEPT and not KINDS[entry.kind].known(entry.values):
        source = entry.source
        names = ", ".join(unknown_keys(entry))
        brought.notes.append(f"{source.file}:{source.line}: kept, but nothing reads the key {names}")


def with_readings(entries: Iterator[Entry], reader: ReaderOfMany | None = None) -> Iterator[Entry]:
    """Follow each message with what the reader sees in it; an exported message brings its readings along."""
    reader = reader or ReaderOfMany()
    for some in in_batches(entries, lambda entry: len(read_of(entry))):
        told = iter(reader.read_each([read_of(entry) for entry in some if _is_read(entry)]))
        for entry in some:
            yield entry
            if _is_read(entry):
                yield from as_entries(entry, next(told))


def _is_read(entry: Entry) -> bool:
    return entry.kind == "message" and not entry.get("recorded")
