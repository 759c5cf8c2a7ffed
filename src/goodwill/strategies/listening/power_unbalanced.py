"""The stronger side left the weaker one without an answer or a reason.

Looks for
    words or figures showing that one side needs the other more, at most a year old, together with an unexplained
    decision of the stronger side or a concern of the weaker one that has stood open for more than three days.

Why it matters
    Disadvantage hurts steeply [loewenstein-1989], and voice and justification lift fairness most where one cannot
    change the result [lind-1990]. The stronger side therefore owes more of both; that is our inference.

Do instead
    Yours: You can say no more easily than they can. Answer first, explain more than you must, and ask what you have
    not seen.

    Theirs: Say what depends on it for you, and ask for the reason and for a day by which you can expect an answer.

Limits
    Dependence is taken only from their own words and from the worth of no deal, where both are on record. It says
    nothing of what either side would do with it.

Example
    2026-01-02 message m1 by=alan to=me | You are our biggest customer.
    2026-01-05 decision d1 by=me to=alan | We order from two suppliers
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.hearing import open_concerns, unexplained
from goodwill.case.leverage import leanings
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

A_YEAR = 365
OPEN_FOR = 3
RECENT = 60


@rule("L204", stance="risk", severity="advice")
def power_unbalanced(case: Case) -> Iterator[Sighting]:
    """Report an unexplained decision or an open concern where one side needs the other more."""
    leaning = next((lean for lean in leanings(case) if (case.today - lean.day).days <= A_YEAR), None)
    if leaning is None:
        return
    stronger = case.other(leaning.side)
    for decision in unexplained(case):
        if decision.by == stronger and (case.today - decision.day).days <= RECENT:
            what = quoted(decision.words, f"the decision of {decision.day}")
            yield Sighting(stronger, (decision.id, leaning.id), f"{leaning.told}, and {what} came without a reason")
    for concern in open_concerns(case, OPEN_FOR):
        if concern.by == leaning.side:
            what = quoted(concern.words, "a concern")
            yield Sighting(stronger, (concern.id, leaning.id), f"{leaning.told}, and {what} has no answer")
