"""The draft explains a decision and asks nothing.

Looks for
    a decision in a draft that gives a reason, asks no question and invites no answer.

Why it matters
    A say after the decision is felt fairer than none, even where it changes nothing [lind-1990]; voice and
    justification each lift fairness [bies-1988].

Do instead
    Add one honest question: "What does this mean for you?" Ask it only if you will read the answer.

Limits
    A decision without a reason is left to another rule. Some decisions concern nobody else.

Example
    2026-01-20 message draft by=me to=alan | We have decided to order less because the volumes fell.
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import gives_reason, said, wordings
from goodwill.case.quoting import quoted
from goodwill.case.wording import Wording
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_OPEN = Wording(
    "",
    r"\b(?:let me know|tell me|tell us|let us know|hear (?:from you|your)|your (?:view|thoughts|questions|concerns)"
    r"|give me a call|call me|happy to (?:talk|discuss|hear)|talk (?:it|this) (?:over|through))\b",
    re.I,
)


@rule("L907", stance="gap", severity="info")
def view_unasked(case: Case) -> Iterator[Sighting]:
    """Report an explained decision of a draft that invites no answer."""
    draft, decided = case.drafted, said(case.drafted, "decision")
    asks = said(draft, "question", "elicit-pref", "request", "promote-coordination")
    if draft is None or not decided or asks or not gives_reason(draft) or next(wordings(draft, _OPEN), None):
        return
    words = decided[0].words
    says = f"{quoted(words, 'a decision')} is explained, and no view is asked for"
    yield Sighting(case.me, (decided[0].id,), says, reword=f"{words}. What does this mean for you? ______")
