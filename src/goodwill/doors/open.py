"""Finds the files among what the user names, and the door each goes through."""

import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from goodwill.doors.archived import Archived
from goodwill.doors.captions import Captions
from goodwill.doors.charter import Charter
from goodwill.doors.claims_csv import ClaimsCsv
from goodwill.doors.deliveries_csv import DeliveriesCsv
from goodwill.doors.door import Door, Hints, Ignored
from goodwill.doors.eml import Eml
from goodwill.doors.ics import Ics
from goodwill.doors.letter import Letter
from goodwill.doors.maildir import Maildir
from goodwill.doors.mbox import Mbox
from goodwill.doors.messages_jsonl import MessagesJsonl
from goodwill.doors.notation_file import NotationFile
from goodwill.doors.payments_csv import PaymentsCsv
from goodwill.doors.pulse_text import PulseText
from goodwill.doors.ratings_csv import RatingsCsv
from goodwill.doors.recognise import passed_over, recognised
from goodwill.doors.slack import Slack
from goodwill.doors.transcript import Transcript
from goodwill.doors.vcard import Vcard
from goodwill.doors.whatsapp import WhatsApp
from goodwill.ledger.notation import Invalid

FILES: tuple[Door, ...] = (
    NotationFile(),
    Charter(),
    PulseText(),
    Mbox(),
    Eml(),
    Ics(),
    Vcard(),
    Captions(),
    WhatsApp(),
    MessagesJsonl(),
    RatingsCsv(),
    DeliveriesCsv(),
    PaymentsCsv(),
    ClaimsCsv(),
    Transcript(),
    Letter(),
)
FOLDERS: tuple[Door, ...] = (Slack(), Maildir())
DOORS: tuple[Door, ...] = (Slack(), *FILES, Archived(FILES))
_DEEPEST = 40
_UNTOLD = Hints()
# Until Python 3.13 a link that leads to itself raises RuntimeError when it is resolved.
_UNREADABLE = (OSError, ValueError, RuntimeError)

Opening = tuple[Door, Path] | Invalid | Ignored


def openings(paths: Iterable[Path], hints: Hints = _UNTOLD) -> Iterator[Opening]:
    """Walk files and folders in the order of their names; give each file its door, or the reason why it has none."""
    seen: set[Path] = set()
    for path in paths:
        try:
            yield from _opened(path, path.resolve(), hints, seen)
        except _UNREADABLE as error:
            yield Invalid(f"cannot be read: {getattr(error, 'strerror', None) or error}", str(path))


def _opened(path: Path, root: Path, hints: Hints, seen: set[Path], depth: int = 0) -> Iterator[Opening]:
    """Open one path; within a folder, links are not followed."""
    mode = path.stat().st_mode if depth == 0 else path.lstat().st_mode
    if stat.S_ISLNK(mode):
        yield _link(path, root)
    elif stat.S_ISDIR(mode):
        yield from _folder(path, root, hints, seen, depth)
    elif not stat.S_ISREG(mode):
        yield Invalid("not a regular file but a device, pipe or socket", str(path))
    elif (real := path.resolve()) in seen:
        yield Ignored("named twice", str(path))
    else:
        seen.add(real)
        door = recognised(path, DOORS, hints)
        yield replace(door, file=str(path)) if isinstance(door, Invalid | Ignored) else (door, path)


def _folder(path: Path, root: Path, hints: Hints, seen: set[Path], depth: int) -> Iterator[Opening]:
    """Open a folder: as a whole where a door knows it, else what is in it, by name."""
    if door := next((door for door in FOLDERS if door.knows(path, b"")), None):
        yield (door, path)
        return
    if depth >= _DEEPEST:
        yield Invalid(f"folders are read {_DEEPEST} deep, not deeper", str(path))
        return
    try:
        names = sorted(inside.name for inside in path.iterdir())
    except OSError as error:
        yield Invalid(f"cannot be read: {error.strerror or error}", str(path))
        return
    for name in names:
        if reason := passed_over(name):
            yield Ignored(reason, str(path / name))
            continue
        try:
            yield from _opened(path / name, root, hints, seen, depth + 1)
        except _UNREADABLE as error:
            yield Invalid(f"cannot be read: {getattr(error, 'strerror', None) or error}", str(path / name))


def _link(path: Path, root: Path) -> Invalid | Ignored:
    """Say why a link is not followed; one that leads out of the folder is a reject."""
    if path.resolve().is_relative_to(root):
        return Ignored("a link within the folder; what it points to is read in its own place", str(path))
    return Invalid("a link that leads out of the folder; not followed", str(path))
