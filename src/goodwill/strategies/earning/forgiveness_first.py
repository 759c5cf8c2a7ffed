"""The draft asks to be forgiven before it offers anything.

Looks for
    a request for forgiveness in a draft with no responsibility and no repair before it.

Why it matters
    Asking forgiveness weighed least of the six parts of an apology, responsibility and repair most [lewicki-2016].

Do instead
    Say what was yours and what you will do about it. Leave the asking out, or put it last.

Limits
    It reads plain requests for forgiveness. Between friends the order may not matter.

Example
    2026-01-20 message draft by=me to=alan | Please forgive me.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import said
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("E909", stance="risk", severity="advice")
def forgiveness_first(case: Case) -> Iterator[Sighting]:
    """Report a request for forgiveness with nothing before it."""
    asked = next(iter(said(case.drafted, "apology-forgiveness")), None)
    offered = said(case.drafted, "apology-responsibility", "apology-repair", "promise")
    if asked and not any(part.start < asked.start for part in offered):
        says = f"{quoted(asked.words, 'forgiveness')} is asked before anything is offered"
        yield Sighting(case.me, (asked.id,), says, reword="It was my responsibility. I will ______ by ______")
