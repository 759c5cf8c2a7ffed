"""A referral stands alone.

Looks for
    a commitment to someone (a stake, an agreement, money promised) that rests on a referral, with no reference asked
    and no claim checked.

Why it matters
    A referral tells that somebody likes them. Structured questions to prior partners predict later performance
    [taylor-2004], and several sources do so better than one [hedricks-2013]. So a referral opens the door to due
    diligence and never closes it.

Do instead
    Thank the person who referred them and ask for one past client or partner to speak to; then check one claim that
    matters for this work.

Limits
    It sees references and checks that were written down. It is silent where your own record with them is long.

Example
    2026-01-05 vouch v1 by=priya about=lena closeness=5 matter=prose | Nobody hears rhythm like her

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import checks_on, commitments, known_well, references_on, vouches_for
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("N101", stance="gap", severity="advice")
def referral_alone(case: Case) -> Iterator[Sighting]:
    """Report a commitment that rests on a referral and nothing else."""
    vouches, bound = vouches_for(case), commitments(case)
    if vouches and bound and not (references_on(case) or checks_on(case) or known_well(case)):
        vouch, latest = vouches[0], bound[-1]
        said = quoted(vouch.words, "the referral")
        says = f"{said}, from {case.name(vouch.by)}, is all that stands behind {latest.told()}: no reference, no check"
        yield Sighting(case.me, (latest.id, vouch.id), says)
