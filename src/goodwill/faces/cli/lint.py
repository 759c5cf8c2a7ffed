"""What was found in a draft, printed for people, editors and build servers."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from goodwill.case.thread import DRAFT
from goodwill.faces.cli import shown
from goodwill.findings.words import visible

if TYPE_CHECKING:
    from goodwill.desk.checking import Checked
    from goodwill.findings.finding import Finding, Place

LEVELS = {"warning": "warning", "advice": "warning", "info": "note"}
GITHUB = {"warning": "error", "advice": "warning", "info": "notice"}
FORMATS = ("full", "concise", "json", "sarif", "github")


def printed(text: str, found: "Sequence[Finding]", file: str, form: str, *, suggest: bool) -> str:
    """Print findings in one of the formats."""
    if form == "sarif":
        return _json(sarif(text, found, file))
    if form == "json":
        from goodwill.brief.marked import draft_document

        return _json([draft_document(text, f) for f in found])
    printer: Callable[..., Iterator[str]] = {"full": _full, "concise": _concise, "github": _github}[form]
    return "".join(line + "\n" for finding in found for line in printer(text, finding, file, suggest))


def _json(data: object) -> str:
    import json  # for these two forms alone

    return visible(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def asides(checked: "Checked", hidden: int) -> None:
    """Say beside the answer what was kept back and which waivers waived nothing."""
    if checked.note:
        shown.note(checked.note)
    if hidden:
        shown.note(f"{hidden} more; --all shows them")
    for waiver in checked.unused:
        shown.note(f"W001 this waiver waives nothing: {waiver.rule}")
    if not checked.findings:
        shown.note("nothing found")


def spot(finding: "Finding") -> "Place":
    """Give the place in the draft."""
    return finding.at(DRAFT)


def place(text: str, finding: "Finding") -> tuple[int, int]:
    """Give line and column, from 1, of what was found."""
    start = spot(finding).start or 0
    return text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1


def _full(text: str, finding: "Finding", file: str, suggest: bool) -> Iterator[str]:
    line, column = place(text, finding)
    colour = {"warning": "red", "advice": "yellow"}.get(finding.severity, "blue")
    yield f"{file or 'draft'}:{line}:{column}: {shown.paint(f'{finding.code} {finding.name}', colour)}"
    yield from _quoted(text, finding)
    yield visible(f"    {finding.says}")
    yield f"    {finding.do}"
    for other in finding.evidence:
        if other.id != DRAFT:
            where = f"{other.source.file}:{other.source.line}" if other.source.file else other.id
            yield visible(f"    on {other.day}: {' '.join(other.words.split())[:100]} ({where})")
    if suggest and finding.reword:
        yield visible(f"    instead: {finding.reword}")
    yield ""


def _quoted(text: str, finding: "Finding") -> Iterator[str]:
    """Quote the line with the found words underlined."""
    source = spot(finding)
    if source.start is None or source.end is None:
        return
    begin = text.rfind("\n", 0, source.start) + 1
    stop = text.find("\n", source.start)
    line = text[begin : stop if stop >= 0 else len(text)]
    offset = max(0, source.start - begin - 40)
    window = line[offset : offset + 90]
    at = source.start - begin - offset
    yield f"  | {visible(window)}"
    yield f"  | {' ' * at}{'^' * max(1, min(source.end - source.start, len(window) - at))}"


def _concise(text: str, finding: "Finding", file: str, suggest: bool) -> Iterator[str]:
    line, column = place(text, finding)
    instead = f" -> {finding.reword}" if suggest and finding.reword else ""
    yield visible(f"{file or 'draft'}:{line}:{column}: {finding.code} {finding.says}{instead}")


def _github(text: str, finding: "Finding", file: str, suggest: bool) -> Iterator[str]:
    line, column = place(text, finding)
    says = f"{finding.says} {finding.do}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    name = (file or "draft").replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    level = GITHUB[finding.severity]
    yield visible(f"::{level} file={name},line={line},col={column},title={finding.code} {finding.name}::{says}")


def diff(text: str, found: "Sequence[Finding]", file: str) -> str:
    """Print the rewordings as a diff against the draft; where two begin at one place, the first stands."""
    import difflib  # for this answer alone

    from goodwill.brief.marked import reworded

    changed = reworded(text, found)
    name = file or "draft"
    lines = difflib.unified_diff(text.splitlines(), changed.splitlines(), name, f"{name} (reworded)", lineterm="")
    return "".join(line + "\n" for line in lines)


def sarif(text: str, found: "Sequence[Finding]", file: str) -> dict[str, Any]:
    """Give findings as SARIF 2.1.0; every rule is listed, also those that saw nothing."""
    from goodwill.strategies.roster import ROSTER

    rules = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.title},
            "fullDescription": {"text": " ".join(rule.sections["Looks for"].split())},
            "help": {"text": rule.page},
            "defaultConfiguration": {"level": LEVELS[rule.severity]},
        }
        for rule in ROSTER
    ]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "goodwill", "version": "0.1.0", "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(text, finding, file) for finding in found],
            }
        ],
    }


def _result(text: str, finding: "Finding", file: str) -> dict[str, Any]:
    line, column = place(text, finding)
    source = spot(finding)
    start, end = source.start or 0, source.end if source.end is not None else len(text)
    until = text.count("\n", 0, end) + 1, end - (text.rfind("\n", 0, end) + 1) + 1
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": until[0],
        "endColumn": until[1],
        "charOffset": start,
        "charLength": end - start,
    }
    return {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.says} {finding.do}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(file)}, "region": region}}],
    }


def _uri(file: str) -> str:
    from urllib.parse import quote

    return quote(file or "draft")
