"""A stake that nothing covers.

Looks for
    an open stake with someone, while no safeguard with them is on record and trust was not declared open.

Why it matters
    A written who-does-what raises belief in each other's competence and keeps relations going; clauses that only
    control lower goodwill [malhotra-2011]. So cover the stake early, and with coordination first.

Do instead
    Propose one thing that helps both of you: a shared page of who does what by when, or payment in stages. Offer it
    as the way you always work. Where no money is at stake: a second opinion, what was said in writing, or a day on
    which you both look again.

Limits
    It cannot tell how much cover is enough. One safeguard of any type silences it.

Example
    2026-01-05 stake s1 with=lena amount=9000 currency=EUR until=2026-06-30 | The advance

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

NO_MONEY = (
    "Propose one thing that covers it, as the way you always decide: a second opinion, what was said in writing, or a "
    "day on which you both look again."
)


@rule("D104", stance="gap", severity="advice")
def stake_uncovered(case: Case) -> Iterator[Sighting]:
    """Report the newest open stake where no safeguard is on record."""
    trusting = bool(case.defaults) and case.defaults[-1].level == "open"
    if case.stakes and not case.safeguards and not trusting:
        stake = case.stakes[-1]
        until = f" until {stake.until}" if stake.until else ""
        says = f"{stake.told()} is at stake{until}, and no safeguard covers it"
        yield Sighting(case.me, (stake.id,), says, do=NO_MONEY if stake.amount is None else "")
