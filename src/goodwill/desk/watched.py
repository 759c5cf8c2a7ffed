"""What was seen on a look at everything open: as data, and laid out for the terminal and the browser."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from goodwill.brief.brief import Owed
from goodwill.brief.document import due_document, finding_document
from goodwill.brief.line import Line
from goodwill.brief.page import Page, Section, finding_line, owed_line
from goodwill.findings.words import spoken

if TYPE_CHECKING:
    from goodwill.desk.watching import Watched

WORSE = "worse"
DAYS_AHEAD = 14
MOST_LISTED = 100
LATE, SOON, LATER = "Late", f"Due in the next {DAYS_AHEAD} days", "Due later"


def watched_document(seen: "Watched") -> dict[str, Any]:
    """Give what was seen as data."""
    return {
        "since": seen.since.isoformat(),
        "nudges": [finding_document(finding) for finding in seen.nudges],
        "held_back": seen.held_back,
        "due": due_document(seen.due),
    }


def worse(seen: "Watched", today: date) -> Iterator[Section]:
    """Give the section of what worsened, if anything did."""
    lines = tuple(finding_line(finding, seen.names[finding.about], today, "with") for finding in seen.nudges)
    if lines:
        held = f"{seen.held_back} more tomorrow" if seen.held_back else ""
        yield Section(f"Worse since {spoken(seen.since)}", lines, held, WORSE)


def watched_page(seen: "Watched", today: date) -> Page:
    """Lay out what worsened, what is late, what comes due in the next days, and what later."""
    parts: dict[str, list[tuple[str, Owed]]] = {LATE: [], SOON: [], LATER: []}
    for who, item in seen.due:
        parts[_when(item, today)].append((who, item))
    dated = (Section(title, tuple(_lines(pairs, today)), f"{len(pairs)}") for title, pairs in parts.items() if pairs)
    return Page("What is due", f"as of {spoken(today)}", (*worse(seen, today), *dated))


def _when(item: Owed, today: date) -> str:
    if item.late:
        return LATE
    return SOON if item.due is not None and (item.due - today).days <= DAYS_AHEAD else LATER


def _lines(pairs: Sequence[tuple[str, Owed]], today: date) -> Iterator[Line]:
    """Give the soonest items as lines, and how many more there are."""
    yield from (owed_line(item, today, who) for who, item in pairs[:MOST_LISTED])
    if len(pairs) > MOST_LISTED:
        yield Line(f"and {len(pairs) - MOST_LISTED} more")
