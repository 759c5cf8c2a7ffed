"""Something is at stake and no baseline of trust was set.

Looks for
    an open stake with someone about whom no default of trust was ever written down.

Why it matters
    Without a baseline, a good lunch or a bad Monday sets it. Starting high is not neutral either: taking trust back is
    answered more harshly than not yet giving it, and people do not foresee that [bohnet-2005].

Do instead
    Write one line before the work begins: low, guarded or open, up to which amount, and why. Say the rule aloud as
    your usual way, so that nobody has to guess.

Limits
    It asks for a baseline, not for a low one. It does not know what is at stake unless you noted it.

Example
    2026-01-05 stake s1 with=lena amount=9000 currency=EUR until=2026-06-30 | The advance

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("D101", stance="gap", severity="advice")
def default_undeclared(case: Case) -> Iterator[Sighting]:
    """Report the newest open stake where no default of trust was declared."""
    if case.stakes and not case.defaults:
        stake = case.stakes[-1]
        says = f"{stake.told()} is at stake, and no default of trust about {case.name(case.party)} is written down"
        yield Sighting(case.me, (stake.id,), says)
