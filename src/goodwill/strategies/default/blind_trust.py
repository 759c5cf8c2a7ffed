"""Open trust with something at stake and nothing to cover it.

Looks for
    an open stake, a default of trust that is open, and no safeguard with them; louder where nothing was checked
    either.

Why it matters
    With full trust as the default people trust more and are repaid with less [bohnet-2005]. Vetting tells how they
    were with others; a safeguard helps on the day when circumstances change.

Do instead
    Keep the warmth and add one ordinary safeguard: a written who-does-what, a first milestone, or a second opinion.
    Say it as your usual way with everyone, and say it now, before anything has happened.

Limits
    It does not say that they will let you down. It sees the default and the safeguards that were written down.

Example
    2026-01-05 stake s1 with=lena amount=9000 currency=EUR until=2026-06-30 | The advance
    2026-01-05 default d1 about=lena level=open | I just like her

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import checks_on, references_on
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("D103", stance="risk", severity="warning")
def blind_trust(case: Case) -> Iterator[Sighting]:
    """Report an open default with a stake that nothing covers."""
    if not (case.stakes and case.defaults) or case.defaults[-1].level != "open" or case.safeguards:
        return
    vetted = checks_on(case) or any(ref.independent() for ref in references_on(case))
    seen = "checked, but not covered by any safeguard" if vetted else "nothing checked and nothing covered"
    newest, stake = case.defaults[-1], case.stakes[-1]
    says = f"{newest.told()}, and {stake.told()} is at stake: {seen}"
    yield Sighting(case.me, (newest.id, stake.id), says, severity="advice" if vetted else "")
