"""A deal laid open: what each option is worth to both sides, what was offered, and what would be better for both."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import numpy as np

from goodwill.brief.deal_gaps import missing, to_ask
from goodwill.case.bargaining import Bargain, Issue, bargain, left_on, signed_or_newest, terms_of
from goodwill.case.case import Case
from goodwill.case.deals import Offer
from goodwill.measures.bargaining_points import bargaining_points
from goodwill.measures.frontier import Frontier, frontier

MOST_NEAREST = 2
SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


@dataclass(frozen=True, slots=True)
class Terms:
    """One possible deal: the option of each issue, and what it is worth to either side."""

    options: dict[str, str]
    mine: float
    theirs: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something offered, signed or left: what its terms are worth, and the issues of which it names no option.

    A worth is None where a point is not known.
    """

    offer: Offer
    by: str
    mine: float | None
    theirs: float | None
    unsaid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Better:
    """What could be better than terms on the table: how many points of the frontier are better for both, how many for
    one and as good for the other, and the nearest of the first, else of the second.
    """

    proposal: Proposal
    for_both: int
    for_one: int
    nearest: tuple[Terms, ...]


@dataclass(frozen=True, slots=True)
class Dealing:
    """One deal on one day. `size`, `outcomes`: of the frontier, 0 where it cannot be known; `acceptable`: how many of
    its points leave no side worse than no deal; `solutions`: the four points by name.
    """

    name: str
    as_of: date
    bargain: Bargain
    proposals: tuple[Proposal, ...]
    better: Better | None
    size: int
    outcomes: int
    acceptable: int | None
    solutions: dict[str, tuple[Terms, ...]]
    missing: tuple[str, ...]
    ask: tuple[str, ...]
    left: date | None


def dealing(case: Case, deal: str, party: str) -> Dealing:
    """Lay one deal with one other side open; nothing is worked out from points that nobody wrote down."""
    told = bargain(case.book, deal, case.me, party)
    name = case.name(party) if party else "the other side"
    gaps = missing(told)
    found, trouble = _frontier(told.issues)
    proposals = tuple(_proposal(offer, told.issues, case.name(offer.by)) for offer in told.offers)
    picked = _solutions(told, found) if found else {}
    acceptable = _acceptable(told, found) if found else None
    return Dealing(
        name=name,
        as_of=case.today,
        bargain=told,
        proposals=proposals,
        better=_better(told, found, proposals) if found else None,
        size=len(found) if found else 0,
        outcomes=found.outcomes if found else 0,
        acceptable=acceptable,
        solutions=picked,
        missing=(*gaps, *trouble),
        ask=to_ask(told, name),
        left=left_on(told.offers),
    )


def _frontier(issues: tuple[Issue, ...]) -> tuple[Frontier | None, tuple[str, ...]]:
    """Build the frontier where every point is known; else give none, and why where that is not a gap."""
    sides = [(issue.mine, issue.theirs) for issue in issues]
    mine, theirs = ([[p for p in pair[n] if p is not None] for pair in sides] for n in (0, 1))
    whole = [len(issue.options) for issue in issues]
    if not all(whole) or [*map(len, mine)] != whole or [*map(len, theirs)] != whole or not issues:
        return None, ()
    try:
        return frontier(mine, theirs), ()
    except ValueError as trouble:
        return None, (str(trouble),)


def _proposal(offer: Offer, issues: tuple[Issue, ...], by: str) -> Proposal:
    places = terms_of(offer, issues)
    unsaid = tuple(issue.name for issue, place in zip(issues, places, strict=True) if place is None)
    told = [(issue, place) for issue, place in zip(issues, places, strict=True) if place is not None]
    mine, theirs = _total([i.mine[n] for i, n in told]), _total([i.theirs[n] for i, n in told])
    return Proposal(offer, by, mine, theirs, unsaid)


def _total(points: list[float | None]) -> float | None:
    """Add points as the decimals they were written as; without any, or with one unknown, there is no total."""
    known = [Fraction(repr(one)) for one in points if one is not None]
    return float(sum(known)) if known and len(known) == len(points) else None


def _terms(told: Bargain, found: Frontier, at: int) -> Terms:
    options = {issue.name: issue.options[n] for issue, n in zip(told.issues, found.options[at], strict=True)}
    return Terms(options, float(found.own[at]), float(found.theirs[at]))


def _solutions(told: Bargain, found: Frontier) -> dict[str, tuple[Terms, ...]]:
    """Give the four points with the terms that reach them; none where a reservation value is not known."""
    if told.my_reservation is None or told.their_reservation is None:
        return {}
    points = bargaining_points(found.own, found.theirs, told.my_reservation, told.their_reservation)
    return {name: tuple(_terms(told, found, at) for at in getattr(points, name)) for name in SOLUTIONS}


def _acceptable(told: Bargain, found: Frontier) -> int | None:
    if told.my_reservation is None or told.their_reservation is None:
        return None
    return int(np.sum((found.own >= told.my_reservation) & (found.theirs >= told.their_reservation)))


def _better(told: Bargain, found: Frontier, proposals: tuple[Proposal, ...]) -> Better | None:
    """Set the signed or newest terms beside the frontier; terms that leave an issue open cannot be."""
    newest = signed_or_newest(told.offers)
    proposal = next((p for p in proposals if p.offer == newest and not p.unsaid), None)
    if proposal is None or proposal.mine is None or proposal.theirs is None:
        return None
    own, theirs = found.own - proposal.mine, found.theirs - proposal.theirs
    both = np.flatnonzero((own > 0) & (theirs > 0))
    one = np.flatnonzero((own >= 0) & (theirs >= 0) & (own + theirs > 0))
    places = np.array(terms_of(proposal.offer, told.issues))
    changed = (found.options != places).sum(1)
    among = both if both.size else one
    ranked = sorted(among.tolist(), key=lambda at: (changed[at], -min(own[at], theirs[at]), at))
    nearest = tuple(_terms(told, found, at) for at in ranked[:MOST_NEAREST])
    return Better(proposal, both.size, one.size - both.size, nearest)
