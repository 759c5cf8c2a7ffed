"""One entry: as it stands in the book, what was said of it later, and contesting or undoing it after a second look."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query
from fastapi.responses import RedirectResponse, Response

from goodwill.brief.timeline import actor, entry_document, entry_lines, others
from goodwill.desk.desk import Desk
from goodwill.faces.web.shown import Ask, Asked
from goodwill.ledger.entry import Entry

views, acts = APIRouter(), APIRouter()
READING = "reading"
SEE_OTHER = 303
Ident = Annotated[str, Query(alias="id", min_length=1, max_length=500)]
Sent = Annotated[str, Form(alias="id", min_length=1, max_length=500)]


@views.get("/entry")
def entry(asked: Ask, ident: Ident, done: Annotated[str, Query(max_length=500)] = "") -> Response:
    """Show one entry as it stands in the book, what it cites, and what cites it; `done` is what was just said of it."""
    with asked.served.bench() as bench:
        desk = bench.desk()
        found = _found(desk, ident)
        citing = tuple(one for one in desk.book.citing(ident) if one.day <= asked.day)
        values = _around(asked, desk, found, citing)
    document = entry_document(found)
    told = document | {"cited_by": [entry_document(one) for one in citing]}
    said = next((one for one in citing if one.id == done), None)
    return asked.show("entry.html", told, entry=found, told=document, done=said, **values)


def _found(desk: Desk, ident: str) -> Entry:
    found = desk.book.find(ident)
    if found is None:
        raise HTTPException(404)
    return found


def _around(asked: Asked, desk: Desk, found: Entry, citing: tuple[Entry, ...]) -> dict[str, Any]:
    """Give what stands around an entry: who acted, its words, what it cites, and what was said of it later."""
    case = desk.case(asked.day)
    cited = desk.book.find(found.get("of"))
    said = tuple(one for one in citing if one.kind != READING)
    return {
        "who": actor(case, found),
        "words": desk.candidate(found)["words"] if found.kind == READING else found.words,
        "readings": [desk.candidate(one) for one in citing if one.kind == READING],
        "cites": asked.items(tuple(entry_lines(case, (cited,) if cited else ()))),
        "citing": asked.items(tuple(entry_lines(case, said))),
    }


@views.get("/contest")
def ask_to_contest(asked: Ask, ident: Ident) -> Response:
    """Show an entry again, with what contesting it would do, and ask why."""
    return _second_look(asked, "contest.html", ident)


@views.get("/undo")
def ask_to_undo(asked: Ask, ident: Ident) -> Response:
    """Show an entry again, with what undoing it would do."""
    return _second_look(asked, "undo.html", ident)


def _second_look(asked: Asked, template: str, ident: str) -> Response:
    with asked.served.bench() as bench:
        desk = bench.desk()
        found, case = _found(desk, ident), desk.case(asked.day)
        line = asked.items(tuple(entry_lines(case, (found,))))
    return asked.show(template, entry_document(found), entry=found, line=line, others=others(case, found))


@acts.post("/contest")
def contest(
    asked: Ask,
    ident: Sent,
    reason: Annotated[str, Form(max_length=2000, pattern=r"\S")],
    by: Annotated[str, Form(max_length=500)] = "me",
    until: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Contest an entry: it stays, no longer counts, and whatever rests on it says so."""
    return _said(asked, "contest", ident, {"by": by or "me", **_ends(until)}, " ".join(reason.split()))


@acts.post("/undo")
def undo(asked: Ask, ident: Sent) -> Response:
    """Set an entry aside; a later entry says that it was undone, and can be undone itself."""
    return _said(asked, "dismiss", ident, {}, "undone")


def _said(asked: Asked, kind: str, ident: str, values: dict[str, str], words: str) -> Response:
    with asked.served.bench(writing=True) as bench:
        done = bench.desk().cite(kind, ident, asked.day, values, words)
    return RedirectResponse(asked.to("/entry", id=ident, done=done), SEE_OTHER)


def _ends(until: str) -> dict[str, str]:
    try:
        return {"until": date.fromisoformat(until).isoformat()} if until else {}
    except ValueError:
        raise HTTPException(400) from None
