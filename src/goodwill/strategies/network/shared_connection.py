"""Somebody knows you both.

Looks for
    people who have a tie to you and a tie to the other side.

Why it matters
    A shared connection makes both sides answerable to somebody whose opinion they value. Shared attributes go with
    trust over many studies [lu-2017].

Do instead
    Mention them once, kindly, and ask whether you may speak to them. Remember that it runs both ways: what you do
    reaches them as well.

Limits
    It knows the ties that were written down, and referrals and references as ties. A shared friend is no check of any
    claim.

Example
    2026-01-05 tie t1 a=priya b=lena nature=family
    2026-01-05 tie t2 a=priya b=me nature=friend

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.ties import links
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

MOST_NAMED = 3


@rule("N201", stance="strength", severity="info")
def shared_connection(case: Case) -> Iterator[Sighting]:
    """Report those who know both sides, in one finding."""
    shared = case.shared[:MOST_NAMED]
    if shared:
        names = " and ".join(case.name(person) for person in shared)
        knows = "knows" if len(shared) == 1 else "know"
        says = f"{names} {knows} you and {case.name(case.party)}: what either of you does can reach them"
        yield Sighting(case.party, tuple(tie.id for tie in links(case.ties, case.party, shared)), says)
