"""Packages to offer: worth as much to me, likely worth much to them, with what each costs and the words for it."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from goodwill.brief.deal_gaps import missing_of_mine, to_ask_myself
from goodwill.brief.dealing import Dealing, Proposal, dealing
from goodwill.brief.offer_aim import Held, aimed, held
from goodwill.brief.offer_question import to_tell_apart
from goodwill.brief.offer_words import labelled, offered
from goodwill.brief.their_side import TheirSide, own_points, their_side
from goodwill.brief.wording.choose import first_name
from goodwill.case.bargaining import Bargain
from goodwill.case.case import Case
from goodwill.measures.packages import Packages, packages
from goodwill.measures.priorities import Floats

BANDS = (0.01, 0.025, 0.05)
MOST = 3
TINY = 0.01
NEAR = 0.05
LETTERS = "ABC"


@dataclass(frozen=True, slots=True)
class Package:
    """One package: its terms, what it is worth to me and costs me, and what it likely is worth to them, with its band.

    `cost`: beside the terms I hold now, or my best terms; `gain`: over no deal, None where that is not known; `liked`:
    the chance that it is the best of the packages for them; `short`: how far it may lie from the frontier; `label`
    names the concession in it, in words to send; `over`: the chance that it is better for them than no deal.
    """

    letter: str
    terms: dict[str, str]
    mine: float
    cost: float
    gain: float | None
    low: float
    theirs: float
    high: float
    liked: float
    short: float
    label: str
    over: float | None


@dataclass(frozen=True, slots=True)
class Offering:
    """Up to three packages worth about `aim` to me. `why` says where the aim is from; `beside`: the terms of mine that
    costs are counted from, None where these are the best I could get; `side` is None where points of mine are missing.
    """

    dealing: Dealing
    packages: tuple[Package, ...]
    aim: float
    why: str
    beside: Proposal | None
    words: tuple[str, str]
    side: TheirSide | None
    question: str
    missing: tuple[str, ...]
    ask: tuple[str, ...]

    @property
    def as_of(self) -> date:
        """The day it is looked at."""
        return self.dealing.as_of


def offering(case: Case, deal: str, party: str, aim: float | None = None) -> Offering:
    """Find packages to offer, worth `aim` to me; untold, as much as `aimed` says."""
    told = dealing(case, deal, party)
    gaps = missing_of_mine(told.bargain)
    if gaps:
        return Offering(told, (), 0.0, "", None, ("", ""), None, "", gaps, to_ask_myself(told.bargain))
    side, mine = their_side(case, told.bargain), own_points(told.bargain.issues)
    beside = held(told, mine, side)
    wished, why = (aim, "as you asked") if aim is not None else aimed(told, mine, side, beside)
    found = _found(mine, side, wished, told.bargain.my_reservation)
    made = tuple(_package(found, at, told.bargain, (side, beside)) for at in range(len(found)))
    called = first_name(case.among(party)) if party else ""
    words = offered(called, {one.letter: one.terms for one in made})
    return Offering(told, made, wished, why, beside.offer, words, side, _asked(side, found, told), (), ())


def _asked(side: TheirSide, found: Packages, told: Dealing) -> str:
    return to_tell_apart(side, found.options, told.bargain.issues)


def _found(mine: list[Floats], side: TheirSide, aim: float, floor: float | None) -> Packages:
    """Look for packages as near the aim as three are; none below no deal, none with what they said no to."""
    reach, least = sum(float(np.ptp(one)) for one in mine), -np.inf if floor is None else floor
    left = [points[kept] for points, kept in zip(mine, side.open, strict=True)]
    theirs = [worth[:, kept] for worth, kept in zip(side.imagined.worth, side.open, strict=True)]
    for band in BANDS:
        within = (max(aim - band * reach, least), aim + band * reach)
        found = packages(left, theirs, side.imagined.chance, within, MOST)
        if len(found) == MOST and found.short.min() <= NEAR * side.reach:
            break
    places = [kept[found.options[:, n]] for n, kept in enumerate(side.open)]
    return replace(found, options=np.column_stack(places))


def _package(found: Packages, at: int, told: Bargain, between: tuple[TheirSide, Held]) -> Package:
    side, beside = between
    terms = {issue.name: issue.options[n] for issue, n in zip(told.issues, found.options[at], strict=True)}
    mine, letter = float(found.mine[at]), LETTERS[at] if len(found) > 1 else ""
    return Package(
        letter,
        terms,
        mine,
        beside.worth - mine,
        None if told.my_reservation is None else mine - told.my_reservation,
        float(found.low[at]) + side.base,
        float(found.theirs[at]) + side.base,
        float(found.high[at]) + side.base,
        float(found.liked[at]),
        float(found.short[at]) if found.short[at] >= TINY * side.reach else 0.0,
        labelled(letter, terms, beside, told.issues, side.imagined.mean()),
        _over(found.options[at].tolist(), told, side),
    )


def _over(options: list[int], told: Bargain, side: TheirSide) -> float | None:
    """Give the chance that a package is better for them than no deal; on a scale without points nobody can say."""
    if told.their_reservation is None or side.unit != "points":
        return None
    return float(side.imagined.chance @ (side.imagined.total(options) + side.base > told.their_reservation))
