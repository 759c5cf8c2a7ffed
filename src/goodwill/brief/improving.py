"""A signed deal looked at again: which swaps would leave both sides better off, how surely, and what to ask first."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from goodwill.brief.deal_gaps import listed, missing_of_mine, to_ask_myself
from goodwill.brief.dealing import Dealing, Proposal, dealing
from goodwill.brief.their_side import TheirSide, own_points, their_side
from goodwill.case.bargaining import terms_of
from goodwill.case.case import Case
from goodwill.measures.improvement import Swaps, swaps
from goodwill.measures.settling import settling

SURE = 0.8
LEAST = 0.5
MOST_SWAPS = 3


@dataclass(frozen=True, slots=True)
class Swap:
    """One change of signed terms: `changed` has the old and the new option of each issue; what it brings either side.

    `theirs`: expected, with `low` and `high`, 1 in 20 below and above; `likely`: the chance that it brings them more
    than nothing; `guesses`: what of this nobody wrote down; `question` settles `settles` of the doubt, 0 to 1.
    """

    changed: dict[str, tuple[str, str]]
    mine: float
    low: float
    theirs: float
    high: float
    likely: float
    guesses: tuple[str, ...]
    question: str
    settles: float

    @property
    def sure(self) -> bool:
        """Say whether it is likely enough to be put forward before anything is asked."""
        return self.likely >= SURE


@dataclass(frozen=True, slots=True)
class Improvement:
    """What could be better for both than what was signed; `signed` is None where nothing is, or its terms leave an
    issue open. `side` is None where points of mine are missing, and nothing can be weighed.
    """

    dealing: Dealing
    signed: Proposal | None
    swaps: tuple[Swap, ...]
    looked_at: bool
    side: TheirSide | None
    missing: tuple[str, ...]
    ask: tuple[str, ...]

    @property
    def as_of(self) -> date:
        """The day it is looked at."""
        return self.dealing.as_of


def improving(case: Case, deal: str, party: str) -> Improvement:
    """Look for swaps that leave both sides of a signed deal better off."""
    told = dealing(case, deal, party)
    bargain = told.bargain
    gaps = missing_of_mine(bargain)
    signed = next((p for p in reversed(told.proposals) if p.offer.kind == "agree"), None)
    whole = signed is not None and bool(bargain.issues) and not signed.unsaid
    if gaps or not whole or signed is None:
        side = None if gaps else their_side(case, bargain)
        return Improvement(told, signed, (), False, side, gaps, to_ask_myself(bargain))
    side = their_side(case, bargain)
    places = [n or 0 for n in terms_of(signed.offer, bargain.issues)]
    found = swaps(own_points(bargain.issues), side.imagined.worth, side.imagined.chance, places, LEAST)
    chosen = [_swap(found, at, places, side, told) for at in _apart(found, places, side)]
    return Improvement(told, signed, tuple(chosen), True, side, (), ())


def _apart(found: Swaps, signed: list[int], side: TheirSide) -> list[int]:
    """Take the best swaps that change different issues, and lead to nothing they said no to."""
    taken: dict[tuple[int, ...], int] = {}
    for at in range(len(found)):
        moved = np.flatnonzero(found.options[at] != signed).tolist()
        if all(found.options[at, n] in side.open[n] for n in moved):
            taken.setdefault(tuple(moved), at)
    return [*taken.values()][:MOST_SWAPS]


def _swap(found: Swaps, at: int, signed: list[int], side: TheirSide, told: Dealing) -> Swap:
    issues = told.bargain.issues
    moved = [n for n in range(len(issues)) if found.options[at, n] != signed[n]]
    changes = {n: side.imagined.worth[n][:, found.options[at, n]] - side.imagined.worth[n][:, signed[n]] for n in moved}
    named = {n: (issues[n].options[signed[n]], issues[n].options[found.options[at, n]]) for n in moved}
    asked, settles = settling(changes, side.imagined.chance)
    return Swap(
        {issues[n].name: pair for n, pair in named.items()},
        float(found.mine[at]),
        float(found.low[at]),
        float(found.theirs[at]),
        float(found.high[at]),
        float(found.likely[at]),
        _guesses(moved, side),
        _question(asked, named, [issue.name for issue in issues]),
        settles,
    )


def _guesses(moved: list[int], side: TheirSide) -> tuple[str, ...]:
    """Say what nobody wrote down of the issues that a swap moves."""
    ends = [side.leanings[n].issue for n in moved if not side.leanings[n].end and not side.leanings[n].known]
    weights = [side.leanings[n].issue for n in moved if not side.leanings[n].known]
    said = []
    if weights:
        said.append(f"how much {listed(weights)} {'matters' if len(weights) == 1 else 'matter'} to them")
    if ends:
        said.append(f"which way they lean on {listed(ends)}")
    return tuple(said)


def _question(asked: tuple[int, ...], named: dict[int, tuple[str, str]], names: list[str]) -> str:
    if not asked:
        return ""
    if len(asked) == 1:
        old, new = named[asked[0]]
        return f"On {names[asked[0]]}, would {new} suit you better than {old}, or worse?"
    (given, taken), (gift, price) = (names[n] for n in asked), (named[n] for n in asked)
    ours = f"If we went from {gift[0]} to {gift[1]} on {given}"
    return f"{ours}, could you go from {price[0]} to {price[1]} on {taken}?"
