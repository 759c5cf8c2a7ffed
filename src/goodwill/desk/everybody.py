"""Everybody in the book: who is worth a brief, and the briefs of many at once."""

from collections.abc import Sequence

from goodwill.brief.brief import Brief
from goodwill.brief.compose import compose
from goodwill.brief.lateness import lateness_in
from goodwill.case.case import Case
from goodwill.findings.run import run
from goodwill.strategies.roster import ROSTER


def briefs_in(cases: Sequence[Case]) -> tuple[Brief, ...]:
    """Write the brief of each of several cases narrowed from one; what the whole book teaches is worked out once."""
    each = zip(cases, lateness_in(cases), strict=True)
    return tuple(compose(case, tuple(run(ROSTER, case)), expected=expected) for case, expected in each)


def worth_a_brief(narrowed: Case) -> bool:
    """Say whether there is more than one-way mail: newsletters and strangers are left out."""
    if any(entry.kind not in ("message", "reading", "party") for entry in narrowed.book):
        return True
    return {narrowed.me, narrowed.party} <= {message.by for message in narrowed.messages}
