"""The briefs of many at once."""

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
