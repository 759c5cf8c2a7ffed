"""The draft apologises for a second opinion.

Looks for
    a second opinion asked for in a draft with an apology beside it: "sorry", "I hope you don't mind", "no offence".

Why it matters
    Caution announced as a habit costs little, trust withdrawn late is punished [bohnet-2005]. A second opinion
    often refined what was said first, in a selected sample with no follow-up on who was right [vansuch-2017]; there
    is nothing to be forgiven.

Do instead
    Say it as your way of deciding, without an apology, and ask what you should take along.

Limits
    Words only; it gives no advice on any treatment.

Example
    2026-01-20 message draft by=me to=osei | I'm sorry, but I would like a second opinion.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.caution import SECOND_OPINION, SORRY_CAUTION
from goodwill.case.drafted import own_words, sentence, told
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("D905", stance="risk", severity="advice")
def second_opinion_excused(case: Case) -> Iterator[Sighting]:
    """Report a second opinion of a draft that is apologised for."""
    draft = case.drafted
    found = next(told(draft, SORRY_CAUTION, "caution-excused"), None)
    if draft is not None and found is not None and SECOND_OPINION.search(own_words(draft)):
        says = f"{quoted(found.words, 'the wording')} apologises for an ordinary step"
        reword = "Before I decide I would like a second opinion. It is how I decide, and no comment on your advice."
        span = sentence(draft, found.start, found.end, mark=True).span
        yield Sighting(case.me, (draft.id,), says, reword=reword, span=span)
