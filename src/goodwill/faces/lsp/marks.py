"""What was found in a draft, as the marks an editor draws under it."""

from dataclasses import dataclass

from lsprotocol.types import Diagnostic, DiagnosticSeverity, DiagnosticTag, Position, Range

from goodwill.case.thread import DRAFT
from goodwill.desk.checking import Checked
from goodwill.faces.lsp.places import Places
from goodwill.findings.finding import Exhibit, Finding
from goodwill.findings.words import visible

SOURCE = "goodwill"
UNUSED = "W001"
LONGEST_EXCERPT = 100
SEVERITIES = {
    "warning": DiagnosticSeverity.Warning,
    "advice": DiagnosticSeverity.Information,
    "info": DiagnosticSeverity.Hint,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding and the place under which it is drawn."""

    finding: Finding
    range: Range

    def touches(self, here: Range) -> bool:
        """Say whether a place, or where the caret stands, meets the mark."""
        return _key(self.range.start) <= _key(here.end) and _key(here.start) <= _key(self.range.end)


def _key(position: Position) -> tuple[int, int]:
    return position.line, position.character


def marks(found: tuple[Finding, ...], places: Places) -> tuple[Mark, ...]:
    """Give each finding its place; what a draft leaves out stands under its first words."""
    return tuple(Mark(finding, _range(finding, places)) for finding in found)


def _range(finding: Finding, places: Places) -> Range:
    spot = finding.at(DRAFT)
    if spot.start is None or spot.end is None:
        return places.first_words()
    return places.range(spot.start, min(spot.end, len(places.text)))


def diagnostics(drawn: tuple[Mark, ...], checked: Checked, places: Places) -> list[Diagnostic]:
    """Give the marks of a draft, the waivers that waive nothing, and what was said of its To: line."""
    told = [diagnostic(mark) for mark in drawn]
    for waiver in checked.unused:
        where, text = places.range(waiver.start, waiver.end), f"this waiver waives nothing: {waiver.rule}"
        told.append(
            Diagnostic(where, text, DiagnosticSeverity.Hint, UNUSED, source=SOURCE, tags=[DiagnosticTag.Unnecessary])
        )
    if checked.note and not checked.to:
        told.append(
            Diagnostic(places.first_words(), visible(checked.note), DiagnosticSeverity.Information, source=SOURCE)
        )
    return told


def diagnostic(mark: Mark) -> Diagnostic:
    """Give one mark: the fact, what to do, and what else it rests on."""
    finding = mark.finding
    others = (_other(exhibit) for exhibit in finding.evidence if exhibit.id != DRAFT)
    text = visible("\n".join((finding.says, finding.do, *others)))
    return Diagnostic(mark.range, text, SEVERITIES[finding.severity], finding.code, source=SOURCE)


def _other(exhibit: Exhibit) -> str:
    where = f"{exhibit.source.file}:{exhibit.source.line}" if exhibit.source.file else exhibit.id
    return f"on {exhibit.day}: {' '.join(exhibit.words.split())[:LONGEST_EXCERPT]} ({where})"
