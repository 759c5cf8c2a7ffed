"""A favour without a limit.

Looks for
    an accommodation of either side for which nobody said how often it can be done.

Why it matters
    A favour that can only be occasional, and is not said to be, is soon taken for the terms; then ending it looks
    like a breach [malhotra-2006].

Do instead
    Yours: say how often you can do it, for instance once in two months, and that it is meant as goodwill.

    Theirs: ask how often you may lean on it, so that you do not have to guess.

Limits
    It reads the recorded limit. A limit in other words, such as "now and then", is not one that can be counted.

Example
    2026-01-05 accommodation a1 by=alan to=me matter=late-payment | let it run this time

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("E105", stance="gap", severity="advice")
def accommodation_unlimited(case: Case) -> Iterator[Sighting]:
    """Report each favour of either side whose limit nobody named."""
    for favour in case.accommodations:
        if favour.by in case.sides and favour.times is None:
            says = f"{favour.matter}: {quoted(favour.words)} on {favour.day}, and nobody said how often"
            yield Sighting(favour.by, (favour.id,), says)
