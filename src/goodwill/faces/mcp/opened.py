"""Files that the user opened to an assistant, folder by folder, and no other."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from goodwill.desk.desk import Desk
from goodwill.desk.draft_file import not_writing, text_of
from goodwill.faces.mcp.answers import Answer, Refused, checked
from goodwill.faces.mcp.arguments import LONGEST_DRAFT, AboutFile

SUFFIXES = (".md", ".markdown", ".txt", ".eml")
CLOSED = "that is no draft (.md, .txt, .eml) in a folder that the user opened with --allow"


class Opened:
    """Checks drafts that lie in some folders, links followed before it is asked where they lie."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = tuple(folder.resolve() for folder in folders)

    def check_file(self, desk: Desk, asked: AboutFile) -> Answer:
        """Check a draft in a file."""
        return checked(desk, self.read(asked.path), asked.to, asked)

    def read(self, told: str) -> str:
        """Read a draft; a path that leads elsewhere is refused in the same words as one that leads nowhere."""
        real = next(self._within(told), None)
        if real is None:
            raise Refused(CLOSED)
        try:
            with real.open("rb") as file:
                raw = file.read(LONGEST_DRAFT * 4)
        except OSError:
            raise Refused(CLOSED) from None
        text = text_of(raw)[:LONGEST_DRAFT]
        if not_writing(text) or not text.strip():
            raise Refused("that file holds no text to check")
        return text

    def _within(self, told: str) -> Iterator[Path]:
        """Find the file in each folder that was opened, wherever its links lead."""
        for folder in self.folders:
            with suppress(OSError, ValueError, RuntimeError):
                real = (folder / told).resolve(strict=True)
                if real.is_relative_to(folder) and real.is_file() and real.suffix.lower() in SUFFIXES:
                    yield real
