"""Everyone in the book at a glance: what needs a look first, and what is owed both ways with its day."""

from collections.abc import Iterable
from dataclasses import dataclass

from goodwill.brief.brief import Brief
from goodwill.brief.line import Line
from goodwill.brief.page import finding_line, owed_line
from goodwill.case.quoting import counted
from goodwill.codebook.stance import SEVERITIES, STANCES
from goodwill.findings.finding import Finding
from goodwill.findings.words import spoken

MOST_LOOKS = 2
MOST_OWED = 3


@dataclass(frozen=True, slots=True)
class Glance:
    """One counterparty: the findings to look at first, what each owes, and a line of facts."""

    party: str
    name: str
    facts: str
    look: tuple[Line, ...]
    owed_by_me: tuple[Line, ...]
    owed_by_them: tuple[Line, ...]

    @property
    def quiet(self) -> bool:
        """Say whether there is nothing to look at and nothing owed."""
        return not (self.look or self.owed_by_me or self.owed_by_them)


def glances(briefs: Iterable[Brief]) -> tuple[Glance, ...]:
    """Give a glance at each, the one with the loudest findings first; among equals the order given stands."""
    return tuple(_glance(brief) for brief in sorted(briefs, key=_urgency))


def _urgency(brief: Brief) -> tuple[int, int, bool]:
    """Order by the loudest finding that is no strength, then by what is late."""
    loud = max((SEVERITIES.index(f.severity) for f in _looks(brief)), default=-1)
    late = sum(item.late > 0 for item in (*brief.owed_by_me, *brief.owed_by_them))
    return (-loud, -late, not (brief.findings or brief.owed_by_me or brief.owed_by_them))


def _looks(brief: Brief) -> tuple[Finding, ...]:
    return tuple(f for f in brief.findings if f.stance != STANCES[-1])


def _glance(brief: Brief) -> Glance:
    name, today = brief.party.name, brief.as_of
    since = f", since {spoken(brief.since)}" if brief.since else ""
    return Glance(
        brief.party.id,
        name,
        counted(brief.entries, "entry") + since,
        tuple(finding_line(finding, name, today) for finding in _looks(brief)[:MOST_LOOKS]),
        _owed(brief, mine=True),
        _owed(brief, mine=False),
    )


def _owed(brief: Brief, *, mine: bool) -> tuple[Line, ...]:
    owed = brief.owed_by_me if mine else brief.owed_by_them
    lines = tuple(owed_line(item, brief.as_of) for item in owed[:MOST_OWED])
    hidden = len(owed) - MOST_OWED
    return (*lines, Line(f"and {hidden} more")) if hidden > 0 else lines
