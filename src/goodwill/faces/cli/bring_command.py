"""goodwill bring: files into the book."""

from typing import TYPE_CHECKING, Unpack

import click

from goodwill.desk.brought import as_document, matches, unread
from goodwill.faces.cli import bringing, shown
from goodwill.faces.cli.asked import Asked, first_folder, format_option, shared
from goodwill.faces.cli.hint_options import hint_options
from goodwill.faces.cli.standard_input import laid_down
from goodwill.findings.words import visible

if TYPE_CHECKING:
    from goodwill.desk.desk import Desk
    from goodwill.doors.door import Hinted


@click.command("bring")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--dry-run", is_flag=True, help="Say what would be taken and what is ignored; write nothing.")
@click.option("--party", multiple=True, metavar="NAME", help="Take only what concerns this party; may be given often.")
@hint_options
@format_option("text", "json")
@shared
def command(
    asked: Asked,
    paths: tuple[str, ...],
    party: tuple[str, ...],
    dry_run: bool,
    form: str,
    **hints: Unpack["Hinted"],
) -> int:
    """Bring files into the book: accepted, known already, rejected with a reason; twice adds nothing.

    `-` is standard input.
    """
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
