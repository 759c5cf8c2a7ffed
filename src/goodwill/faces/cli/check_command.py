"""goodwill check: a draft before it is sent."""

import sys
from datetime import date
from pathlib import Path

import click

from goodwill.faces.cli import lint, shown
from goodwill.faces.cli.asked import Asked, fail_option, shared, today_option

LONGEST = 1_000_000


@click.command("check")
@click.argument("draft", default="-", metavar="[DRAFT|-]")
@click.option(
    "--to",
    default="",
    metavar="PARTY",
    help="To whom it goes, else who its own To: line names; the ledger then has its say.",
)
@click.option("--suggest", is_flag=True, help="Print what could stand there instead.")
@click.option("--diff", is_flag=True, help="Print the rewording as a diff; the draft is never changed.")
@click.option("--all", "whole", is_flag=True, help="Show every finding, not only the most useful.")
@click.option("--format", "form", type=click.Choice(lint.FORMATS), default="full", show_default=True)
@today_option
@fail_option
@shared
def command(asked: Asked, draft: str, to: str, form: str, today: date, fail_on: str | None, **how: bool) -> int:
    """Check a draft: the concession labelled, the decision explained, the concern answered, the promise kept.

    Reads a file or standard input. Waive one finding in the draft itself with
    <!-- goodwill: ignore E101 -- reason -->.
    """
    from goodwill.desk.opening import check_draft

    text, file = _read(draft)
    book, me = asked.held()
    checked = check_draft(text, to, today, file, book=book, me=me)
    found = checked.findings if how["whole"] else checked.shown
    if how["diff"]:
        click.echo(lint.diff(text, checked.findings, file), nl=False)
    else:
        click.echo(lint.printed(text, found, file, form, suggest=how["suggest"]), nl=False)
    lint.asides(checked, len(checked.findings) - len(found))
    return shown.status(checked.findings, asked.level(fail_on))


def _read(draft: str) -> tuple[str, str]:
    """Read the draft, at most a million characters of it."""
    from goodwill.desk.draft_file import not_writing, text_of

    raw = sys.stdin.buffer.read(LONGEST * 4) if draft == "-" else _bytes(Path(draft))
    text = text_of(raw)
    if not_writing(text):
        raise click.UsageError(f"{draft}: this is not text")
    if not text.strip():
        raise click.UsageError(f"{draft}: there is nothing to check")
    return text.replace("\r\n", "\n")[:LONGEST], "" if draft == "-" else draft


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST * 4)
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror or error}") from error
