"""What a door is: it knows its files, and reads them into entries without ever stopping at a bad one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol, TypedDict

from goodwill.ledger.entry import Entry
from goodwill.ledger.mint import minted as minted
from goodwill.ledger.notation import Invalid

UNDATED = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user told us: columns by name, a mail label, the charset, the day of an undated transcript."""

    columns: Mapping[str, str] = field(default_factory=dict, hash=False)
    label: str = ""
    charset: str = ""
    day: date | None = None


class Hinted(TypedDict, total=False):
    """Some of the hints, by name: what is not told stays as `Hints` has it."""

    columns: Mapping[str, str]
    label: str
    charset: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Ignored:
    """Something deliberately not taken, and why: a newsletter, a system line, a picture."""

    reason: str
    file: str = ""
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.reason}" if where else self.reason


Item = Entry | Invalid | Ignored


class Door(Protocol):
    """One file format. `read` yields entries and rejects in the order of the file, and never raises on bad input."""

    name: str

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether a file is of this format, from its path and its first 4 KiB."""

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read a file from start to end, holding no more than one item of it in memory."""


def mention(name: str, address: str = "") -> str:
    """Write a person as an entry names them: `Name <address>`, or whichever of the two is known.

    >>> mention("Fields, Alan", "Alan@Fields.example")
    'Fields Alan <alan@fields.example>'
    """
    plain = " ".join("".join(c if c.isprintable() and c not in ',<>"' else " " for c in name).split())
    address = address.strip().lower()
    if plain and address and plain.lower() != address:
        return f"{plain} <{address}>"
    return address or plain
