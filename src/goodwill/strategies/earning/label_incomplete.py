"""A concession labelled in part.

Looks for
    a recorded concession of mine, of the last 60 days, whose label has some of its four parts but not the benefit to
    them or not its limit.

Why it matters
    Naming only the cost is weak, since people answer to what they gain; and without a limit a favour becomes the
    terms [malhotra-2006].

Do instead
    Add the missing part in your next message: what it gives them, and how often or until when you can do it.

Limits
    It reads the label as recorded. It does not ask the other side for theirs.

Example
    2026-01-05 concession c1 by=me to=alan cost="an hour a day" | we come twice a day now

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import said
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS_BACK = 60
NEEDED = ("benefit", "limit")


@rule("E102", stance="gap", severity="info")
def label_incomplete(case: Case) -> Iterator[Sighting]:
    """Report each recent concession of mine whose label lacks its benefit or its limit."""
    drafted = {reading.id for reading in said(case.drafted, "concession")}
    for concession in (c for c in case.concessions if c.id not in drafted):
        missing = [part for part in NEEDED if part not in concession.labels]
        recent = (case.today - concession.day).days <= DAYS_BACK
        if concession.by == case.me and concession.labels and missing and recent:
            says = f"{quoted(concession.words)}: {', '.join(concession.labels)} said, not its {' or '.join(missing)}"
            yield Sighting(concession.by, (concession.id,), says, deal=concession.deal)
