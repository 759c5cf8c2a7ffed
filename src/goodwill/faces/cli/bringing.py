"""Bringing, as a person sees it: progress when it takes long, and what became of every file."""

import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from goodwill.case.quoting import counted
from goodwill.desk.brought import unread
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
