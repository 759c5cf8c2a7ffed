"""The draft asks for a reference and not about follow-through.

Looks for
    a draft that asks what somebody is like to work with, and nothing about days kept, reliability or
    follow-through.

Why it matters
    Structured telephone references on reliability predicted later performance [taylor-2004], and structured ones
    from several sources predicted who would leave [hedricks-2013]. Loose praise predicts little.

Do instead
    Ask three things: did it come on the days that were agreed, did they hear of a slip before or after the day,
    would they hire them again.

Limits
    It knows plain wordings of such a request. Tell the candidate that you ask.

Example
    2026-01-20 message draft by=me to=nora | You worked with Lena. What was she like?
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import own_words, said, sentence, told
from goodwill.case.quoting import quoted
from goodwill.case.wording import Wording
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_WHO = r"(?:him|her|them|he|she|they|[A-Z]\w+)"
_ASKS = Wording(
    "recommend|how was|how is|how are|how were|what was|what is|what were|what do you|reference|"
    "experience|opinion|impression|thoughts",
    rf"\b(?:(?i:(?:would|do|can|could) you recommend) {_WHO}"
    rf"|(?i:how (?:was|is) (?:it|working)) (?i:to work |working )?with"
    rf"|(?i:what (?:was|is|were)) {_WHO} like|(?i:what do you (?:think|make) of) {_WHO}"
    rf"|(?i:how (?:is|are|was|were)) {_WHO} (?i:as (?:an? |people|partners|suppliers))"
    rf"|(?i:give (?:me )?a reference (?:for|on|about))"
    rf"|(?i:(?:experience|opinion|impression|thoughts) (?:with|of|on|about)) {_WHO})\b",
)
_WORKED = Wording(
    "", r"\b(?:work(?:ed|ing)?|hired|used|reference|recommend|employed|contract(?:or|ed)|(?:for|to) you)\b", re.I
)
_FIRM = Wording(
    "",
    r"\b(?:on time|deadlines?|late|slip\w*|reliab\w+|follow[- ]through|follow(?:ed)? up|kept?"
    r"|deliver\w* (?:on|in|late|when|what|as)|days? (?:that were )?agreed|punctual\w*|again|schedules?|finish\w*"
    r"|(?:stick|stuck|sticks) to|turn(?:s|ed)? up|what (?:he|she|they) (?:say|says|said|promised?))\b",
    re.I,
)


@rule("N901", stance="gap", severity="advice")
def reference_asked_loosely(case: Case) -> Iterator[Sighting]:
    """Report a request for a reference in a draft that asks nothing about follow-through."""
    draft = case.drafted
    asked = next(told(draft, _ASKS, "reference-request"), None)
    if draft is None or asked is None or _FIRM.search(own_words(draft)):
        return
    if not said(draft, "reference-request") and not _WORKED.search(own_words(draft)):
        return
    whole = sentence(draft, asked.start, asked.end)
    says = f"{quoted(whole.words, 'the request')} asks for an impression and not about follow-through"
    more = "Did the work come on the days agreed, did you hear of slips before the day, and would you hire them again"
    yield Sighting(case.me, (draft.id,), says, reword=f"{whole.words}? {more}", span=whole.span)
