"""The draft praises its own concession.

Looks for
    words such as "generous" or "more than fair" about your own offer or concession in a draft.

Why it matters
    People answer to the benefit they get and overlook the giver's sacrifice [malhotra-2006]; each side's view of
    what is fair serves itself [babcock-1997]. Praise of one's own gift is read as pressure, which is our inference.

Do instead
    Say what it gives them in figures, and leave the adjective to them.

Limits
    It knows a short list of phrases and needs an offer or a concession beside them. A draft that quotes them in
    jest looks the same.

Example
    2026-01-20 message draft by=me to=alan | We can come down to 110, a very generous offer.
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import said, told
from goodwill.case.quoting import quoted
from goodwill.case.wording import Wording
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_PRAISE = Wording(
    "generous|more than|a steal|huge|massive|enormous|unheard-of|once-in-a-lifetime",
    r"\b(?:an? )?(?:(?:very|extremely|really|more than|incredibly|exceptionally) )?"
    r"(?:generous|more than (?:fair|reasonable)|a steal)"
    r"(?: (?:offer|price|deal|concession|discount|terms|proposal|gesture))?\b"
    r"|\b(?:an? )?(?:huge|massive|enormous|unheard-of|once-in-a-lifetime) (?:discount|concession|favou?r|reduction)\b",
    re.I,
)
_AN_OFFER = Wording("", r"\b(?:offer|price|deal|discount|terms|proposal)$", re.I)
_THEIRS = Wording("", r"\b(?:you|your)\b(?!(?:'ll| will| must| have to) (?:agree|admit))[^.!?\n]{0,30}$", re.I)


@rule("E911", stance="risk", severity="advice")
def generosity_claimed(case: Case) -> Iterator[Sighting]:
    """Report praise of one's own move in a draft that makes one."""
    draft = case.drafted
    if draft is None:
        return
    for praise in told(draft, _PRAISE, "self-praise"):
        priced = _AN_OFFER.search(praise.words) and any(sign.isdigit() for sign in draft.words)
        before = draft.words[max(0, praise.start - 40) : praise.start]
        if (priced or said(draft, "concession", "offer", "self-praise")) and not _THEIRS.search(before):
            says = f"{quoted(praise.words, 'praise')} is said of your own offer"
            yield Sighting(case.me, (draft.id,), says, reword="a saving for you of ______", span=praise.span)
            return
