"""goodwill contest: an entry is not accepted as it stands."""

from datetime import date

import click

from goodwill.faces.cli.asked import Asked, Day, shared, spoken, today_option


@click.command("contest")
@click.argument("name", metavar="ID")
@click.argument("reason")
@click.option("--by", default="me", help="Who contests it.")
@click.option("--until", type=Day(), default=None, help="The last day of the contest.")
@today_option
@shared
def command(asked: Asked, name: str, reason: str, by: str, until: date | None, today: date) -> int:
    """Contest an entry; it stays, no longer counts, and every finding that cites it says so."""
    ends = {"until": until.isoformat()} if until else {}
    click.echo(asked.desk(create=False).cite("contest", name, today, {"by": by, **ends}, spoken(reason)))
    return 0
