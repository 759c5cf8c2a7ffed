"""What packages to offer shall be worth to me, and which terms of mine their cost is counted from."""

from dataclasses import dataclass

import numpy as np

from goodwill.brief.dealing import Dealing, Proposal
from goodwill.brief.their_side import TheirSide
from goodwill.case.bargaining import named, terms_of
from goodwill.measures.bargaining_points import bargaining_points
from goodwill.measures.frontier import frontier
from goodwill.measures.packages import rounded
from goodwill.measures.priorities import Floats


@dataclass(frozen=True, slots=True)
class Held:
    """The terms of mine that a cost is counted from: my newest offer, else the best for me that they left open."""

    terms: dict[str, str]
    worth: float
    offer: Proposal | None


def held(told: Dealing, mine: list[Floats], side: TheirSide) -> Held:
    """Give the terms I hold; an offer that leaves an issue open does not count."""
    issues = told.bargain.issues
    offers = [p for p in told.proposals if p.offer.kind == "offer" and p.offer.by != told.bargain.party]
    newest = offers[-1] if offers else None
    if newest and not newest.unsaid and newest.mine is not None:
        places = [n or 0 for n in terms_of(newest.offer, issues)]
    else:
        newest, places = None, [int(kept[one[kept].argmax()]) for one, kept in zip(mine, side.open, strict=True)]
    terms = {issue.name: issue.options[n] for issue, n in zip(issues, places, strict=True)}
    return Held(terms, float(sum(one[n] for one, n in zip(mine, places, strict=True))), newest)


def aimed(told: Dealing, mine: list[Floats], side: TheirSide, beside: Held) -> tuple[float, str]:
    """Say what the packages shall be worth to me, and why."""
    floor = told.bargain.my_reservation
    theirs = [p.mine for p in told.proposals if p.offer.by == told.bargain.party and p.offer.kind == "offer"
              and not p.unsaid and p.mine is not None]  # fmt: skip
    left = _left(told, mine, side, beside)
    if beside.offer and (floor is None or left >= floor):
        aim, why = left, "as much as your last offer"
        if left < beside.worth:
            why = "as much as your last offer with what they said no to taken out of it"
    else:
        aim, why = _fair(told, mine, side), "the largest product of the two gains, as far as theirs can be told"
    if theirs and theirs[-1] > aim:
        return theirs[-1], "as much as their last offer, which is worth more to you than that"
    return aim, why


def _left(told: Dealing, mine: list[Floats], side: TheirSide, beside: Held) -> float:
    """Give what the terms I hold are worth to me where what they said no to gives way to what is next best for me."""
    places = [
        [named(option) for option in issue.options].index(named(beside.terms[issue.name]))
        for issue in told.bargain.issues
    ]
    worth = [
        one[at] if at in kept else _next_best(one[kept], one[at])
        for one, kept, at in zip(mine, side.open, places, strict=True)
    ]
    return float(sum(worth))


def _next_best(left: Floats, held: float) -> float:
    """Give the best of what is left that is worth no more than what I held; else the least of it."""
    within = left[left <= held]
    return float(within.max() if within.size else left.min())


def _fair(told: Dealing, mine: list[Floats], side: TheirSide) -> float:
    """Give my worth at the Nash point of the expected frontier; without reservation values, over the worst deal."""
    left = [one[kept] for one, kept in zip(mine, side.open, strict=True)]
    theirs_left = [one[kept] for one, kept in zip(side.imagined.mean(), side.open, strict=True)]
    found = frontier([one.tolist() for one in left], rounded(theirs_left))
    floor = told.bargain.my_reservation
    own_floor = sum(float(one.min()) for one in mine) if floor is None else floor
    theirs = told.bargain.their_reservation
    their_floor = theirs - side.base if theirs is not None and side.unit == "points" else 0.0
    points = bargaining_points(found.own, found.theirs, own_floor, their_floor)
    return float(found.own[points.nash[0]]) if points.nash else max(own_floor, float(np.median(found.own)))
