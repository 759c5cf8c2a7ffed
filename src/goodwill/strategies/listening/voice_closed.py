"""The draft leaves them no room to answer.

Looks for
    words in a draft that close the matter: "this is final", "not up for discussion", "there is nothing more to
    say".

Why it matters
    A say before the decision was felt fairer than a say after it, and that fairer than none, even without influence
    [lind-1990].

Do instead
    Say what is fixed and what is still open, and ask for their view on that part.

Limits
    It knows a short list of phrases. A boundary may need plain words; then keep it and say why.

Example
    2026-01-20 message draft by=me to=alan | This is our final decision.
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import sentence, told
from goodwill.case.quoting import quoted
from goodwill.case.wording import Wording
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_CLOSED = Wording(
    "final|negotia|discuss|debate|nothing|end of|case closed|correspondence|answer",
    r"\b(?:this|that|it|which|my|our|the) (?:is|decision is|offer is) (?:final|non-negotiable|not negotiable)\b"
    r"|\b(?:this|that|it) is (?:my|our|the) final (?:decision|word|position)\b"
    r"|\b(?:not|isn't) (?:up for|open (?:to|for)) (?:discussion|debate|negotiation)\b"
    r"|\b(?:there is|there's) nothing (?:more|further|left|else) to (?:discuss|say|talk about)\b"
    r"|\b(?:end of (?:the )?(?:discussion|story)|no further discussion|case closed)\b"
    r"|\b(?:I|we) (?:won't|will not|do not|don't|refuse to) (?:discuss|debate|negotiate)\b"
    r"|\b(?:there is|there's) no room for (?:discussion|debate|negotiation)\b"
    r"|\b(?:not|n't) (?:be )?enter(?:ing)? into (?:any )?(?:further )?(?:correspondence|discussion|debate|negotiation)"
    r"|\b(?:my|our|the) answer (?:is|stays|remains) no and (?:it )?(?:will|stays|remains)\b",
    re.I,
)


@rule("L905", stance="risk", severity="advice")
def voice_closed(case: Case) -> Iterator[Sighting]:
    """Report the first wording of a draft that closes the matter."""
    draft = case.drafted
    closing = next(told(draft, _CLOSED, "closing"), None)
    if draft is not None and closing is not None:
        whole = sentence(draft, closing.start, closing.end, mark=True)
        says = f"{quoted(closing.words, 'the wording')} leaves no room for an answer"
        reword = "What is fixed is ______; what we can still change is ______. What should I know?"
        yield Sighting(case.me, (draft.id,), says, reword=reword, span=whole.span)
