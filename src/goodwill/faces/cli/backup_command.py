"""goodwill backup: copy the book."""

from pathlib import Path

import click

from goodwill.faces.cli.asked import Asked, shared


@click.command("backup")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@shared
def command(asked: Asked, target: Path) -> int:
    """Copy the book to a file, also while it is in use; never over a file that is there."""
    asked.desk(create=False).journal.backup(target)
    click.echo(f"copied to {target}")
    return 0
