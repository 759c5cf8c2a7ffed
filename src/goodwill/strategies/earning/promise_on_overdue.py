"""The draft promises again while a promise is overdue and goes unsaid.

Looks for
    a promise in a draft while a confirmed promise of yours to the same side is past its day, and the draft says
    nothing of it.

Why it matters
    A promise speeds repair only when acts follow [schweitzer-2006]; after a broken promise the workable remedy was
    an apology with an upgraded promise [schniter-2013].

Do instead
    Speak of the old promise first, with a new day for it. Then decide whether you can take on the new one.

Limits
    It compares words. A draft that speaks of the old promise in other words is not seen to do so.

Example
    2026-01-02 promise p1 by=me to=alan due=2026-01-10 | the signed order form
    2026-01-20 message draft by=me to=alan | I will send the menu by Friday.
"""

from collections.abc import Iterator

from goodwill.case.arrears import overdue_promises
from goodwill.case.case import Case
from goodwill.case.drafted import own_words, said
from goodwill.case.matter import shared
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule
from goodwill.findings.words import spoken_days


@rule("E905", stance="risk", severity="warning")
def promise_on_overdue(case: Case) -> Iterator[Sighting]:
    """Report a new promise in a draft that is silent about an overdue one."""
    made = said(case.drafted, "promise")
    draft = case.drafted
    if draft is None or not made or said(draft, "apology", "apology-responsibility"):
        return
    for old in overdue_promises(case):
        if not shared(own_words(draft), old.words):
            what = quoted(old.words, f"the promise of {old.made}")
            says = f"{quoted(made[0].words, 'a promise')} comes while {what}, due {old.due}, is open and unmentioned"
            first = spoken_days(f"First, {what} was due on {old.due} and is not done", case.today)
            reword = f"{first}; you will have it by ______. {made[0].words}"
            yield Sighting(case.me, (made[0].id, old.id), says, reword=reword)
