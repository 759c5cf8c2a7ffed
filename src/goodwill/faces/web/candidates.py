"""Candidates: what is known of one and what to verify, and two or three side by side."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from goodwill.brief.comparison import compared
from goodwill.brief.vetting_page import comparison_document, vetting_document, vetting_page
from goodwill.faces.web.party import Name
from goodwill.faces.web.shown import Ask

views = APIRouter()
FEWEST, MOST = 2, 3
Names = Annotated[list[Annotated[str, Query(max_length=500)]], Query(alias="name", max_length=MOST)]


@views.get("/vet")
def vet(asked: Ask, name: Name) -> Response:
    """Show the due diligence of one candidate: what is known, what is not, whom to ask and what."""
    with asked.served.bench() as bench:
        made = bench.desk().vet(name, asked.day)
    return asked.show("vet.html", vetting_document(made), page=vetting_page(made), party=made.party)


@views.get("/compare")
def compare(asked: Ask, names: Names = []) -> Response:  # noqa: B006 - never changed, and read as a list of the form
    """Show two or three candidates side by side on the same evidence; ask for them first."""
    with asked.served.bench() as bench:
        desk = bench.desk()
        chosen = tuple(desk.party(name, asked.day) for name in dict.fromkeys(filter(None, names)))
        vettings = tuple(desk.vet(party.id, asked.day) for party in chosen) if len(chosen) >= FEWEST else ()
        people = desk.acquaintances(asked.day)
    return asked.show(
        "compare.html",
        comparison_document(vettings, asked.day),
        rows=compared(vettings) if vettings else (),
        chosen=[party.id for party in chosen],
        candidates=[vetting.party for vetting in vettings],
        people=sorted({party.id: party for party in (*people, *chosen)}.values(), key=lambda p: p.name.casefold()),
        most=MOST,
    )
