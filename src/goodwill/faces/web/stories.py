"""The made-up stories: shown from a book of their own, and left again."""

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from goodwill.faces.web.shown import Ask

acts = APIRouter()
SEE_OTHER = 303


@acts.post("/stories")
def show(asked: Ask) -> Response:
    """Turn to the stories."""
    asked.served.show_stories()
    return RedirectResponse("/", SEE_OTHER)


@acts.post("/stories/leave")
def leave(asked: Ask) -> Response:
    """Turn back to the user's own book."""
    asked.served.show_own()
    return RedirectResponse("/", SEE_OTHER)
