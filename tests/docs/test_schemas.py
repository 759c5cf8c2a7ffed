"""What goodwill prints as JSON has the published form, for every party of every story, and nothing more."""

import copy
import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from goodwill.brief.deal_document import deal_document
from goodwill.brief.document import brief_document, finding_document
from goodwill.brief.improve_page import improve_document
from goodwill.brief.offer_page import offer_document
from goodwill.desk.brought import as_document
from goodwill.desk.desk import Desk

ROOT = Path(__file__).parents[2]
SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "docs/schema").glob("*.json"))}
DAYS = {
    "translator": (date(2025, 8, 1), date(2025, 9, 17), date(2026, 1, 10), date(2026, 3, 12)),
    "patient": (date(2025, 9, 20), date(2026, 1, 12), date(2026, 3, 16)),
    "restaurant": (date(2025, 6, 20), date(2025, 12, 21), date(2026, 3, 13)),
}


def closed(schema):
    """Give the schema with every object closed: what is printed and not written down is then an error."""
    schema = copy.deepcopy(schema)
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if part.get("type") == "object" and "properties" in part:
                part.setdefault("additionalProperties", False)
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return schema


@cache
def validator(name):
    resources = [(key, Resource.from_contents(closed(schema))) for key, schema in SCHEMAS.items()]
    registry = Registry().with_resources(resources)
    return Draft202012Validator(closed(SCHEMAS[name]), registry=registry, format_checker=FormatChecker())


def faults(name, document):
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(name).iter_errors(document)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name):
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == name


def test_there_is_one_schema_for_each_promised_form():
    promised = ("brief", "finding", "review", "deal", "offer", "improve", "their_side")
    assert set(SCHEMAS) == {f"{name}.schema.json" for name in promised}


@pytest.mark.parametrize("story", DAYS)
def test_every_brief_and_finding_of_a_story_has_the_published_form(story, tmp_path):
    desk = Desk.open(tmp_path / "story.book")
    brought = as_document(desk.bring([ROOT / "examples" / story]))
    briefs, rules = [], set()
    for day in DAYS[story]:
        for party in desk.parties(day):
            made = desk.brief(party, day, 1000)
            briefs.append(json.loads(json.dumps(brief_document(made))))
            rules |= {finding.code for finding in made.findings}
            for finding in made.findings:
                assert faults("finding.schema.json", finding_document(finding)) == []
    assert len(rules) > 5
    assert len(briefs) > 3
    assert faults("review.schema.json", {"brought": brought, "briefs": briefs}) == []


def test_a_finding_on_a_draft_has_the_same_form_with_offsets_into_the_draft():
    draft = "You did this on purpose, you are lying to me.\n"
    checked = Desk.empty().check(draft, "", date(2026, 3, 2), "draft.md")
    assert checked.findings
    for finding in checked.findings:
        document = finding_document(finding)
        assert faults("finding.schema.json", document) == []
        source = document["evidence"][0]["source"]
        assert 0 <= source["start"] < source["end"] <= len(draft)


SIGNED = (
    '2026-02-03 agree g1 by=me to=nina deal=cartons terms="price=0.88;lead time=2 weeks;minimum order=3000;'
    'payment=30 days"\n2026-02-04 interest n1 of=nina deal=cartons matter="payment,price"\n'
)


@pytest.mark.parametrize(
    ("notes", "day", "more"),
    [
        ("crates", date(2026, 3, 1), ""),
        ("crates", date(2026, 2, 3), ""),
        ("cartons", date(2026, 2, 10), ""),
        ("cartons", date(2026, 2, 10), SIGNED),
        ("cartons", date(2026, 1, 14), ""),
        ("cartons", date(2026, 2, 10), "2026-02-05 issue is5 deal=cartons issue=colour\n"),
    ],
)
def test_every_view_of_a_deal_has_the_published_form(notes, day, more, tmp_path):
    written = (ROOT / "tests" / "journeys" / f"{notes}.goodwill").read_text("utf-8")
    (tmp_path / "notes.goodwill").write_text(written + "\n" + more, "utf-8")
    desk = Desk.open(tmp_path / "deal.book")
    desk.bring([tmp_path / "notes.goodwill"])
    told = desk.deal(notes, day)
    assert faults("deal.schema.json", deal_document(told, points=False)) == []
    assert faults("deal.schema.json", deal_document(told, points=True)) == []
    assert faults("offer.schema.json", offer_document(desk.offer(notes, day))) == []
    assert faults("improve.schema.json", improve_document(desk.improve(notes, day))) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"code": "X999"}, "$.code"),
        ({"severity": "fatal"}, "$.severity"),
        ({"evidence": []}, "$.evidence"),
        ({"as_of": "yesterday"}, "$.as_of"),
        ({"score": 0.4}, "$"),
    ],
)
def test_the_schema_refuses_what_was_not_promised(change, where):
    good = {
        "code": "E201", "name": "promise-overdue", "stance": "risk", "severity": "warning", "about": "alan", "by": "me",
        "deal": None, "as_of": "2026-03-10", "says": "late", "do": "say so", "cites": [], "unconfirmed": False,
        "contested": False, "reword": None, "evidence": [{"id": "p1", "day": "2026-03-02", "words": "", "source":
        {"file": "", "line": None, "start": None, "end": None}}],
    }  # fmt: skip
    assert faults("finding.schema.json", good) == []
    assert [fault.split(":")[0] for fault in faults("finding.schema.json", good | change)] == [where]
