"""goodwill deal: what a deal is worth to both sides, what to offer, and what would be better for both."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, format_option, shared, today_option

if TYPE_CHECKING:
    from goodwill.brief.page import Page
    from goodwill.desk.desk import Desk

VIEWS = ("points", "offer", "improve")


@click.command("deal")
@click.argument("deal")
@click.argument("view", type=click.Choice(VIEWS), required=False)
@click.option("--with", "party", default="", metavar="PARTY", help="The other side, where several take part.")
@click.option("--aim", type=float, metavar="POINTS", help="What packages of `offer` shall be worth to you.")
@today_option
@format_option()
@shared
def command(asked: Asked, deal: str, view: str | None, today: date, form: str, **more: Any) -> int:  # noqa: ANN401 - a name and a number
    """Show a deal: its issues, what each option is worth to both, what was offered, what would be better for both.

    `points` gives the size of the frontier and four points on it, each with its terms: Nash, Kalai-Smorodinsky,
    egalitarian, utilitarian. Points nobody wrote down are named, never guessed.

    `offer` gives up to three packages worth as much to you, likely worth much to them, with what each costs you and
    words to offer it with. `improve` gives swaps of signed terms that would leave both better off, each with its
    chance. What the other side wants is estimated from their messages and offers, with what it rests on, and the
    question that would tell.
    """
    if more["aim"] is not None and view != "offer":
        raise click.UsageError("--aim goes with `offer`")
    page, data = _seen(asked.desk(create=False), (deal, today, str(more["party"])), view or "", more["aim"])
    if form == "json":
        shown.document(data)
    else:
        shown.pages((page,), form)
    return 0


def _seen(desk: "Desk", which: tuple[str, date, str], view: str, aim: float | None) -> "tuple[Page, dict[str, Any]]":
    """Ask the desk for one view of the deal, as a page and as data."""
    if view == "improve":
        from goodwill.brief.improve_page import improve_document, improve_page

        better = desk.improve(*which)
        return improve_page(better), improve_document(better)
    if view == "offer":
        from goodwill.brief.offer_page import offer_document, offer_page

        offered = desk.offer(*which, aim)
        return offer_page(offered), offer_document(offered)
    from goodwill.brief.deal_document import deal_document
    from goodwill.brief.deal_page import deal_page, points_page

    told = desk.deal(*which)
    points = view == "points"
    return (points_page if points else deal_page)(told), deal_document(told, points=points)
