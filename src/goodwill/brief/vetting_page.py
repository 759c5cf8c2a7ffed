"""Due diligence and comparison laid out as pages, and as data."""

from datetime import date

from goodwill.brief.comparison import compared
from goodwill.brief.document import Document, finding_document, standing_document
from goodwill.brief.line import Line
from goodwill.brief.page import Page, Section, finding_line, standing_lines
from goodwill.brief.vetting import Check, Vetting
from goodwill.case.quoting import counted, quoted
from goodwill.case.ties import Claim, Reference
from goodwill.findings.words import spoken, spoken_days


def vetting_page(vetting: Vetting) -> Page:
    """Lay the due diligence of one candidate out; what is missing comes first."""
    name, today = vetting.party.name, vetting.as_of
    made = (
        Section("Not known", tuple(Line(text) for text in vetting.missing)),
        Section("What the evidence supports", standing_lines(vetting.standing, today)),
        Section("Claims", tuple(_claim(claim, today) for claim in vetting.claims)),
        Section("Prior partners you chose", tuple(_reference(r, vetting) for r in vetting.independent)),
        Section("Referees they chose", tuple(_reference(r, vetting) for r in vetting.supplied)),
        Section(
            "Who knows you both", tuple(Line(f"{one}: both of you are answerable to them") for one in vetting.shared)
        ),
        Section("Who else could be asked", tuple(Line(" → ".join(path.steps)) for path in vetting.paths)),
        Section("What each check would teach", tuple(_check(check) for check in vetting.checks)),
        Section("Ten questions for a prior partner", _numbered(vetting.questions)),
        Section("Start small", tuple(_rungs(vetting))),
        Section("Impressions, not facts", tuple(Line(spoken_days(text, today)) for text in vetting.impressions)),
        Section("What stands out", tuple(finding_line(f, name, today) for f in vetting.findings[:9])),
    )
    matter = f" · {vetting.matter}" if vetting.matter else ""
    return Page(f"Due diligence: {name}", f"as of {spoken(today)}{matter}", tuple(s for s in made if s.lines))


def _claim(claim: Claim, today: date) -> Line:
    age = counted((today - claim.day).days, "day")
    checked = "; ".join(
        f"{c.result} on {spoken_days(str(c.day), today)} ({c.how or 'how is not said'})" for c in claim.checks
    )
    expires = f", expires {spoken_days(str(claim.expires), today)}" if claim.expires else ""
    text = f"{quoted(claim.words or claim.matter)}: {claim.state(today)}, said {age} ago{expires}"
    return Line(text + (f"; {checked}" if checked else ""), cites=(claim.id,))


def _reference(reference: Reference, vetting: Vetting) -> Line:
    scores = (
        f"reliability {reference.reliability or '?'} of 5, follow-through {reference.followthrough or '?'} of 5, "
        f"again: {reference.again or '?'}"
    )
    words = f" {quoted(reference.words)}" if reference.words else ""
    who, day = vetting.names[reference.by], spoken_days(str(reference.day), vetting.as_of)
    return Line(f"{who}, {day}: {scores}{words}", cites=(reference.id,))


def _check(check: Check) -> Line:
    return Line(f"{check.what}: narrows {check.facet} by {check.gain:.2f}, about {check.hours:g} h of work")


def _numbered(texts: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(Line(f"{number}. {text}") for number, text in enumerate(texts, 1))


def _rungs(vetting: Vetting) -> list[Line]:
    steps = [
        Line(f"step {n}: {rung.amount:,.2f} {rung.currency}: {rung.promote}")
        for n, rung in enumerate(vetting.ladder, 1)
    ]
    return [*steps, Line(vetting.ladder[0].demote)] if steps else []


def vetting_document(vetting: Vetting) -> Document:
    """Give the due diligence as data."""
    today = vetting.as_of
    return {
        "party": {"id": vetting.party.id, "name": vetting.party.name},
        "as_of": today.isoformat(),
        "matter": vetting.matter or None,
        "standing": standing_document(vetting.standing),
        "claims": [_claim_document(claim, today) for claim in vetting.claims],
        "references": {
            "independent": [_reference_document(r) for r in vetting.independent],
            "supplied": [_reference_document(r) for r in vetting.supplied],
        },
        "vouches": [{"id": v.id, "by": v.by, "closeness": v.closeness, "words": v.words} for v in vetting.vouches],
        "shared": list(vetting.shared),
        "could_ask": [{"who": path.who, "path": list(path.steps)} for path in vetting.paths],
        "questions": list(vetting.questions),
        "checks": [
            {"what": c.what, "facet": c.facet, "narrows": round(c.gain, 4), "hours": c.hours} for c in vetting.checks
        ],
        "ladder": [
            {"amount": r.amount, "currency": r.currency, "promote": r.promote, "demote": r.demote}
            for r in vetting.ladder
        ],
        "impressions": list(vetting.impressions),
        "missing": list(vetting.missing),
        "findings": [finding_document(finding) for finding in vetting.findings],
    }


def comparison_document(vettings: tuple[Vetting, ...], today: date) -> Document:
    """Give candidates side by side as data: the rows of the table, and the due diligence of each."""
    names = tuple(vetting.party.name for vetting in vettings)
    rows = {row: dict(zip(names, cells, strict=True)) for row, cells in compared(vettings)}
    return {"as_of": today.isoformat(), "rows": rows, "candidates": [vetting_document(v) for v in vettings]}


def _reference_document(reference: Reference) -> Document:
    return {
        "id": reference.id,
        "by": reference.by,
        "day": reference.day.isoformat(),
        "reliability": reference.reliability,
        "followthrough": reference.followthrough,
        "again": reference.again or None,
        "words": reference.words,
    }


def _claim_document(claim: Claim, today: date) -> Document:
    return {
        "id": claim.id,
        "words": claim.words,
        "state": claim.state(today),
        "age_days": (today - claim.day).days,
        "expires": claim.expires.isoformat() if claim.expires else None,
        "checks": [{"id": c.id, "by": c.by, "how": c.how, "result": c.result} for c in claim.checks],
    }
