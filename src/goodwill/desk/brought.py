"""What became of files that were brought, as data and in a sentence."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goodwill.case.case import Case
    from goodwill.desk.bring import Brought


def as_document(brought: "Brought") -> dict[str, Any]:
    """Give what became of the files as data."""
    return {
        "accepted": brought.accepted,
        "duplicate": brought.duplicate,
        "rejected": [{"file": r.file, "line": r.line, "reason": r.reason} for r in brought.rejected],
        "rejected_count": brought.rejected_count,
        "ignored": [{"file": i.file, "line": i.line, "reason": i.reason} for i in brought.ignored],
        "ignored_count": brought.ignored_count,
        "files": brought.files,
        "kinds": dict(sorted(brought.kinds.items())),
    }


def unread(brought: "Brought") -> str:
    """Say in one line why nothing at all could be read; the empty text means that something was."""
    if brought.read or (brought.files and not brought.rejected_count):
        return ""
    if not brought.rejected:
        return "nothing to read there: no file of a kind that goodwill knows"
    more = brought.rejected_count - 1
    return f"nothing could be read: {brought.rejected[0]}" + (f", and {more} more" if more else "")


def matches(mentions: Mapping[str, str], whole: "Case") -> tuple[tuple[str, str], ...]:
    """Say for each mention by which name the book knows its party; the empty text means it is new."""
    found = ((mention, whole.who.resolve(mention)) for mention in sorted(mentions.values()))
    return tuple((mention, whole.name(ident) if ident in whole.who.known else "") for mention, ident in found)
