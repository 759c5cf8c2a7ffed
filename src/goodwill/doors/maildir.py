"""A folder of mails as mail servers keep them (Maildir): one message a file, in `cur` and `new`."""

from collections.abc import Iterator
from pathlib import Path

from goodwill.doors.charset import named
from goodwill.doors.door import Hints, Ignored, Item
from goodwill.doors.eml import Eml

_LEFT_OUT = (".trash", ".deleted", ".spam", ".junk", ".drafts", ".entw", ".papierkorb", ".brouillons", ".corbeille")
_FLAGS = {"D": "a draft", "T": "thrown away"}


class Maildir:
    """Reads a Maildir and the folders within it, but no drafts, spam or thrown away mails."""

    name = "mail folder (Maildir)"

    def knows(self, path: Path, head: bytes) -> bool:
        """Know a Maildir by its two folders."""
        return (path / "cur").is_dir() and (path / "new").is_dir()

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read every mail, folder by folder, in the order of their names; links are not followed."""
        for folder in (path, *sorted(p for p in path.glob(".*/") if not p.is_symlink())):
            if folder != path and folder.name.lower().startswith(_LEFT_OUT):
                continue
            for name in ("cur", "new"):
                yield from _folder(folder / name, hints)


def _folder(folder: Path, hints: Hints) -> Iterator[Item]:
    if folder.is_symlink() or not folder.is_dir():
        return
    for file in sorted(folder.iterdir()):
        flags = file.name.rpartition(":2,")[2] if ":2," in file.name else ""
        reason = next((_FLAGS[flag] for flag in flags if flag in _FLAGS), "")
        if file.is_symlink() or not file.is_file():
            yield Ignored("not a mail but a link or a folder", named(file))
        elif reason:
            yield Ignored(reason, named(file))
        else:
            yield from Eml().read(file, hints)
