"""What can go wrong with the book on disk, said in one line: which file, and why."""

from pathlib import Path

DAMAGED = "the file is damaged; restore a backup, or save what can still be read with `goodwill salvage`"

_SAID = (
    ("file is not a database", "it is not a goodwill book, or it is encrypted with another key (GOODWILL_KEY)"),
    ("codec can't decode", DAMAGED),
    ("malformed", DAMAGED),
    ("full", "the disk is full; everything acknowledged before is kept"),
    ("readonly", "it cannot be written; look at the permissions of the file and its folder"),
    ("unable to open", "it cannot be opened; look at the path and its permissions"),
    ("locked", "another program kept it busy for too long; try again"),
    ("no such table", "it is not a goodwill book"),
    ("only grows", "an event that is in the book cannot be changed or removed"),
)


class StoreFault(Exception):  # noqa: N818 - a fault of the book, not of the program
    """The book cannot be used as asked; the message is one line for the user."""

    def __init__(self, where: Path | str, reason: str) -> None:
        self.where = str(where)
        self.reason = reason
        super().__init__(f"{where}: {reason}")


def reason_of(error: BaseException) -> str:
    """Say a driver's error in the user's words.

    >>> reason_of(RuntimeError("database or disk is full"))
    'the disk is full; everything acknowledged before is kept'
    """
    text = getattr(error, "strerror", None) or str(getattr(error, "orig", None) or error)
    told = next((ours for theirs, ours in _SAID if theirs in text), "")
    return told or " ".join(text.split())[:200]


def busy(error: BaseException) -> bool:
    """Tell whether an error means only that someone else is writing."""
    text = str(getattr(error, "orig", None) or error)
    return "locked" in text or "busy" in text
