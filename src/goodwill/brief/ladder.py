"""A staged deal: steps that grow as they are kept, from what has been kept so far to what is at stake."""

from dataclasses import dataclass

from goodwill.case.case import Case

GROWTH = 2.0
FIRST_SHARE = 0.1
MOST_RUNGS = 6


@dataclass(frozen=True, slots=True)
class Rung:
    """One step: its size, and when to go up or down from it."""

    amount: float
    currency: str
    promote: str
    demote: str


def ladder(case: Case) -> tuple[Rung, ...]:
    """Size the steps toward the largest open stake; without a stake that has an amount there is none.

    The first step is the largest invoice settled on its day between the two sides so far, or a tenth of the stake
    where nothing was, and never more than the stake. Each later step is at most twice the one before, which is the
    gradual raise of Ye, Zheng, Nikolov & Asher 2020; the factor two is ours.
    """
    stakes = [s for s in case.stakes if s.amount]
    if not stakes:
        return ()
    stake = max(stakes, key=lambda s: s.amount or 0.0)
    goal = stake.amount or 0.0
    kept = [b.amount for b in case.bills if b.settled and b.days_late(case.today) <= 0 and b.currency == stake.currency]
    first = min(goal, max([FIRST_SHARE * goal, *kept]))
    amounts = [first]
    while amounts[-1] < goal and len(amounts) < MOST_RUNGS:
        amounts.append(min(goal, GROWTH * amounts[-1]))
    return tuple(_rung(amount, stake.currency, last=amount >= goal) for amount in amounts)


def _rung(amount: float, currency: str, *, last: bool) -> Rung:
    up = "keep to this size" if last else "go up when it came by its day, or its day was moved beforehand"
    return Rung(round(amount, 2), currency, up, "go down one step when it came late without a word before its day")
