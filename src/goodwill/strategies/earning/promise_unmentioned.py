"""A promise of yours is overdue and the draft does not say so.

Looks for
    a confirmed promise of yours to them that is past its day, and a draft that neither speaks of it nor makes a new
    one nor apologises.

Why it matters
    Trust comes back by a run of acts that match what was said [schweitzer-2006], and acknowledging beat denying
    [bottom-2002].

Do instead
    Say in the first lines that it is late, and name the day you are sure of.

Limits
    It compares words, so a mention in quite other words is not seen. A draft that makes a new promise is left to
    another rule.

Example
    2026-01-02 promise p1 by=me to=alan due=2026-01-10 | the signed order form
    2026-01-20 message draft by=me to=alan | Could you bring ten more crates?
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


@rule("E915", stance="risk", severity="advice")
def promise_unmentioned(case: Case) -> Iterator[Sighting]:
    """Report a draft that is silent about the oldest overdue promise."""
    draft = case.drafted
    if draft is None or said(draft, "promise", "apology", "apology-responsibility"):
        return
    silent = [p for p in overdue_promises(case) if not shared(own_words(draft), p.words)]
    if silent:
        first = min(silent, key=lambda promise: promise.due or case.today)
        what = quoted(first.words, f"the promise of {first.made}")
        says = f"{what} was due {first.due} and the draft does not mention it"
        reword = f"I said {what} by {first.due}, and it is not done. You will have it by ______."
        reword = spoken_days(reword, case.today)
        yield Sighting(case.me, (draft.id, first.id), says, reword=reword)
