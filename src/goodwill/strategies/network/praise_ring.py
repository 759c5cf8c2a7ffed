"""Praise that runs in a ring.

Looks for
    referrals and good ratings about someone which all come from people whom they praise in turn.

Why it matters
    Ratings earn belief because the rater has nothing to gain [resnick-2006]; references from several sources that do
    not depend on each other tell more [hedricks-2013].

Do instead
    Ask one person outside that circle, and ask about one piece of work, its day and its outcome.

Limits
    Friends who truly respect each other look the same. It says where the praise comes from, not that it is wrong, and
    one voice from outside the ring silences it.

Example
    2026-01-05 vouch v1 by=ilse about=tomas
    2026-01-06 vouch v2 by=tomas about=ilse

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.ties import praises
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("N303", stance="gap", severity="advice")
def praise_ring(case: Case) -> Iterator[Sighting]:
    """Report praise about the counterparty that comes only from those it praises."""
    given = {p.about: p for p in praises(case.book) if p.by == case.party and p.about != case.me}
    heard = {p.by: p for p in praises(case.book) if p.about == case.party and p.by not in case.sides}
    if heard and heard.keys() <= given.keys():
        names = " and ".join(case.name(person) for person in heard)
        cites = tuple(x.id for person in heard for x in (heard[person], given[person]))
        yield Sighting(case.party, cites, f"{names} praised {case.name(case.party)}, who praised them in turn")
