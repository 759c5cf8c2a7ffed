"""The draft grants once more what was meant to be occasional.

Looks for
    a concession in a draft to somebody to whom you granted a favour in the last year, labelled in some way but with
    nothing that says how far or how often it goes.

Why it matters
    An accommodation that can only be occasional has to be labelled with its limit, or it becomes the custom; label
    a concession and define what is asked in return [malhotra-2006].

Do instead
    Say how often it can be: "once more, until the end of March".

Limits
    It takes any favour on record as the reason to ask for a limit, also one in another matter.

Example
    2026-01-05 accommodation a1 by=me to=dana matter=late-payment | take your time
    2026-01-20 message draft by=me to=dana | We can give you another week.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import gives_reason, said
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

A_YEAR = 365


@rule("E903", stance="gap", severity="advice")
def limit_unsaid(case: Case) -> Iterator[Sighting]:
    """Report a concession of a draft without a limit, where a favour was granted before."""
    given = said(case.drafted, "concession")
    before = [a for a in case.accommodations if a.by == case.me and (case.today - a.uses[-1][1]).days <= A_YEAR]
    labelled = said(case.drafted, "label-cost", "label-benefit", "label-goodwill") or gives_reason(case.drafted)
    if given and before and labelled and not said(case.drafted, "label-limit"):
        words = given[0].words
        earlier = quoted(before[-1].words, f"the favour of {before[-1].day}")
        says = f"{quoted(words, 'a concession')} has no limit, after {earlier} on {before[-1].day}"
        yield Sighting(case.me, (given[0].id, before[-1].id), says, reword=f"{words}, just this once, until ______")
