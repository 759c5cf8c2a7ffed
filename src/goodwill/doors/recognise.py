"""Decides which door a file goes through, or says in one line why it goes through none."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from goodwill.doors.claims_csv import ClaimsCsv
from goodwill.doors.columns import CLAIMS, DELIVERIES, PAYMENTS, RATINGS, columns_of
from goodwill.doors.deliveries_csv import DeliveriesCsv
from goodwill.doors.door import Door, Hints, Ignored
from goodwill.doors.lines import decoded, marked
from goodwill.doors.payments_csv import PaymentsCsv, almost
from goodwill.doors.ratings_csv import RatingsCsv
from goodwill.ledger.notation import Invalid

HEAD = 4096
NO_DOOR = "no door knows this file"
NO_TALK = (
    f"{NO_DOOR}: no chat, talk or dated letter; a draft is for goodwill check, what a text claims for goodwill record"
)
UNKNOWN_TABLE = (
    "a table whose columns no door knows; goodwill bring --map FIELD=COLUMN names them: supplier (or customer), "
    "promised and delivered for deliveries; supplier (or customer), issue, due and settled for invoices; supplier, "
    "certificate, valid_from and expires for certificates"
)
_NOT_EVIDENCE = {"readme", "license", "licence", "copying", "thumbs", "desktop"}
_NO_WORDS = {
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".svg", ".bmp", ".tif", ".tiff", ".mp3", ".mp4", ".m4a", ".m4v",
    ".mov", ".avi", ".opus", ".ogg", ".oga", ".wav", ".webm", ".amr", ".3gp", ".pdf", ".doc", ".docx", ".xls", ".xlsx",
    ".ppt", ".pptx", ".odt", ".ods", ".toml", ".yaml", ".yml", ".ini", ".py", ".css", ".js", ".db", ".lnk",
}  # fmt: skip
_TABLES: tuple[tuple[Door, frozenset[str]], ...] = (
    (RatingsCsv(), frozenset(RATINGS) - {"matter"}),
    (DeliveriesCsv(), frozenset(DELIVERIES) - frozenset(PAYMENTS)),
    (ClaimsCsv(), frozenset(CLAIMS) - frozenset(PAYMENTS)),
    (PaymentsCsv(), frozenset(PAYMENTS)),
)


def passed_over(name: str) -> str:
    """Say why a file of this name is left out without being opened; the empty text means it is not.

    >>> passed_over("README.md"), passed_over(".DS_Store"), passed_over("menu.pdf"), passed_over("_chat.txt")
    ('not evidence', 'hidden', 'no door reads .pdf files', '')
    """
    path = Path(name)
    if path.name.startswith("."):
        return "hidden"
    if path.stem.lower() in _NOT_EVIDENCE and path.suffix.lower() in ("", ".md", ".txt", ".rst", ".db", ".ini"):
        return "not evidence"
    suffix = path.suffix.lower()
    return f"no door reads {suffix} files" if suffix in _NO_WORDS else ""


def recognised(path: Path, doors: Iterable[Door], hints: Hints) -> Door | Invalid | Ignored:
    """Choose the door for a file from its name and its first 4 KiB."""
    if reason := passed_over(path.name):
        return Ignored(reason, path.name)
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        return Invalid(f"cannot be read: {error.strerror or error}", path.name)
    if not head.strip():
        return Invalid("empty file", path.name)
    door = next((door for door in doors if door.knows(path, head)), None) or _told(hints)
    return door or Invalid(_unknown(head, path.suffix.lower()), path.name)


def _told(hints: Hints) -> Door | None:
    """Choose a table door by the columns the user named, where no header was understood."""
    roles = hints.columns.keys()
    return next((door for door, known in _TABLES if roles and roles & known), None)


def _unknown(head: bytes, suffix: str) -> str:
    if b"\0" in head and not marked(head):
        return "binary; no door reads it"
    top = decoded(head).split("\n") if suffix in (".csv", ".tsv", ".tab") else []
    names = columns_of(top)
    if lacks := almost(top):
        return f"looks like invoices, but no column tells {lacks}; if one does, name it with --map: {_few(names)}"
    if len(names) > 1:
        return f"{UNKNOWN_TABLE}; found: {_few(names)}"
    return NO_TALK if suffix in (".txt", ".md") else NO_DOOR


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:12])[:200]
