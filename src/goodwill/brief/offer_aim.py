"""What packages to offer shall be worth to me, and which terms of mine their cost is counted from."""

import numpy as np

from goodwill.brief.dealing import Dealing, Proposal
from goodwill.brief.their_side import TheirSide
from goodwill.case.bargaining import terms_of
from goodwill.measures.bargaining_points import bargaining_points
from goodwill.measures.frontier import frontier
from goodwill.measures.packages import rounded
from goodwill.measures.priorities import Floats


def held(told: Dealing) -> Proposal | None:
    """Give my newest offer, where it names an option of every issue."""
    mine = [p for p in told.proposals if p.offer.kind == "offer" and p.offer.by != told.bargain.party]
    return mine[-1] if mine and not mine[-1].unsaid and mine[-1].mine is not None else None


def held_terms(told: Dealing, beside: Proposal | None, mine: list[Floats]) -> dict[str, str]:
    """Give the option of each issue that I hold: that of my last offer, else the one worth most to me."""
    issues = told.bargain.issues
    best = [int(one.argmax()) for one in mine]
    places = terms_of(beside.offer, issues) if beside else (None,) * len(issues)
    pairs = zip(issues, best, places, strict=True)
    return {issue.name: issue.options[top if place is None else place] for issue, top, place in pairs}


def aimed(told: Dealing, mine: list[Floats], side: TheirSide, beside: Proposal | None) -> tuple[float, str]:
    """Say what the packages shall be worth to me, and why."""
    floor = told.bargain.my_reservation
    theirs = [p.mine for p in told.proposals if p.offer.by == told.bargain.party and p.offer.kind == "offer"
              and not p.unsaid and p.mine is not None]  # fmt: skip
    if beside and beside.mine is not None and (floor is None or beside.mine >= floor):
        aim, why = beside.mine, "as much as your last offer"
    else:
        aim, why = _fair(told, mine, side), "the largest product of the two gains, as far as theirs can be told"
    if theirs and theirs[-1] > aim:
        return theirs[-1], "as much as their last offer, which is worth more to you than that"
    return aim, why


def _fair(told: Dealing, mine: list[Floats], side: TheirSide) -> float:
    """Give my worth at the Nash point of the expected frontier; without reservation values, over the worst deal."""
    found = frontier([one.tolist() for one in mine], rounded(side.imagined.mean()))
    floor = told.bargain.my_reservation
    own_floor = sum(float(one.min()) for one in mine) if floor is None else floor
    theirs = told.bargain.their_reservation
    their_floor = theirs - side.base if theirs is not None and side.unit == "points" else 0.0
    points = bargaining_points(found.own, found.theirs, own_floor, their_floor)
    return float(found.own[points.nash[0]]) if points.nash else max(own_floor, float(np.median(found.own)))
