"""goodwill dismiss: set something aside, with a reason."""

from datetime import date

import click

from goodwill.faces.cli.asked import Asked, Day, shared, spoken, today_option


@click.command("dismiss")
@click.argument("name", metavar="ID|CODE")
@click.argument("reason")
@click.option("--until", type=Day(), default=None, help="The last day on which it is set aside.")
@today_option
@shared
def command(asked: Asked, name: str, reason: str, until: date | None, today: date) -> int:
    """Set an entry, a reading or the findings of a rule aside; it can be undone."""
    ends = {"until": until.isoformat()} if until else {}
    click.echo(asked.desk(create=False).cite("dismiss", name, today, ends, spoken(reason)))
    return 0
