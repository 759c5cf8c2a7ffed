"""The draft says what it costs you and not what it gives them.

Looks for
    a concession in a draft with its cost named, and no benefit to them.

Why it matters
    People answer to the benefit they get and overlook what it cost the giver [malhotra-2006]: a cost alone is a
    weak label.

Do instead
    Put the benefit to them first and the cost second.

Limits
    A benefit said in unusual words is not seen. If there is none, leave the sentence out.

Example
    2026-01-20 message draft by=me to=alan | We can come down to 110. That means two weekends of work for us.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import said
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("E902", stance="gap", severity="info")
def label_without_benefit(case: Case) -> Iterator[Sighting]:
    """Report a cost beside a concession of a draft that names no benefit."""
    costs = said(case.drafted, "label-cost")
    if costs and said(case.drafted, "concession", "offer") and not said(case.drafted, "label-benefit"):
        words = costs[0].words
        says = f"{quoted(words, 'the cost')} names the cost; nothing names what it gives {case.name(case.party)}"
        yield Sighting(case.me, (costs[0].id,), says, reword=f"It gives you ______. {words}")
