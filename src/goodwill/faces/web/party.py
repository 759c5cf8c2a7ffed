"""One counterparty: the brief, what they could say about the user, every act behind a figure, what passed."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from goodwill.brief.acts import acts_document, acts_page
from goodwill.brief.brief import Brief
from goodwill.brief.document import brief_document
from goodwill.brief.page import page
from goodwill.brief.timeline import entry_document, passed, timeline_page
from goodwill.faces.web.shown import Ask, Asked

views = APIRouter()
MOST = 100
EVERY = 1000
Name = Annotated[str, Query(min_length=1, max_length=500)]


@views.get("/party")
def brief(asked: Ask, name: Name, every: bool = False) -> Response:
    """Show the brief of one counterparty."""
    with asked.served.bench() as bench:
        made = bench.desk().brief(name, asked.day, *([EVERY] if every else []))
    return _told(asked, made, "brief")


@views.get("/mirror")
def mirror(asked: Ask, name: Name) -> Response:
    """Show what a counterparty could say about the user."""
    with asked.served.bench() as bench:
        made = bench.desk().mirror(name, asked.day)
    return _told(asked, made, "mirror")


def _told(asked: Asked, made: Brief, tab: str) -> Response:
    return asked.show("party.html", brief_document(made), page=page(made), brief=made, party=made.party, tab=tab)


@views.get("/acts")
def acts(asked: Ask, name: Name) -> Response:
    """Show every act that the figures rest on, and how acts are weighed."""
    with asked.served.bench() as bench:
        case = bench.desk().among(name, asked.day)
        laid, document = acts_page(case), acts_document(case)
        party = {"id": case.party, "name": case.name(case.party)}
    return asked.show("acts.html", document, page=laid, party=party)


@views.get("/timeline")
def timeline(asked: Ask, name: Name, skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0) -> Response:
    """Show what passed between the user and a counterparty, newest first."""
    with asked.served.bench() as bench:
        case = bench.desk().among(name, asked.day)
        entries = passed(case)
        laid = timeline_page(case, MOST, skip)
        known = case.who.known.get(case.party)
    return asked.show(
        "timeline.html",
        [entry_document(entry) for entry in entries],
        page=laid,
        party=known or {"id": case.party, "name": case.name(case.party)},
        skip=skip,
        most=MOST,
        total=len(entries),
    )
