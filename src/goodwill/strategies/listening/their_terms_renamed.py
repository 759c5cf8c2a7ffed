"""The draft calls a thing by another name than they do.

Looks for
    a thing from a short list of pairs (invoice and bill, deposit and down payment, milestone and stage) that they
    named in two or more messages of the last 60 days, always the one way, and the draft names only the other way.

Why it matters
    Shared attributes go with trust over 25 studies [lu-2017], and writers overrate how well they are understood
    [kruger-2005]. Two names for one thing are two things to a reader; that is our inference.

Do instead
    Use their word for it.

Limits
    A short list of trade words, no more. It is no advice to copy how they write: noticed mimicry lowers trust
    [wessler-2023].

Example
    2026-01-10 message m1 by=alan to=me | The deposit is due before we start.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.case.vocabulary import renamed
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("L908", stance="gap", severity="info")
def their_terms_renamed(case: Case) -> Iterator[Sighting]:
    """Report each thing a draft calls otherwise than they do."""
    for found in renamed(case):
        says = f'they write "{found.theirs}"; the draft writes {quoted(found.passage.words, "another word")}'
        ids = (case.draft, found.message.id)
        yield Sighting(case.me, ids, says, reword=found.theirs, span=found.passage.span)
