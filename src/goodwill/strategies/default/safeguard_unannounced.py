"""A safeguard the other side does not know of.

Looks for
    a safeguard in place that was never announced to them.

Why it matters
    What is told early reads as a habit; what is found out later reads as distrust. Trust taken back is answered more
    harshly than trust not yet given [bohnet-2005].

Do instead
    Tell them in one sentence, with the reason that it is how you always decide, and what it does for them.

Limits
    A safeguard noted without saying when it was announced counts as not announced.

Example
    2026-01-05 safeguard g1 with=lena type=audit announced=no | I will have the first chapter read by somebody else

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("D302", stance="gap", severity="advice")
def safeguard_unannounced(case: Case) -> Iterator[Sighting]:
    """Report each safeguard that was not announced."""
    for guard in case.safeguards:
        if guard.announced == "no":
            says = f"{guard.told()} is in place, and {case.name(case.party)} was not told of it"
            yield Sighting(case.me, (guard.id,), says)
