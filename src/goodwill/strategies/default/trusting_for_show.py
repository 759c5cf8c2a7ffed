"""The draft gives way so as not to look distrustful.

Looks for
    words in a draft such as "I don't want to seem distrustful".

Why it matters
    Caution announced early as a habit costs little; it is trust withdrawn late that is punished [bohnet-2005]. What
    is given to look trusting buys nothing, since people overlook what it cost the giver [malhotra-2006].

Do instead
    Ask for what you need as your usual way. If you need nothing, leave the sentence out.

Limits
    It knows a few plain phrases and cannot know why you write them.

Example
    2026-01-20 message draft by=me to=osei | I don't want to seem distrustful, so let us go ahead.
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.caution import EXCUSES, SECOND_OPINION
from goodwill.case.drafted import own_words, sentence, told, wordings
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_OF_TRUST = re.compile(
    r"\b(?:dis|mis)?trust|suspicio|doubt|careful|cautious|caution|faith|believe|guard|paperwork|check|contract|formal"
    r"|writing|paranoi|lawyer",
    re.I,
)


@rule("D906", stance="risk", severity="advice")
def trusting_for_show(case: Case) -> Iterator[Sighting]:
    """Report the words of a draft that excuse caution."""
    draft = case.drafted
    worded = next(wordings(draft, EXCUSES), None)
    read = (one for one in told(draft, EXCUSES, "caution-excused") if _OF_TRUST.search(one.words))
    found = worded or next(read, None)
    if draft is None or found is None or (worded is None and SECOND_OPINION.search(own_words(draft))):
        return
    span = sentence(draft, found.start, found.end, mark=True).span
    says = f"{quoted(found.words, 'the wording')} gives way so as not to look distrustful"
    reword = "I do ______ with everybody, so that neither of us has to worry."
    yield Sighting(case.me, (draft.id,), says, reword=reword, span=span)
