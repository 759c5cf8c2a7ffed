"""goodwill charter: how two mean to treat each other, as a text that both can sign."""

from datetime import date

import click

from goodwill.faces.cli.asked import Asked, shared, today_option
from goodwill.findings.words import visible


@click.command("charter")
@click.argument("party")
@today_option
@shared
def command(asked: Asked, party: str, today: date) -> int:
    """Write a charter for you and one counterparty, as plain text to change, sign and bring.

    It counts from the day of the later signature: `goodwill charter Alan > alan.charter`, then both fill in their
    line, then `goodwill bring alan.charter`.
    """
    click.echo(visible(asked.desk(create=False).charter(party, today)))
    return 0
