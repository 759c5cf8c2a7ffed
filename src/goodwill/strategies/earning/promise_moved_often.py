"""A promise whose day was moved more than once.

Looks for
    an open promise of either side whose day was moved at least twice.

Why it matters
    A day moved once is planning; moved again it says that nobody knows the day. A smaller step with a sure day
    coordinates better than a large one without [ye-2020].

Do instead
    Yours: offer a smaller part on a day you would bet on, instead of a third day for the whole.

    Theirs: ask for the part that is ready, and agree the rest when it has come.

Limits
    It counts moves, whoever asked for them.

Example
    2026-03-02 promise p1 by=lena to=me due=2026-03-06 | chapter seven
    2026-03-05 renegotiated r1 of=p1 due=2026-03-13 asked=before

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST = 2


@rule("E205", stance="risk", severity="advice")
def promise_moved_often(case: Case) -> Iterator[Sighting]:
    """Report each open promise that was moved twice or more."""
    for promise in case.promises:
        if promise.by in case.sides and promise.state == "open" and len(promise.moves) >= LEAST:
            moved = f"moved {len(promise.moves)} times, first {promise.first_due}, now {promise.due}"
            cites = (promise.id, *(move.id for move in promise.moves))
            yield Sighting(promise.by, cites, f"{quoted(promise.words)}: {moved}")
