"""Files brought in two steps: a look that writes nothing, then the word to take them."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, UploadFile
from fastapi.responses import RedirectResponse, Response

from goodwill.desk.bring import Brought
from goodwill.desk.brought import as_document, matches, unread
from goodwill.doors.door import Hinted
from goodwill.faces.web.shown import Ask, Asked

views, acts = APIRouter(), APIRouter()
MOST_BYTES = 256_000_000
MOST_FILES = 2000
MOST_SAID = 50
SEE_OTHER = 303
Told = Annotated[str, Form(max_length=500)]
Set = Annotated[str, Form(max_length=100)]


@views.get("/bring")
def ask(asked: Ask) -> Response:
    """Ask for files."""
    return asked.show("bring.html", None, nothing="")


@acts.post("/bring/look", max_body_size=MOST_BYTES, form_limits={"max_files": MOST_FILES, "max_fields": 20})
def look(
    asked: Ask, files: list[UploadFile] | None = None, folder: list[UploadFile] | None = None,
    party: Told = "", day: Annotated[str, Form(max_length=10)] = "",
) -> Response:  # fmt: skip
    """Say what would be taken and what not, and write nothing."""
    sent = [one for one in (*(files or ()), *(folder or ())) if one.filename]
    if not sent:
        return asked.show("bring.html", None, nothing="Choose a file or a folder first.")
    with asked.served.bench() as bench:
        name = asked.served.staging.lay((one.filename or "", one.file) for one in sent)
        place, desk = _place(asked, name), bench.desk()
        brought = desk.preview([place], _parties(party), **_hints(day))
        known = matches(brought.mentions, desk.case(asked.day))
    return _told(asked, brought, place, dry=True, set=name, known=known, party=party, day=day)


@acts.post("/bring/take")
def take(
    asked: Ask, name: Annotated[str, Form(alias="set", max_length=100)], party: Told = "", day: Told = ""
) -> Response:
    """Take the files that were looked at into the book."""
    with asked.served.bench(writing=True) as bench:
        place = _place(asked, name)
        brought = bench.made().bring([place], _parties(party), **_hints(day))
        asked.served.staging.clear()
    return _told(asked, brought, place, dry=False, set="", known=(), party=party, day=day)


@acts.post("/bring/leave")
def leave(asked: Ask) -> Response:
    """Take the uploaded files away again."""
    asked.served.staging.clear()
    return RedirectResponse(asked.to("/bring"), SEE_OTHER)


def _told(asked: Asked, brought: Brought, place: Path, **values: Any) -> Response:  # noqa: ANN401
    def within(text: object) -> str:
        return str(text).replace(f"{place}/", "")

    return asked.show(
        "brought.html",
        as_document(brought) | {"dry_run": values["dry"]},
        brought=brought,
        unread=within(unread(brought)),
        rejected=[within(one) for one in brought.rejected[:MOST_SAID]],
        ignored=[within(one) for one in brought.ignored[:MOST_SAID]],
        **values,
    )


def _place(asked: Asked, name: str) -> Path:
    found = asked.served.staging.folder(name)
    if found is None:
        raise HTTPException(404)
    return found


def _parties(told: str) -> list[str]:
    return [part.strip() for part in told.split(",") if part.strip()]


def _hints(day: str) -> Hinted:
    try:
        return {"day": date.fromisoformat(day)} if day else {}
    except ValueError:
        raise HTTPException(400) from None
