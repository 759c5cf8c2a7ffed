"""goodwill mirror: what they could say about me."""

from datetime import date

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, fail_option, format_option, shared, today_option


@click.command("mirror")
@click.argument("party")
@today_option
@format_option()
@fail_option
@shared
def command(asked: Asked, party: str, today: date, form: str, fail_on: str | None) -> int:
    """Print what a counterparty could say about you, by the same rules that you hold them to."""
    made = asked.desk(create=False).mirror(party, today)
    if form == "json":
        from goodwill.brief.document import brief_document

        shown.document(brief_document(made))
    else:
        shown.briefs([made], form)
    return shown.status(made.findings, asked.level(fail_on))
