"""A slip at the very beginning.

Looks for
    a promise that was broken or missed its day within 30 days of the first dealings, in the first half year, with no
    apology or amends since.

Why it matters
    A breach at the very start has a lasting effect, while later ones heal faster [lount-2008].

Do instead
    If it was yours, repair it now and in full: say it was yours, put it right, and name one small next day you will
    surely keep. If it was theirs, tell them once what it meant for you, and give the next step a smaller size.

Limits
    It counts from the first message, talk, promise, bill or offer in the book; you may have met before. A slip is a
    fact about a day, not about a person.

Example
    2026-01-05 promise p1 by=tomas to=me due=2026-01-12 | The drawing by Monday

"""

from collections.abc import Iterator
from datetime import timedelta

from goodwill.case.case import Case
from goodwill.case.deadlines import slips
from goodwill.case.quoting import counted, quoted
from goodwill.case.said_done import said_done
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

EARLY = timedelta(days=30)
SPEAKS_FOR = timedelta(days=180)


@rule("R103", stance="risk", severity="advice")
def early_slip(case: Case) -> Iterator[Sighting]:
    """Report each promise that slipped in the first month and was not repaired."""
    if case.since is None or case.today > case.since + SPEAKS_FOR:
        return
    for promise, day in slips(case.promises, case.today):
        repaired = case.book.citing(promise.id, "apology", "amends")
        if said_done(promise, case.sent):
            continue
        if promise.by in case.sides and day <= case.since + EARLY and not repaired:
            said = quoted(promise.words, f"the promise of {promise.made}")
            after = counted((day - case.since).days, "day")
            says = f"{said} slipped on {day}, {after} after you first dealt with each other"
            cites = dict.fromkeys((promise.id, promise.ended_by or promise.id))
            yield Sighting(promise.by, tuple(cites), says)
