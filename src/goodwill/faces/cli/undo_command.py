"""goodwill undo: take back what a command wrote."""

from datetime import date

import click

from goodwill.faces.cli.asked import Asked, shared, today_option


@click.command("undo")
@click.argument("name", metavar="ID")
@today_option
@shared
def command(asked: Asked, name: str, today: date) -> int:
    """Set aside the entry a command printed; nothing is rewritten, a later entry says it was undone."""
    click.echo(asked.desk(create=False).cite("dismiss", name, today, {}, "undone"))
    return 0
