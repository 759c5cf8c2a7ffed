"""The draft is sorry and takes no responsibility.

Looks for
    an apology in a draft that takes no responsibility, while something of yours is overdue or a breach of yours has
    had no apology; or an apology for how they feel ("sorry if you felt").

Why it matters
    Of the parts of an apology, taking responsibility weighed most [lewicki-2016]; acknowledging beat denying
    [bottom-2002].

Do instead
    Say whose act it was, in the first person: "I did not do it." Only if it is true.

Limits
    A small courtesy ("sorry to bother you") is left alone unless something is open between you. Where you name what
    you failed to do it is silent. Whether the fault is yours it cannot know.

Example
    2026-01-02 invoice i1 by=alan to=me amount=380 due=2026-01-10
    2026-01-20 message draft by=me to=alan | I'm sorry for the delay.
"""

import re
from collections.abc import Iterator

from goodwill.case.arrears import harms
from goodwill.case.case import Case
from goodwill.case.drafted import said, sentence, told, wordings
from goodwill.case.quoting import quoted
from goodwill.case.thread import Message
from goodwill.case.wording import Wording
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_HOLLOW = Wording(
    "sorry|apologi|regret",
    r"\b(?:sorry|apologi[sz]e|regret)(?: if| that)? (?:you|anyone|anybody|this|it|I)"
    r"(?: (?:may|might|have|has|was|were|are|feel|felt|took|made|seem\w*|caus\w*|offend\w*|upset)){1,3}\b",
    re.I,
)
_OWNED = Wording(
    "",
    r"\b(?:I|we)\b[^.!?\n]{0,40}\b(?:should(?:n't| not)? have|forgot|missed|failed|overlooked|dropped"
    r"|let (?:you|it|this|things)|didn't|did not|mixed|misread|underestimated"
    r"|got (?:it|this|that|the [a-z]{2,12}) wrong)\b"
    r"|\b(?:my|our) (?:own )?(?:fault|mistake|error|doing|oversight|slip)\b|\b(?:down to|on) (?:me|us)\b",
    re.I,
)


@rule("E907", stance="gap", severity="advice")
def apology_without_responsibility(case: Case) -> Iterator[Sighting]:
    """Report an apology of a draft that takes no responsibility for what is open, or is for their feelings."""
    draft = case.drafted
    read = {one.start for one in said(draft, "hollow-apology")}
    sorry, apology = [*told(draft, _HOLLOW, "hollow-apology")], next(iter(said(draft, "apology")), None)
    if draft is None or not (sorry or apology) or _owned(draft):
        return
    if hollow := next((h for h in sorry if h.start in read or " if " in h.words or " feel" in h.words), None):
        says = f"{quoted(hollow.words, 'the apology')} is for a feeling, not for an act"
        span = sentence(draft, hollow.start, hollow.end, mark=True).span
        yield Sighting(case.me, (draft.id,), says, reword="I am sorry that I ______.", span=span)
        return
    if apology and (harm := next(harms(case), None)):
        whole = sentence(draft, apology.start, apology.end)
        says = f"{quoted(whole.words, 'the apology')} does not say whose act it was: {harm[1]}"
        reword = f"{whole.words}. It was my responsibility: ______"
        yield Sighting(case.me, (apology.id, harm[0]), says, reword=reword, span=whole.span)


def _owned(draft: Message) -> bool:
    return bool(said(draft, "apology-responsibility")) or next(wordings(draft, _OWNED), None) is not None
