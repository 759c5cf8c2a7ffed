"""Looks into a zip archive and reads what it holds through the other doors."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from goodwill.doors.archive import Budget, Member, is_zip, members
from goodwill.doors.charset import named
from goodwill.doors.door import Door, Hints, Ignored, Item
from goodwill.doors.recognise import recognised
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Archived:
    """A zip archive of files that other doors know; archives within it too, up to three deep."""

    name = "zip archive"
    doors: tuple[Door, ...]
    depth: int = 1

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether a file begins like a zip archive."""
        return is_zip(head)

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read file after file, unpacking one at a time."""
        yield from self._within(path, hints, Budget())

    def _within(self, path: Path, hints: Hints, budget: Budget) -> Iterator[Item]:
        with tempfile.TemporaryDirectory(prefix="goodwill-") as folder:
            for member in members(path, Path(folder), budget):
                if isinstance(member, Invalid):
                    yield replace(member, file=f"{path.name}/{member.file}")
                    continue
                for item in self._member(member, hints, budget):
                    yield _from(item, member, named(path))
                member.path.unlink(missing_ok=True)

    def _member(self, member: Member, hints: Hints, budget: Budget) -> Iterator[Item]:
        """Read one file of the archive through its door."""
        deeper = Archived(self.doors, self.depth + 1)
        door = recognised(member.path, (*self.doors, deeper), hints)
        if isinstance(door, Invalid | Ignored):
            yield door
        elif not isinstance(door, Archived):
            yield from door.read(member.path, hints)
        elif door.depth > DEEPEST:
            yield Invalid(f"archives are read {DEEPEST} deep, not deeper", member.path.name)
        else:
            yield from door._within(member.path, hints, budget)


def _from(item: Item, member: Member, archive: str) -> Item:
    """Say where an item stands: in which archive, under which name there."""
    place = f"{archive}/{member.name}"
    if not isinstance(item, Entry):
        nested = item.file.partition("/")[2]
        return replace(item, file=f"{place}/{nested}" if nested else place)
    if item.get("src").partition("/")[0] != member.path.name:
        return item
    nested = item.get("src").partition("/")[2]
    values = dict(item.values) | {"src": f"{place}/{nested}" if nested else place}
    return replace(item, values=values, written="")
