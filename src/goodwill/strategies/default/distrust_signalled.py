"""The draft tells them that you do not trust them.

Looks for
    words in a draft such as "I don't trust you", "in case you disappear", "to make sure you don't".

Why it matters
    Withdrawing trust is punished more than not yet giving it, which people do not foresee [bohnet-2005]; clauses of
    control lower trust in goodwill [malhotra-2011].

Do instead
    Ask for the safeguard as your usual way, and say what it does for both sides.

Limits
    It knows plain wordings. If the trust is in fact gone, name the event and its day.

Example
    2026-01-20 message draft by=me to=alan | I want half in advance in case you disappear.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.caution import DISTRUST
from goodwill.case.drafted import sentence, told
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("D903", stance="risk", severity="advice")
def distrust_signalled(case: Case) -> Iterator[Sighting]:
    """Report the first wording of a draft that says distrust aloud."""
    draft = case.drafted
    found = next(told(draft, DISTRUST, "distrust"), None)
    if draft is not None and found is not None:
        says = f"{quoted(found.words, 'the wording')} says distrust aloud"
        if found.words.casefold().startswith("in case"):
            yield Sighting(case.me, (draft.id,), says, reword="so that both of us can plan", span=found.span)
            return
        span = sentence(draft, found.start, found.end, mark=True).span
        reword = "On ______ I saw ______. From here on I would like ______, as I do with ______."
        yield Sighting(case.me, (draft.id,), says, reword=reword, span=span)
