"""A promise was broken.

Looks for
    a promise of either side that was recorded as broken in the last 180 days and was not followed by amends or an
    apology.

Why it matters
    Broken promises are common, and an apology with a better promise is a workable remedy [schniter-2013]; nothing
    said is not.

Do instead
    Yours: take responsibility in one sentence, say how you will put it right and by which day.

    Theirs: ask what happened before you decide what it means, and say what would put it right.

Limits
    Only a person's word or a record makes a promise broken; lateness alone does not.

Example
    2026-03-02 promise p1 by=alan to=me due=2026-03-06 | the crates
    2026-03-09 broken b1 of=p1 | sold to someone else

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS_BACK = 180


@rule("E203", stance="risk", severity="warning")
def promise_broken(case: Case) -> Iterator[Sighting]:
    """Report each promise broken of late and not repaired."""
    for promise in case.promises:
        if promise.by in case.sides and promise.state == "broken" and promise.ended is not None:
            recent = (case.today - promise.ended).days <= DAYS_BACK
            if recent and not case.book.citing(promise.id, "apology", "amends"):
                says = f"{quoted(promise.words)} was broken on {promise.ended}"
                yield Sighting(promise.by, (promise.id, promise.ended_by), says)
