"""A decision that was explained.

Looks for
    a decision of either side of the last 14 days that came with its reason.

Why it matters
    Justification lifts perceived fairness whatever the outcome [bies-1988], and a full and considerate explanation
    softens even a cut [greenberg-1990].

Do instead
    Yours: good; leave room for a question about it.

    Theirs: say that the reason helped, even where you would have decided otherwise.

Limits
    It sees that a reason was given, not whether it was a good one.

Example
    2026-01-08 decision d1 by=alan to=me reason="frost, the grower put 9% on" | leaf goes up 6% from the 19th

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS = 14


@rule("L208", stance="strength", severity="info")
def decision_explained(case: Case) -> Iterator[Sighting]:
    """Report each recent decision that came with its reason."""
    for decision in case.decisions:
        if decision.by in case.sides and decision.reason and (case.today - decision.day).days <= DAYS:
            says = f"{quoted(decision.words, 'a decision')}: decided with a reason, {quoted(decision.reason)}"
            yield Sighting(decision.by, (decision.id,), says, deal=decision.deal)
