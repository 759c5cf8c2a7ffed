"""A decision came without its reason.

Looks for
    a decision of the last 60 days with no reason on record and none in a message of its side on the day or the
    three days after; or one announced in a message that gives no reason.

Why it matters
    After a pay cut theft rose much less where the cut was fully explained [greenberg-1990]; justification lifts
    perceived fairness, also of a result one does not like [bies-1988].

Do instead
    Yours: Send the reason, the true one, in one sentence, with what you weighed against it.

    Theirs: Ask for the reason before you judge the decision: "What led to this? It would help me to plan."

Limits
    A reason given by telephone is not seen until it is noted. That a reason was given does not make it a good one.

Example
    2026-01-05 decision d1 by=me to=alan | We order from two suppliers from now on
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.hearing import unexplained
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 60


@rule("L201", stance="gap", severity="advice")
def decision_unexplained(case: Case) -> Iterator[Sighting]:
    """Report each recent decision without a reason."""
    for decision in unexplained(case):
        if (case.today - decision.day).days <= RECENT:
            says = f"{quoted(decision.words, f'the decision of {decision.day}')}: decided, no reason given"
            yield Sighting(decision.by, (decision.id,), says, deal=decision.deal)
