"""What worsened since the last look, what is due both ways and when, and the same as a file for a calendar."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse, Response

from goodwill.desk.due_calendar import calendar
from goodwill.desk.watched import WORSE, watched_document, watched_page
from goodwill.faces.web.shown import Ask

views, acts = APIRouter(), APIRouter()
SEE_OTHER = 303
SAVED = {"Content-Disposition": 'attachment; filename="goodwill-due.ics"'}


@views.get("/watch")
def watch(asked: Ask, as_calendar: Annotated[bool, Query(alias="calendar")] = False) -> Response:
    """Show what worsened and what is due; looking is not remembered, so that opening a page changes nothing."""
    with asked.served.bench() as bench:
        seen = bench.desk().watch(asked.day, remember=False)
    if as_calendar:
        return Response(calendar(seen.due, asked.day), media_type="text/calendar", headers=SAVED)
    return asked.show("watch.html", watched_document(seen), page=watched_page(seen, asked.day), seen=seen, worse=WORSE)


@acts.post("/watch")
def looked(asked: Ask) -> Response:
    """Remember that the user has looked: what was told is told once."""
    with asked.served.bench(writing=True) as bench:
        bench.desk().watch(asked.day)
    return RedirectResponse(asked.to("/watch"), SEE_OTHER)
