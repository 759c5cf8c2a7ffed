"""The pages put together: which there are, and what may be sent to them."""

from http import HTTPStatus
from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Form, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException as Refused

from goodwill.brief.render_html import STYLE
from goodwill.desk.deals import UnknownDeal
from goodwill.desk.desk import UnknownParty
from goodwill.faces.web import (
    bring,
    candidates,
    confirm,
    deals,
    debrief,
    draft,
    entry,
    erase,
    lookup,
    party,
    people,
    stories,
    watch,
)  # fmt: skip
from goodwill.faces.web.errors import bare_page, known
from goodwill.faces.web.gate import START, Gate, log, note
from goodwill.faces.web.served import Served
from goodwill.faces.web.session import Session
from goodwill.store.fault import StoreFault

UNKNOWN = (UnknownParty, UnknownDeal)
MOST_BYTES = 8_000_000
LONGEST_FIELD = 5_000_000
TELEMETRY = ("tracing", "metrics", "logs", "operation_spans", "auto_configure")
STATIC = {"goodwill.css": "text/css", "goodwill.js": "text/javascript", "icon.svg": "image/svg+xml"}
OPENED = (
    '<!doctype html><html lang="en"><title>goodwill</title><link rel="icon" href="/static/icon.svg">'
    '<meta http-equiv="refresh" content="0;url=/"><p><a href="/">Open goodwill</a></p>'
)
SEEN = (people, party, candidates, watch, deals, entry, erase, draft, debrief, bring, confirm, lookup)
DONE = (people, watch, entry, erase, draft, debrief, bring, confirm, stories)


def written_here(request: Request, csrf: Annotated[str, Form(max_length=200)] = "") -> None:
    """Refuse a form that no page of this run wrote."""
    if not request.app.state.session.wrote(csrf):
        raise HTTPException(HTTPStatus.FORBIDDEN)


def gated(served: Served, session: Session) -> Gate:
    """Give the pages behind their gate."""
    return Gate(pages(served, session), session)


def pages(served: Served, session: Session) -> FastAPI:
    """Give the pages; whatever changes something asks for a form that was written here."""
    app = FastAPI(
        title="goodwill",
        openapi_url=None,
        redirect_slashes=False,
        telemetry=dict.fromkeys(TELEMETRY, False),  # type: ignore[arg-type]
        max_body_size=MOST_BYTES,
        form_limits={"max_part_size": LONGEST_FIELD, "max_fields": 100, "max_files": 1},
    )
    app.state.served, app.state.session = served, session
    app.add_exception_handler(StoreFault, _unusable)
    app.add_exception_handler(Exception, _fault)
    for kind in (Refused, RequestValidationError, *UNKNOWN):
        app.add_exception_handler(kind, _told)
    app.add_api_route(START, _start, methods=["GET"])
    app.add_api_route("/static/{name}", _static, methods=["GET"])
    acts = APIRouter(dependencies=[Depends(written_here)])
    for page in SEEN:
        app.include_router(page.views)
    for page in DONE:
        acts.include_router(page.acts)
    app.include_router(acts)
    return app


def _start(request: Request, token: str = "") -> Response:
    """Exchange the start link, once, for the cookie; a page and no redirect, so that a strict cookie goes along."""
    session: Session = request.app.state.session
    if not session.spend(token):
        return HTMLResponse(bare_page(HTTPStatus.FORBIDDEN), HTTPStatus.FORBIDDEN)
    return HTMLResponse(OPENED, headers={"Set-Cookie": session.set_cookie})


def _static(name: str) -> Response:
    if name == "page.css":
        return Response(STYLE, media_type="text/css")
    if name not in STATIC:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return Response((files("goodwill.faces.web") / "static" / name).read_bytes(), media_type=STATIC[name])


async def _told(_: Request, error: Exception) -> Response:
    """Say that something cannot be shown, and nothing of what was asked for."""
    unknown = HTTPStatus.NOT_FOUND if isinstance(error, UNKNOWN) else HTTPStatus.BAD_REQUEST
    status = known(int(getattr(error, "status_code", unknown)))
    return HTMLResponse(bare_page(status), status)


async def _fault(_: Request, fault: Exception) -> Response:
    note(fault)
    return HTMLResponse(bare_page(HTTPStatus.INTERNAL_SERVER_ERROR), HTTPStatus.INTERNAL_SERVER_ERROR)


async def _unusable(_: Request, fault: Exception) -> Response:
    log.error("goodwill: %s", fault)
    return HTMLResponse(bare_page(HTTPStatus.CONFLICT), HTTPStatus.CONFLICT)
