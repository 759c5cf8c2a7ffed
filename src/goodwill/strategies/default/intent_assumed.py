"""Ill will was assumed before a question was asked.

Looks for
    a breach put down to bad faith with no event it points to, or blame in a message of the last 14 days by somebody
    who had asked no question in the 14 days before.

Why it matters
    Taking harm for intended drives anger and spirals of retaliation [allred-1999], and expressed anger lowered
    resolution in real mediations, partly because it provoked anger [friedman-2004]. Tone carries badly in writing
    [kruger-2005].

Do instead
    Hold three other readings beside it: they did not know, they could not, or they understood the agreement
    differently. Then ask one question: "What happened on your side?"

Limits
    It does not say that the reading is wrong. Blame is seen by machine in messages; one question asked first, in the
    same message or in the fortnight before, silences it.

Example
    2026-01-05 breach b1 by=lena to=me cause=bad_faith | She did it on purpose

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.case.turns import blamed_unasked
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 14


@rule("D401", stance="risk", severity="advice")
def intent_assumed(case: Case) -> Iterator[Sighting]:
    """Report ill will assumed in a breach without an event, and blame before any question."""
    for breach in case.breaches:
        if breach.cause == "bad_faith" and case.entry(breach.of) is None:
            said = quoted(breach.words, f"the breach of {breach.day}")
            yield Sighting(case.other(breach.by), (breach.id,), f"{said}: put down to bad faith, with no event named")
    for blame in blamed_unasked(case.sent, RECENT):
        if (case.today - blame.day).days <= RECENT and blame.by in case.sides:
            said = quoted(blame.words, "the message")
            yield Sighting(blame.by, (blame.id,), f"{said} was written before any question was asked")
