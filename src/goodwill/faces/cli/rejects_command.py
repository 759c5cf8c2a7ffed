"""goodwill rejects: what could not be taken in."""

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, format_option, shared


@click.command("rejects")
@format_option("text", "json")
@shared
def command(asked: Asked, form: str) -> int:
    """Show what could not be taken in, where it stood and why; mend it and bring it again."""
    rows = list(asked.desk(create=False).journal.rejects())
    if form == "json":
        shown.document(rows)
        return 0
    for row in rows:
        where = f"{row['file']}:{row['line']}" if row["line"] else row["file"]
        click.echo(f"{where}: {row['reason']}")
    if not rows:
        click.echo("Nothing was rejected.")
    return 0
