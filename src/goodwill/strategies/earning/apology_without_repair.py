"""The draft takes responsibility and offers no repair.

Looks for
    an apology in a draft that takes responsibility for something open and neither offers to put it right nor
    promises an act.

Why it matters
    After responsibility the offer of repair weighs most [lewicki-2016], and amends beat words [bottom-2002].

Do instead
    Say what you will do about it and by when, before anything else.

Limits
    An offer of repair in unusual words is not seen. Sometimes nothing can be repaired; then say so.

Example
    2026-01-02 invoice i1 by=alan to=me amount=380 due=2026-01-10
    2026-01-20 message draft by=me to=alan | I'm sorry. It was my mistake.
"""

import re
from collections.abc import Iterator

from goodwill.case.arrears import harms
from goodwill.case.case import Case
from goodwill.case.drafted import names_day, own_words, said
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_SETTLES = re.compile(r"\b(?:will|goes|go|going|paying|transferr?\w*|arrives?|comes?|leaves?)\b|'ll\b", re.I)
_SENTENCE = re.compile(r"[^.!?\n]+")


@rule("E908", stance="gap", severity="advice")
def apology_without_repair(case: Case) -> Iterator[Sighting]:
    """Report an apology of a draft that takes responsibility and offers nothing."""
    owned = said(case.drafted, "apology-responsibility")
    harm = next(harms(case), None)
    if owned and harm and not said(case.drafted, "apology-repair", "promise", "offer") and not _dated_act(case):
        says = f"{quoted(owned[0].words, 'the apology')} offers nothing for {harm[1]}"
        reword = f"{owned[0].words}. To put it right I will ______ by ______"
        yield Sighting(case.me, (owned[0].id, harm[0]), says, reword=reword)


def _dated_act(case: Case) -> bool:
    """Say whether a sentence of the draft names a day for an act, in words no reader knows as a promise."""
    words = own_words(case.drafted) if case.drafted else ""
    return any(_SETTLES.search(one) and names_day(one) for one in _SENTENCE.findall(words))
