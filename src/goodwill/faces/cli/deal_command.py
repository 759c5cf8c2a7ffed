"""goodwill deal: what a deal is worth to both sides, and what would be better for both."""

from datetime import date

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, format_option, shared, today_option


@click.command("deal")
@click.argument("deal")
@click.argument("view", type=click.Choice(["points"]), required=False)
@click.option("--with", "party", default="", metavar="PARTY", help="The other side, where several take part.")
@today_option
@format_option()
@shared
def command(asked: Asked, deal: str, view: str | None, party: str, today: date, form: str) -> int:
    """Show a deal: its issues, what each option is worth to both, what was offered, what would be better for both.

    `points` gives the size of the frontier and four points on it, each with its terms: Nash, Kalai-Smorodinsky,
    egalitarian, utilitarian. Points nobody wrote down are named, never guessed.
    """
    told = asked.desk(create=False).deal(deal, today, party)
    from goodwill.brief.deal_page import deal_document, deal_page, points_page

    if form == "json":
        shown.document(deal_document(told, points=view == "points"))
    else:
        shown.pages((points_page(told) if view == "points" else deal_page(told),), form)
    return 0
