"""Bringing, as a person sees it: progress when it takes long, and what became of every file."""

import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from goodwill.case.quoting import counted
from goodwill.faces.cli import shown

if TYPE_CHECKING:
    from goodwill.desk.bring import Brought

MOST_SAID = 12


def watched(growing: "Iterator[Brought]") -> "Brought":
    """Bring, with a line of progress on a terminal once it has taken a second."""
    began, brought, said = time.monotonic(), None, False
    for brought in growing:
        if sys.stderr.isatty() and time.monotonic() - began > 1:
            said = True
            click.echo(f"\r{brought.accepted:,} accepted, {brought.duplicate:,} known ...", err=True, nl=False)
    if said:
        click.echo("\r" + " " * 60 + "\r", err=True, nl=False)
    if brought is None:
        raise click.ClickException("nothing to bring")
    return brought


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


def tell(brought: "Brought", say: Callable[[str], None] = shown.note) -> None:
    """Say in a few lines what became of the files."""
    if nothing := unread(brought):
        shown.note(nothing)
        return
    kinds = ", ".join(f"{n} {kind}" for kind, n in brought.kinds.most_common(5))
    say(
        f"{counted(brought.files, 'file')}: {brought.accepted} accepted, {brought.duplicate} known already, "
        f"{brought.rejected_count} rejected, {brought.ignored_count} left aside" + (f" ({kinds})" if kinds else "")
    )
    for bad in brought.rejected[:MOST_SAID]:
        say(f"rejected {bad}")
    for note in brought.notes[:MOST_SAID]:
        say(note)
    hidden = brought.rejected_count - MOST_SAID
    if hidden > 0:
        say(f"and {hidden} more rejected; goodwill rejects lists them")
