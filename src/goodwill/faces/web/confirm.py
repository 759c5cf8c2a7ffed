"""What a machine read in messages: it counts only after a person's word, asked for at most seven at a time."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse, Response

from goodwill.faces.web.shown import Ask

views, acts = APIRouter(), APIRouter()
SEE_OTHER = 303


@views.get("/confirm")
def waiting(asked: Ask, done: Annotated[str, Query(max_length=500)] = "") -> Response:
    """Show the newest readings that wait for the user's word, each with its quote; `done` is the last word given."""
    with asked.served.bench() as bench:
        desk = bench.desk()
        told = [desk.candidate(reading) for reading in desk.candidates(asked.day)]
    return asked.show("confirm.html", told, readings=told, done=done)


@acts.post("/confirm")
def settle(
    asked: Ask, ident: Annotated[str, Form(alias="id", max_length=500)], word: Annotated[Literal["yes", "no"], Form()]
) -> Response:
    """Count a reading, or set it aside."""
    with asked.served.bench(writing=True) as bench:
        done = bench.made().settle(ident, asked.day, keep=word == "yes")
    return RedirectResponse(asked.to("/confirm", done=done), SEE_OTHER)


@acts.post("/confirm/undo")
def undo(asked: Ask, ident: Annotated[str, Form(alias="id", max_length=500)]) -> Response:
    """Take a word back: what it was given on waits again."""
    with asked.served.bench(writing=True) as bench:
        bench.made().cite("dismiss", ident, asked.day, {}, "undone")
    return RedirectResponse(asked.to("/confirm"), SEE_OTHER)
