"""The draft asks for a favour that is already spent.

Looks for
    a request in a draft for time to pay, or in the matter of a favour of theirs, when that favour was already used
    as often as they said.

Why it matters
    A favour that is occasional only and becomes the custom is a cost they did not agree to; people overlook what it
    costs the giver [malhotra-2006]. A run of acts that keep to what was said restores trust [schweitzer-2006].

Do instead
    Say that you know the limit and that it is reached. Offer something for it, or find another way.

Limits
    It needs the limit on record. Whether they would gladly grant it again it cannot know.

Example
    2026-01-05 accommodation a1 by=alan to=me matter=late-payment limit=1/60d | just this once
    2026-01-20 message draft by=me to=alan | Could I pay next week instead?
"""

import re
from collections.abc import Iterator

from goodwill.case.arrears import asks_for_time, favours_spent
from goodwill.case.case import Case
from goodwill.case.drafted import said
from goodwill.case.matter import shared
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_MONEY = re.compile(r"\b(?:pay|settle|invoice|bill|rent|money|transfer|account)\b", re.I)
_MORE_TIME = re.compile(
    r"\b(?:later|wait|extra (?:week|month|time)|more time|instal?ments|(?:until|till|in|on|by|at) (?:the )?"
    r"(?:end of|next|\d{1,2}|january|february|march|april|may|june|july|august|september|october|november|december))",
    re.I,
)


@rule("E914", stance="risk", severity="warning")
def favour_asked_again(case: Case) -> Iterator[Sighting]:
    """Report a request of a draft for a favour used as often as was said."""
    for favour in favours_spent(case):
        for ask in said(case.drafted, "request", "question"):
            paying = "pay" in favour.matter or "late" in favour.matter
            later = asks_for_time(ask.words) or (_MONEY.search(ask.words) and _MORE_TIME.search(ask.words))
            if shared(ask.words, favour.matter.replace("-", " ")) or (paying and later):
                used = len(favour.used(case.today))
                what = quoted(favour.words, f"the favour of {favour.day}")
                says = f"{quoted(ask.words, 'the request')} asks again for {what}: {favour.times} said, {used} used"
                reword = f"You said {what}, and we have used it. What I can offer for one more time is ______"
                yield Sighting(case.me, (ask.id, favour.id), says, reword=reword)
                return
