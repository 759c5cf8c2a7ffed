"""A draft marked: which words each finding rests on, and the draft with a rewording put in."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from goodwill.case.thread import DRAFT
from goodwill.findings.finding import Exhibit, Finding

if TYPE_CHECKING:
    from goodwill.brief.document import Document


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a draft, the numbers (from 1) of the findings that rest on them, and of those that begin here."""

    text: str
    numbers: tuple[int, ...] = ()
    begun: tuple[int, ...] = ()


def spot(finding: Finding) -> Exhibit:
    """Give the evidence that stands in the draft."""
    return next(exhibit for exhibit in finding.evidence if exhibit.id == DRAFT)


def marked(text: str, findings: Sequence[Finding]) -> tuple[Stretch, ...]:
    """Cut a draft where findings begin and end; put together, the stretches are the draft again."""
    spans = [(n, _span(finding)) for n, finding in enumerate(findings, 1)]
    cuts = sorted({0, len(text)} | {min(place, len(text)) for _, span in spans if span for place in span})
    return tuple(
        Stretch(
            text[start:end],
            tuple(n for n, span in spans if span and span[0] <= start and end <= span[1]),
            tuple(n for n, span in spans if span and span[0] == start < span[1]),
        )
        for start, end in pairwise(cuts)
    )


def reworded(text: str, findings: Sequence[Finding]) -> str:
    """Put the rewordings of findings into a draft; where two begin at one place, the first stands."""
    changed, free = text, len(text) + 1
    spots = [(span, finding.reword) for finding in findings if finding.reword and (span := _span(finding))]
    for (start, end), words in sorted(spots, key=lambda spot: -spot[0][0]):
        if end <= free:
            changed, free = changed[:start] + words + changed[end:], start
    return changed


def accepted(text: str, finding: Finding) -> str:
    """Put the rewording of one finding into a draft; words for what the draft leaves out come at its end."""
    if _span(finding) or not finding.reword:
        return reworded(text, [finding])
    return f"{text.rstrip()}\n\n{finding.reword}\n"


def draft_document(text: str, finding: Finding) -> "Document":
    """Give a finding as data; what the draft leaves out has the whole draft for its place."""
    from goodwill.brief.document import finding_document

    told = finding_document(finding)
    for exhibit in told["evidence"]:
        if exhibit["id"] == DRAFT and exhibit["source"]["start"] is None:
            exhibit["source"] |= {"start": 0, "end": len(text)}
    return told


def _span(finding: Finding) -> tuple[int, int] | None:
    source = spot(finding).source
    return None if source.start is None or source.end is None else (source.start, source.end)
