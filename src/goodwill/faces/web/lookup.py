"""Things looked up: the rules with their pages, and a word among people, entries and rules."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import Response

from goodwill.brief.timeline import entry_document, entry_lines
from goodwill.desk.searching import rules_about
from goodwill.desk.searching import search as looked_up
from goodwill.faces.web.shown import Ask
from goodwill.findings.rule import Rule
from goodwill.strategies.roster import find

views = APIRouter()
Words = Annotated[str, Query(max_length=200)]


@views.get("/rules")
def rules(asked: Ask, q: Words = "") -> Response:
    """List every rule, or those whose page holds some words."""
    found = rules_about(q)
    return asked.show("rules.html", [_listed(rule) for rule in found], rules=found, q=q)


@views.get("/rules/{name}")
def explain(asked: Ask, name: str) -> Response:
    """Show the page of a rule."""
    rule = find(name)
    if rule is None:
        raise HTTPException(404)
    document = _listed(rule) | {"sections": rule.sections, "cites": [[c.source, c.strength] for c in rule.cites]}
    return asked.show("rule.html", document, rule=rule)


@views.get("/search")
def search(asked: Ask, q: Words = "") -> Response:
    """Look a word up among people, entries and rules."""
    with asked.served.bench() as bench:
        case = bench.desk().case(asked.day)
        found = looked_up(case, q)
        lines = tuple(entry_lines(case, found.entries))
    document = {
        "parties": [{"id": party, "name": name} for party, name in found.parties],
        "rules": [_listed(rule) for rule in found.rules],
        "entries": [entry_document(entry) for entry in found.entries],
        "more": found.more,
    }
    return asked.show("search.html", document, found=found, q=q, entries=asked.items(lines))


def _listed(rule: Rule) -> dict[str, str]:
    return {
        "code": rule.code, "name": rule.name, "shelf": rule.shelf, "stance": rule.stance, "severity": rule.severity,
        "title": rule.title,
    }  # fmt: skip
