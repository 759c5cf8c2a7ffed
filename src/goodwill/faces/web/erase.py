"""A person erased: what would go is shown first, and nothing goes without a second word."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import Response

from goodwill.faces.web.party import Name
from goodwill.faces.web.shown import Ask, Asked

views, acts = APIRouter(), APIRouter()
REASON = "asked to"


@views.get("/erase")
def ask(asked: Ask, name: Name) -> Response:
    """Show everything by which somebody is named, and ask whether all of it is to go."""
    return _looked(asked, name, REASON, unsure=False)


@acts.post("/erase")
def erase(
    asked: Ask,
    name: Annotated[str, Form(min_length=1, max_length=500)],
    sure: Annotated[bool, Form()] = False,
    reason: Annotated[str, Form(max_length=200)] = REASON,
) -> Response:
    """Delete the content of every entry that names somebody, once the user said that they are sure."""
    if not sure:
        return _looked(asked, name, reason, unsure=True)
    with asked.served.bench(writing=True) as bench:
        desk, today = bench.desk(), asked.served.today()
        party = desk.party(name, today)
        done = desk.erase(desk.mentions(party.id, today), reason.strip() or REASON)
    return asked.show("erased.html", {"erased": done.count}, count=done.count)


def _looked(asked: Asked, name: str, reason: str, *, unsure: bool) -> Response:
    """Show what would go as of today, not of the day asked for: a name learnt since would be left standing."""
    with asked.served.bench() as bench:
        desk, today = bench.desk(), asked.served.today()
        party = desk.party(name, today)
        named = desk.mentions(party.id, today)
    document = {"party": party.id, "named": named}
    return asked.show("erase.html", document, party=party, named=named, reason=reason, unsure=unsure)
