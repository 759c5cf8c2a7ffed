"""What was seen on a look at everything open: as data, and laid out for the terminal and the browser."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
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
    soon = today + timedelta(days=DAYS_AHEAD)
    parts = (
        ("Late", [pair for pair in seen.due if pair[1].late]),
        (f"Due in the next {DAYS_AHEAD} days", [pair for pair in seen.due if not pair[1].late and _by(pair[1], soon)]),
        ("Due later", [pair for pair in seen.due if not pair[1].late and not _by(pair[1], soon)]),
    )
    dated = (Section(title, tuple(_lines(pairs, today)), f"{len(pairs)}") for title, pairs in parts if pairs)
    return Page("What is due", f"as of {spoken(today)}", (*worse(seen, today), *dated))


def _by(item: Owed, day: date) -> bool:
    return item.due is not None and item.due <= day


def _lines(pairs: Sequence[tuple[str, Owed]], today: date) -> Iterator[Line]:
    """Give the soonest items as lines, and how many more there are."""
    yield from (owed_line(item, today, who) for who, item in pairs[:MOST_LISTED])
    if len(pairs) > MOST_LISTED:
        yield Line(f"and {len(pairs) - MOST_LISTED} more")
