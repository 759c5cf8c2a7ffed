"""The draft compares them with others and gives no context.

Looks for
    a comparison with what others get or do in a draft that gives no reason.

Why it matters
    Getting less than others hurts steeply whatever the relationship [loewenstein-1989]; a comparison needs its
    context, as a reason lifts fairness [bies-1988].

Do instead
    Say what is alike and what differs, and where the figure comes from. If you cannot, leave it out.

Limits
    It sees plain comparisons. A reason anywhere in the draft silences it.

Example
    2026-01-20 message draft by=me to=alan | Other suppliers are paid within 30 days.
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import gives_reason, said, wordings
from goodwill.case.quoting import quoted
from goodwill.case.wording import Wording
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_CONTEXT = Wording("", r"\b(?:but (?:their|they|these|those)|according to|to be fair)\b", re.I)


@rule("L904", stance="gap", severity="advice")
def comparison_bare(case: Case) -> Iterator[Sighting]:
    """Report the first comparison of a draft that gives no reason."""
    compared = said(case.drafted, "social-comparison")
    if compared and not gives_reason(case.drafted) and not next(wordings(case.drafted, _CONTEXT), None):
        words = compared[0].words
        says = f"{quoted(words, 'a comparison')} stands without its context"
        yield Sighting(case.me, (compared[0].id,), says, reword=f"{words} (from ______; what differs here is ______)")
