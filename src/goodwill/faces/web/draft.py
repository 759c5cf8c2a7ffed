"""A draft before it is sent: marked where something is seen, with the reason and a rewording beside it."""

from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import Response

from goodwill.brief.marked import accepted, draft_document, marked, spot
from goodwill.case.thread import DRAFT
from goodwill.desk.checking import Checked
from goodwill.faces.web.shown import Ask, Asked

views, acts = APIRouter(), APIRouter()
LONGEST = 1_000_000
To = Annotated[str, Form(max_length=500)]


@views.get("/draft")
def paste(asked: Ask, to: Annotated[str, Query(max_length=500)] = "") -> Response:
    """Ask for a draft, and to whom it goes."""
    return _shown(asked, "", to, None, every=False)


@acts.post("/draft")
def check(
    asked: Ask,
    draft: Annotated[str, Form(max_length=LONGEST)] = "",
    to: To = "",
    accept: Annotated[int, Form(ge=0, le=10_000)] = 0,
    every: Annotated[bool, Form()] = False,
) -> Response:
    """Check a draft; `accept` is the number of the finding whose rewording is put in first."""
    text = draft.replace("\r\n", "\n")
    with asked.served.bench() as bench:
        desk = bench.desk()
        if accept:
            before = _seen(desk.check(text, to, asked.day), every=every)
            text = accepted(text, before[accept - 1]) if accept <= len(before) else text
        checked = desk.check(text, to, asked.day) if text.strip() else None
    return _shown(asked, text, to, checked, every=every, put_in=bool(accept))


def _shown(asked: Asked, text: str, to: str, checked: Checked | None, *, every: bool, put_in: bool = False) -> Response:
    with asked.served.bench() as bench:
        desk = bench.desk()
        case = desk.case(asked.day)
        people = [(party, case.name(party)) for party in desk.parties(asked.day)]
    found = _seen(checked, every=every) if checked else ()
    return asked.show(
        "draft.html",
        [draft_document(text, finding) for finding in found],
        text=text, to=to, people=people, checked=checked, found=found, stretches=marked(text, found), spot=spot,
        draft_id=DRAFT, every=every, put_in=put_in, hidden=len(checked.findings) - len(found) if checked else 0,
    )  # fmt: skip


def _seen(checked: Checked, *, every: bool) -> tuple:  # type: ignore[type-arg]
    return checked.findings if every else checked.shown
