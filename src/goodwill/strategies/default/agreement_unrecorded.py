"""Agreed, and not written down between you.

Looks for
    an agreement, or a business talk with promises, after which neither side wrote a message within three days and no
    document was made.

Why it matters
    Writing down who does what raises belief in each other's competence and keeps relations going [malhotra-2011];
    penalties can wait, for clauses that only control lower goodwill [chou-2011]. Fair people remember differently
    [babcock-1997].

Do instead
    Write four lines today: what we agreed, who does what, by which day, what is still open. End with "Is this how you
    remember it?"

Limits
    Any message between you in those three days counts as a recap, whatever it says; so does a document. After 30 days
    it is silent.

Example
    2026-01-05 agree a1 by=me to=tomas terms="price=300" | The garden wall for 300

"""

from collections.abc import Iterator
from datetime import timedelta

from goodwill.case.case import Case
from goodwill.case.deadlines import spoken_agreements
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS_TO_RECAP = 3
RECENT = 30


@rule("D502", stance="gap", severity="advice")
def agreement_unrecorded(case: Case) -> Iterator[Sighting]:
    """Report each recent agreement after which nothing was written."""
    papers = [guard.day for guard in case.safeguards if guard.type == "document"]
    written = [*papers, *(message.day for message in case.sent)]
    for spoken in spoken_agreements(case.book, case.promises):
        last = spoken.day + timedelta(days=DAYS_TO_RECAP)
        recent = last < case.today <= spoken.day + timedelta(days=RECENT)
        if recent and not any(spoken.day <= day <= last for day in written):
            says = f"{spoken.told()} on {spoken.day}, and nothing was written between you by {last}"
            yield Sighting(case.me, spoken.cites, says)
