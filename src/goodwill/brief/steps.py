"""What to do next, by when: drawn from the findings, the most urgent first, no step twice."""

from datetime import timedelta

from goodwill.brief.brief import Step
from goodwill.case.case import Case
from goodwill.findings.finding import Finding

_DAYS = {"warning": 1, "advice": 7}
MOST_STEPS = 5


def steps(findings: tuple[Finding, ...], case: Case) -> tuple[Step, ...]:
    """Make a dated step of each finding that asks for one; findings that ask the same share a step."""
    asked: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity in _DAYS and finding.stance != "strength":
            asked.setdefault(finding.do, []).append(finding)
    made = (_step(what, why, case) for what, why in asked.items())
    return tuple(sorted(made, key=lambda step: step.by))[:MOST_STEPS]


def _step(what: str, why: list[Finding], case: Case) -> Step:
    days = min(_DAYS[finding.severity] for finding in why)
    return Step(what, tuple(dict.fromkeys(f.code for f in why)), case.today + timedelta(days=days))
