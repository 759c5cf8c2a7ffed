"""Deals: which there are, what each is worth to both sides, what to offer, and what would be better for both."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import Response

from goodwill.brief.deal_document import deal_document
from goodwill.brief.deal_page import deal_page, points_page
from goodwill.brief.improve_page import improve_document, improve_page
from goodwill.brief.offer_page import offer_document, offer_page
from goodwill.brief.page import Page
from goodwill.desk.desk import Desk
from goodwill.faces.web.party import Name
from goodwill.faces.web.shown import Ask, Asked

views = APIRouter()
View = Literal["", "points", "offer", "improve"]
VIEWS = {
    "": "The deal",
    "points": "Four points",
    "offer": "What to offer",
    "improve": "Better for both",
}
Said = Annotated[str, Query(max_length=40)]


@views.get("/deals")
def deals(asked: Ask) -> Response:
    """List the deals of the book, each with who stands on the other side."""
    with asked.served.bench() as bench:
        told = bench.desk().deals(asked.day)
    document = [{"deal": one.deal, "with": [{"id": i, "name": name} for i, name in one.others]} for one in told]
    return asked.show("deals.html", document, deals=told)


@views.get("/deal")
def deal(
    asked: Ask, name: Name, other: Annotated[str, Query(alias="with", max_length=500)] = "", view: View = "",
    aim: Said = "",
) -> Response:  # fmt: skip
    """Show one deal: whole, its points, packages to offer, or what would be better for both."""
    with asked.served.bench() as bench:
        page, document = _seen(bench.desk(), (name, asked, other), view, _number(aim))
    return asked.show("deal.html", document, page=page, name=name, other=other, view=view, aim=aim, views=VIEWS)


def _seen(desk: Desk, which: tuple[str, Asked, str], view: View, aim: float | None) -> tuple[Page, dict[str, Any]]:
    """Ask the desk for one view of the deal, as a page and as data."""
    name, asked, other = which
    if view == "improve":
        better = desk.improve(name, asked.day, other)
        return improve_page(better), improve_document(better)
    if view == "offer":
        offered = desk.offer(name, asked.day, other, aim)
        return offer_page(offered), offer_document(offered)
    told = desk.deal(name, asked.day, other)
    points = view == "points"
    return (points_page if points else deal_page)(told), deal_document(told, points=points)


def _number(told: str) -> float | None:
    try:
        return float(told) if told.strip() else None
    except ValueError:
        raise HTTPException(400) from None
