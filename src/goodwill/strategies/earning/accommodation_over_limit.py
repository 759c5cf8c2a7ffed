"""A favour that was to be occasional has been used more often than was said.

Looks for
    an accommodation with a stated limit, such as once in 60 days, that was used more often within that time. Each
    time it was granted is a use, and so is each invoice paid late after it where the favour is about paying.

Why it matters
    People answer to the benefit they get and overlook what it cost the giver [malhotra-2006], so a favour that is
    not counted soon looks like the terms.

Do instead
    Yours: say that you have leaned on it before they do, name what it costs them, and offer a day you will keep.

    Theirs: say how often it has been, what it costs you, and what you can still do.

Limits
    It counts only what was recorded, against the limit in their words. A favour without a limit is not judged here.

Example
    2026-01-05 accommodation a1 by=alan to=me matter=late-payment limit=1/60d | just this once
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("E104", stance="risk", severity="warning")
def accommodation_over_limit(case: Case) -> Iterator[Sighting]:
    """Report each favour of either side that was used more often than its limit; the act is that of who used it."""
    for favour in case.accommodations:
        if favour.by in case.sides and favour.over(case.today):
            used = favour.used(case.today)
            times = f"{counted(len(used), 'use')} in {favour.within} days, {favour.times} was said"
            says = f"{favour.matter}: {times}: {quoted(favour.words)}"
            yield Sighting(case.other(favour.by), (favour.id, *reversed(used)), says)
