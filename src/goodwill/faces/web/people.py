"""The first page: everyone in the book, what needs a look first, and what is owed both ways."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from goodwill.brief.document import brief_document
from goodwill.brief.people import glances
from goodwill.faces.web.shown import Ask

views, acts = APIRouter(), APIRouter()
SEE_OTHER = 303


@views.get("/")
def people(asked: Ask) -> Response:
    """Show everyone there is something to say about, the loudest first."""
    with asked.served.bench() as bench:
        desk, briefs = bench.desk(), bench.briefs(asked.day)
        identity, empty = desk.identity, not len(desk.book)
        waiting = len(desk.candidates(asked.day))
    seen = glances(briefs)
    return asked.show(
        "people.html",
        {"as_of": asked.day.isoformat(), "briefs": [brief_document(brief) for brief in briefs]},
        loud=[one for one in seen if not one.quiet],
        quiet=[one for one in seen if one.quiet],
        identity=identity,
        empty=empty,
        waiting=waiting,
    )


@acts.post("/me")
def introduce(asked: Ask, me: Annotated[list[str], Form(max_length=20)]) -> Response:
    """Remember by which names the user goes."""
    with asked.served.bench(writing=True) as bench:
        bench.made().introduce([name.strip() for name in me if name.strip()])
    return RedirectResponse(asked.to("/"), SEE_OTHER)
