"""Where uploaded files lie between the look at them and the word to take them; one set at a time, gone at the end."""

import re
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

LONGEST = 100
DEEPEST = 12
_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\u202a-\u202e\u2066-\u2069\ud800-\udfff]')


class Staging:
    """A folder of this run alone. A name told by the browser decides what a file is called, never where it lies."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.name = ""

    def lay(self, files: Iterable[tuple[str, BinaryIO]]) -> str:
        """Lay files down, in the place of those that lay there; gives the name of the set."""
        self.clear()
        name = secrets.token_urlsafe(16)
        for n, (told, content) in enumerate(files):
            place = self.root / name / fit(told)
            if place.exists():
                place = self.root / name / str(n) / fit(told)
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with place.open("xb") as file:
                shutil.copyfileobj(content, file)
            self.name = name
        return self.name

    def folder(self, name: str) -> Path | None:
        """Give the folder of a set that lies there."""
        return self.root / self.name if self.name and name == self.name else None

    def clear(self) -> None:
        """Take everything away."""
        self.name = ""
        shutil.rmtree(self.root, ignore_errors=True)


def fit(told: str) -> Path:
    """Make a relative path of what a browser called a file; it leads nowhere but down.

    >>> fit("../../mail/a.eml").as_posix(), fit("/").as_posix()
    ('mail/a.eml', 'file')
    """
    parts = [_UNFIT.sub("_", part).strip() for part in re.split(r"[/\\\\]+", told)]
    kept = [_short(part) for part in parts if part.strip(". ")][-DEEPEST:]
    return Path(*kept) if kept else Path("file")


def _short(part: str) -> str:
    """Cut a long name in its middle, so that what it ends in still says what it is."""
    while len(part.encode()) > 2 * LONGEST or len(part) > LONGEST:
        half = min(len(part), LONGEST) // 2 - 8
        part = part[:half] + part[-half:]
    return part
