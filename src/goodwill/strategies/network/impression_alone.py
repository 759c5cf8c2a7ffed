"""An impression, and no fact.

Looks for
    meetings and warm words about someone to whom something is committed, with no claim checked and no independent
    reference.

Why it matters
    A talk raises rapport and trusting plans [morris-2002], which is good for the talk; how somebody keeps their days
    is told by structured questions to those who saw it [taylor-2004]. Politeness is no evidence of it [niculae-2015].

Do instead
    Keep the impression, and write it on its own line. Beside it put one fact you can check this week, and check it.

Limits
    It reads a warm impression from an open default, a high pulse or thanks of yours, and needs a talk on record. It is
    silent where your own record with them is long.

Example
    2026-01-05 talk t1 with=lena channel=video minutes=60 purpose=rapport | Seal, rope, rain
    2026-01-06 default d1 about=lena level=open | I just like her

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import checks_on, commitments, known_well, references_on
from goodwill.case.impressions import impressions
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("N302", stance="gap", severity="advice")
def impression_alone(case: Case) -> Iterator[Sighting]:
    """Report a commitment that rests on talks and warm words, without one checked fact."""
    warm, bound = impressions(case.book, case.me), commitments(case)
    fact = checks_on(case) or any(ref.independent() for ref in references_on(case)) or known_well(case)
    if case.talks and warm and bound and not fact:
        talk = case.talks[-1]
        says = f"{warm[-1].told()}, with a talk on {talk.day}, and no fact about {case.name(case.party)} is checked"
        yield Sighting(case.me, (warm[-1].id, talk.id, bound[-1].id), says)
