"""goodwill vet: due diligence on one candidate."""

from datetime import date

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, fail_option, format_option, shared, today_option


@click.command("vet")
@click.argument("party")
@today_option
@format_option()
@fail_option
@shared
def command(asked: Asked, party: str, today: date, form: str, fail_on: str | None) -> int:
    """Say what is known of a candidate, what is not, whom to ask and what, and how to start small.

    Unknown stays wide, never low.
    """
    made = asked.desk(create=False).vet(party, today)
    if form == "json":
        from goodwill.brief.vetting_page import vetting_document

        shown.document(vetting_document(made))
    else:
        from goodwill.brief.vetting_page import vetting_page

        shown.pages((vetting_page(made),), form)
    return shown.status(made.findings, asked.level(fail_on))
