"""A brief and its findings as plain data, in the form that programs are promised."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from goodwill.brief.brief import Brief, Owed, Promptness
from goodwill.brief.fairness import fairness_document
from goodwill.brief.lateness import Lateness
from goodwill.case.standing import Estimate, Standing
from goodwill.codebook.trust import FACETS
from goodwill.findings.finding import Finding
from goodwill.ledger.party import Party

Document = dict[str, Any]


def brief_document(brief: Brief) -> Document:
    """Give a brief as data; days are ISO text, numbers are rounded to 4 places."""
    return {
        "party": party_document(brief.party),
        "as_of": brief.as_of.isoformat(),
        "since": iso(brief.since),
        "entries": brief.entries,
        "standing": standing_document(brief.standing),
        "mirror": standing_document(brief.mirror),
        "promptness": {"them": promptness_document(brief.promptness), "me": promptness_document(brief.my_promptness)},
        "findings": [finding_document(finding) for finding in brief.findings],
        "more": brief.more,
        "owed": {
            "by_me": [owed_document(item) for item in brief.owed_by_me],
            "by_them": [owed_document(item) for item in brief.owed_by_them],
        },
        "next": [{"what": s.what, "why": list(s.why), "by": s.by.isoformat()} for s in brief.next],
        "say": [{"purpose": w.purpose, "text": w.text, "uses": list(w.uses)} for w in brief.say],
        "would_change": [{"if": change.condition, "then": change.result} for change in brief.would_change],
        "not_enough": list(brief.not_enough),
        "unconfirmed": brief.unconfirmed,
        "questions": list(brief.questions),
        "guard": brief.guard or None,
        "fairness": fairness_document(brief.fairness),
    }


def party_document(party: Party) -> Document:
    """Give a party as data: its id, the name to show, and every way in which it was named."""
    return {
        "id": party.id,
        "name": party.name,
        "type": party.type,
        "of": party.of or None,
        "mentions": sorted(party.mentions),
    }


def standing_document(standing: Standing) -> Document:
    """Give a standing as data, facet by facet."""
    return {facet: estimate_document(getattr(standing, facet)) for facet in FACETS}


def estimate_document(estimate: Estimate) -> Document:
    """Give an estimate as data; the mean is absent where there is no evidence."""
    none = estimate.state == "none"
    return {
        "mean": None if none else round(estimate.mean, 4),
        "low": round(estimate.low, 4),
        "high": round(estimate.high, 4),
        "n": round(estimate.n, 2),
        "newest": iso(estimate.newest),
        "state": estimate.state,
        "evidence": [act.id for act in estimate.evidence],
    }


def finding_document(finding: Finding) -> Document:
    """Give a finding as data, in the promised form."""
    return {
        "code": finding.code,
        "name": finding.name,
        "stance": finding.stance,
        "severity": finding.severity,
        "about": finding.about,
        "by": finding.by,
        "deal": finding.deal,
        "as_of": finding.as_of.isoformat(),
        "says": finding.says,
        "do": finding.do,
        "evidence": [
            {"id": e.id, "day": e.day.isoformat(), "words": e.words, "source": asdict(e.source)}
            for e in finding.evidence
        ],
        "cites": [asdict(cited) for cited in finding.cites],
        "unconfirmed": finding.unconfirmed,
        "contested": finding.contested,
        "reword": finding.reword or None,
    }


def owed_document(item: Owed) -> Document:
    """Give an open item as data, with the lateness to expect."""
    return {
        "id": item.id,
        "kind": item.kind,
        "what": item.what,
        "due": iso(item.due),
        "days_late": item.late,
        "confirmed": item.confirmed,
        "p_late": rounded(item.expected.p_late) if item.expected else None,
        "expected": _expected(item.expected) if item.expected else None,
        "said_done": asdict(item.said_done) | {"day": iso(item.said_done.day)} if item.said_done else None,
    }


def due_document(due: Iterable[tuple[str, Owed]]) -> list[Document]:
    """Give what is open with everybody as data, each item with whose it is."""
    return [{"who": who, **owed_document(item)} for who, item in due]


def _expected(told: Lateness) -> Document:
    """Give the lateness to expect: chance, interval, on how much evidence, and days late at 50, 80 and 95 %."""
    days = {name: round(value, 1) for name, value in zip(("p50", "p80", "p95"), told.days, strict=True)}
    numbers = {"p_late": told.p_late, "low": told.low, "high": told.high, "n": told.n}
    return {name: round(value, 4) for name, value in numbers.items()} | {"state": told.state, "days_late": days}


def promptness_document(told: Promptness | None) -> Document | None:
    """Give how one side pays and delivers as data; nothing where nothing was due."""
    if told is None:
        return None
    return {
        "n": told.n,
        "late": told.late,
        "median_days_late": round(told.median_days_late, 4),
        "usually_pays_in": rounded(told.usually_pays_in),
        "last_late": iso(told.last_late),
        "band": rounded(told.band),
    }


def rounded(number: float | None) -> float | None:
    """Round a number to 4 places; what is not known stays so."""
    return None if number is None else round(number, 4)


def iso(day: date | None) -> str | None:
    """Write a day as ISO text; what is not known stays so."""
    return day.isoformat() if day else None
