"""A safeguard came after the incident.

Looks for
    a safeguard of the last 30 days that was announced only after something had gone wrong or been signed.

Why it matters
    Withdrawing trust is answered more harshly than not yet giving it, and those who withdraw do not foresee that
    [bohnet-2005]. The same safeguard, said early as a habit, offends nobody.

Do instead
    Say why it comes now and that it is meant for both: "I should have proposed this at the start; I do it with
    everyone from now on." Then put the next one before the work.

Limits
    It reads "after" as you noted it. After 30 days it falls silent, since nothing is gained by repeating it.

Example
    2026-01-05 safeguard g1 with=lena type=document announced=after | The contract, with dates

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 30


@rule("D301", stance="risk", severity="advice")
def safeguard_after_incident(case: Case) -> Iterator[Sighting]:
    """Report each recent safeguard announced only afterwards."""
    for guard in case.safeguards:
        if guard.announced == "after" and (case.today - guard.day).days <= RECENT:
            says = f"{guard.told()} was announced on {guard.day}, after and not before"
            yield Sighting(case.me, (guard.id,), says)
