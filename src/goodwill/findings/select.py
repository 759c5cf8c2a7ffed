"""Which findings are worth a person's time: the most useful first, and no more than can be read."""

from collections.abc import Iterable
from dataclasses import dataclass

from goodwill.codebook.stance import SEVERITIES, STANCES
from goodwill.findings.finding import Finding

MOST_SHOWN = 9
A_PATTERN = 4


@dataclass(frozen=True, slots=True)
class Selection:
    """Findings in order of use: those shown, and how many more there are."""

    shown: tuple[Finding, ...]
    more: int


def select(findings: Iterable[Finding], most: int = MOST_SHOWN) -> Selection:
    """Put the most useful first and cut the list; one finding a rule and side comes before a second of the same."""
    ranked = sorted(findings, key=_rank)
    firsts: list[Finding] = []
    rest: list[Finding] = []
    seen: set[tuple[str, str]] = set()
    for finding in ranked:
        key = (finding.code, finding.by)
        (rest if key in seen else firsts).append(finding)
        seen.add(key)
    ordered = [*firsts, *rest]
    return Selection(tuple(ordered[:most]), max(0, len(ordered) - most))


def _rank(finding: Finding) -> tuple[int, int, int, int, str]:
    """Order by loudness, then risks, gaps, strengths, then patterns before single acts, then the newest evidence."""
    return (
        -SEVERITIES.index(finding.severity),
        STANCES.index(finding.stance),
        -min(len(finding.evidence), A_PATTERN),
        -finding.newest.toordinal(),
        finding.code,
    )


def reaches(findings: Iterable[Finding], level: str) -> bool:
    """Say whether any finding is at or above a severity."""
    return any(SEVERITIES.index(finding.severity) >= SEVERITIES.index(level) for finding in findings)
