"""The draft announces a decision and gives no reason.

Looks for
    a decision in a draft with no reason anywhere in it.

Why it matters
    Justification lifts perceived fairness, also of a result one does not like [bies-1988]; after a pay cut theft
    rose much less where it was fully explained [greenberg-1990].

Do instead
    Add the true reason in one sentence, and what you weighed against it.

Limits
    It sees reasons in plain words ("because", "since"). A decision they asked for may need none.

Example
    2026-01-20 message draft by=me to=alan | We have decided to go with another supplier.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import gives_reason, said
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("L902", stance="gap", severity="advice")
def decision_without_reason(case: Case) -> Iterator[Sighting]:
    """Report the first decision of a draft that gives no reason."""
    decided = said(case.drafted, "decision")
    if decided and not gives_reason(case.drafted):
        words = decided[0].words
        says = f"{quoted(words, 'a decision')} comes without a reason"
        yield Sighting(case.me, (decided[0].id,), says, reword=f"{words}, because ______")
