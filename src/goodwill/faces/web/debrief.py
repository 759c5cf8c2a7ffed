"""A conversation looked back on, uploaded or pasted; nothing of it is kept."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import Response

from goodwill.brief.debrief_page import debrief_document, debrief_page
from goodwill.desk.debriefing import debrief_file
from goodwill.doors.door import Hints
from goodwill.doors.pasted import suffix_of
from goodwill.faces.web.shown import Ask
from goodwill.faces.web.staging import fit

views, acts = APIRouter(), APIRouter()
MOST_SAID = 5
PASTED = "pasted"


@views.get("/debrief")
def ask(asked: Ask) -> Response:
    """Ask for a transcript."""
    return asked.show("debrief.html", None, page=None, problems=(), text="", nothing=False)


@acts.post("/debrief")
def look_back(
    asked: Ask, text: Annotated[str, Form()] = "", file: UploadFile | None = None, day: Annotated[str, Form()] = ""
) -> Response:
    """Say who was heard, what was given, what was left open, and where a cycle began."""
    uploaded = file is not None and bool(file.filename)
    with tempfile.TemporaryDirectory() as scratch:
        if file is not None and uploaded:
            place, raw = Path(scratch) / fit(file.filename or "").name, file.file.read()
        else:
            raw = text.replace("\r\n", "\n").encode("utf-8", "replace")
            place = Path(scratch) / (PASTED + suffix_of(raw))
        place.write_bytes(raw)
        told, problems = debrief_file(place, Hints(day=_day(day) or asked.day))
    made = debrief_page(told, place.stem) if told.shares else None
    return asked.show(
        "debrief.html",
        debrief_document(told),
        page=made,
        problems=[problem.replace(scratch + "/", "") for problem in problems[:MOST_SAID]],
        text="" if uploaded else text,
        nothing=made is None,
    )


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None
