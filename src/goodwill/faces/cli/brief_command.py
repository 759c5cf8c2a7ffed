"""goodwill brief: one counterparty, now."""

from datetime import date

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, fail_option, format_option, shared, today_option
from goodwill.faces.cli.review_command import settle_me


@click.command("brief")
@click.argument("party")
@click.option("--all", "whole", is_flag=True, help="Show every finding, not only the 9 most useful.")
@today_option
@format_option()
@fail_option
@shared
def command(asked: Asked, party: str, whole: bool, today: date, form: str, fail_on: str | None) -> int:
    """Print how far to trust a counterparty now, on what evidence, what each owes, and what to do and say next."""
    desk = asked.desk(create=False)
    settle_me(desk)
    made = desk.brief(party, today, *([1000] if whole else []))
    if form == "json":
        from goodwill.brief.document import brief_document

        shown.document(brief_document(made))
    else:
        shown.briefs([made], form)
    return shown.status(made.findings, asked.level(fail_on))
