"""The draft reads ill will into what they did.

Looks for
    words in a draft that say the other side acted in bad faith: "you lied", "on purpose", "taking advantage". A
    question or a denial is left alone.

Why it matters
    Taking harm for intended drives anger and spirals of retaliation [allred-1999]; tone carries badly in writing
    [kruger-2005], and each side's account serves itself [babcock-1997].

Do instead
    Hold three other readings beside it first: they did not know, they could not, they understood the agreement
    differently. Then ask one question: "What happened on your side?"

Limits
    It does not say that you are wrong. Where the event is proved, name the event and its day, and leave the intent
    out.

Example
    2026-01-20 message draft by=me to=alan | You lied to us about the delivery.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.caution import INTENT, NOT_MEANT
from goodwill.case.drafted import sentence, told
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("D901", stance="risk", severity="warning")
def intent_read_in(case: Case) -> Iterator[Sighting]:
    """Report the first wording of a draft that reads ill will into an act."""
    draft = case.drafted
    for found in told(draft, INTENT, "ill-will"):
        whole = sentence(draft, found.start, found.end, mark=True) if draft else found
        before = whole.words[: found.start - whole.start]
        if draft is None or NOT_MEANT.search(before) or whole.words.endswith("?"):
            continue
        says = f"{quoted(found.words, 'the wording')} names an intent; an event with its day would be a fact"
        reword = "On ______ I saw ______. What happened on your side?"
        yield Sighting(case.me, (draft.id,), says, reword=reword, span=whole.span)
        return
