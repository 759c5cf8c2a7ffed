"""The draft gives something away without saying so.

Looks for
    a concession in a draft with nothing beside it that says what it costs, what it gives them, how far it goes or
    that it is goodwill.

Why it matters
    A concession that is not labelled is easily overlooked and not returned [malhotra-2006].

Do instead
    Say in one sentence what it gives them, what it costs you and how long it holds. Leave out what is not true.

Limits
    It sees concessions in plain words. What both of you know already needs no label.

Example
    2026-01-20 message draft by=me to=alan | We can come down to 110.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import said
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LABELS = ("label-cost", "label-benefit", "label-limit", "label-goodwill", "label-condition")


@rule("E901", stance="gap", severity="advice")
def concession_unlabelled(case: Case) -> Iterator[Sighting]:
    """Report the first concession of a draft that carries no label at all."""
    given = said(case.drafted, "concession")
    if given and not said(case.drafted, *LABELS):
        words = given[0].words
        reword = f"{words}. It gives you ______ and costs us ______, and it holds until ______"
        yield Sighting(
            case.me, (given[0].id,), f"{quoted(words, 'a concession')} stands without a label", reword=reword
        )
