"""goodwill bring: files into the book."""

from typing import TYPE_CHECKING, Any

import click

from goodwill.desk.brought import as_document, matches, unread
from goodwill.faces.cli import bringing, shown
from goodwill.faces.cli.asked import Asked, Day, first_folder, format_option, shared
from goodwill.faces.cli.standard_input import laid_down
from goodwill.findings.words import visible

if TYPE_CHECKING:
    from goodwill.desk.desk import Desk


@click.command("bring")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--dry-run", is_flag=True, help="Say what would be taken and what is ignored; write nothing.")
@click.option("--party", multiple=True, metavar="NAME", help="Take only what concerns this party; may be given often.")
@click.option("--label", default="", help="Take only mail with this label.")
@click.option("--map", "columns", multiple=True, metavar="FIELD=COLUMN", help="Name a CSV column, as due='Due date'.")
@click.option("--charset", default="", help="The charset of text files, where it is known.")
@click.option("--date", "day", type=Day(), help="The day of a transcript that does not say it.")
@format_option("text", "json")
@shared
def command(asked: Asked, paths: tuple[str, ...], dry_run: bool, form: str, **told: Any) -> int:  # noqa: ANN401 - the hints
    """Bring files into the book: accepted, known already, rejected with a reason; twice adds nothing.

    `-` is standard input.
    """
    party = told.pop("party")
    hints = {**told, "columns": _columns(told["columns"])}
    desk = asked.known() if dry_run else asked.desk(first_folder(paths))
    with laid_down(paths) as files:
        growing = iter([desk.preview(files, party, **hints)]) if dry_run else desk.bringing(files, party, **hints)
        brought = bringing.watched(growing)
    if form == "json":
        shown.document(as_document(brought) | {"dry_run": dry_run})
    else:
        bringing.tell(brought, lambda text: click.echo(visible(text)))
        for left in brought.ignored[: 0 if unread(brought) else bringing.MOST_SAID]:
            shown.note(f"left aside {left}")
        if dry_run:
            _matches(brought.mentions, desk)
    return 2 if unread(brought) else 0


def _matches(mentions: dict[str, str], desk: "Desk") -> None:
    """Say to whom each mention would be matched."""
    from datetime import date

    for mention, name in matches(mentions, desk.case(date.today())):
        known = f"known as {name}" if name else "new"
        click.echo(visible(f"  {mention}: {known}"))


def _columns(pairs: tuple[str, ...]) -> dict[str, str]:
    wrong = [pair for pair in pairs if "=" not in pair]
    if wrong:
        raise click.UsageError(f"--map takes FIELD=COLUMN, not {wrong[0]}")
    told = dict(pair.split("=", 1) for pair in pairs)
    if told:
        from goodwill.doors.columns import FIELDS

        for field in told.keys() - FIELDS:
            raise click.UsageError(f"--map knows no field {field}; it knows {', '.join(sorted(FIELDS))}")
    return told
