"""What the other side of a deal may want: what is written down, what they said and offered, and what is a guess."""

from dataclasses import dataclass

import numpy as np

from goodwill.case.bargaining import Bargain, Issue
from goodwill.case.case import Case
from goodwill.case.wishes import Sign, Wishes, wishes
from goodwill.measures.imagined import Imagined, imagined
from goodwill.measures.imagined_side import FLIPPED, Evidence, Known
from goodwill.measures.improvement import spread
from goodwill.measures.priorities import Floats, Heard, Ints
from goodwill.measures.statement_types import TYPES

MOST_SHOWN = 5
TELLS = 0.5
PERCENT = 100.0
CLEAR = 0.9
EVEN = 0.5
GOT = ("signed worst", "signed less", "signed more", "signed best")


@dataclass(frozen=True, slots=True)
class Leaning:
    """How much of what they can win lies in one issue: `share` with its 90 % band; `first`: chance to matter most.

    `known`: their points are written down; `end`: which end they like is clear, from points or from what they said and
    offered; else it is taken that what is better for me is worse for them, and `opposed` is the chance of that by now.
    `toward`, `away`: the ends they lean to and from. `middle`: an option in between that likely suits them best, with
    the chance that it does, `liked`; empty where none is likelier than not.
    """

    issue: str
    share: float
    low: float
    high: float
    first: float
    known: bool
    end: bool
    opposed: float
    toward: str
    away: str
    middle: str
    liked: float


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of theirs and what such sentences say: the issue is `high` or `low` for them in `share` of cases."""

    sign: Sign
    issue: str
    rank: str
    share: float


@dataclass(frozen=True, slots=True)
class TheirSide:
    """What is taken of the other side. `unit`: points, or percent of the most they could win; `base`: the worth to them
    of the worst deal, on that scale; `open`: the options of each issue that they did not say no to.
    """

    leanings: tuple[Leaning, ...]
    told: tuple[Told, ...]
    wishes: Wishes
    imagined: Imagined
    unit: str
    base: float
    open: tuple[Ints, ...]

    @property
    def reach(self) -> float:
        """Give all that is at stake for them, from the worst deal to the best, as expected."""
        return sum(float(np.ptp(one)) for one in self.imagined.mean())

    @property
    def nothing(self) -> bool:
        """Say whether there is nothing to go by."""
        return self.wishes.none() and not any(one.known for one in self.leanings)

    @property
    def sure(self) -> bool:
        """Say whether all their points are written down, so that nothing is estimated here."""
        return all(one.known for one in self.leanings)


def their_side(case: Case, told: Bargain) -> TheirSide:
    """Estimate what the other side wants; each issue needs options, and points of mine."""
    heard = wishes(case, told)
    known = [_known(issue) for issue in told.issues]
    found = imagined(known, _evidence(heard, known))
    written = [one.points for one in known if one.points is not None]
    if not written:
        found = Imagined(found.weights, tuple(PERCENT * one for one in found.worth), found.chance)
    return TheirSide(
        tuple(_leanings(told.issues, known, found)),
        _shown(heard, told.issues),
        heard,
        found,
        "points" if written else "percent",
        float(sum(points.min() for points in written)),
        tuple(_open(n, issue, heard) for n, issue in enumerate(told.issues)),
    )


def own_points(issues: tuple[Issue, ...]) -> list[Floats]:
    """Give what each option is worth to me; an issue without all its points is for `missing` to name."""
    return [np.array([0.0 if p is None else p for p in issue.mine]) for issue in issues]


def _open(n: int, issue: Issue, heard: Wishes) -> Ints:
    """Give the options of an issue they did not say no to; all, where they said no to each."""
    refused = {option for no in heard.refused if no.issue == n for option in no.options}
    kept = [option for option in range(len(issue.options)) if option not in refused]
    return np.array(kept or range(len(issue.options)), dtype=np.intp)


def _known(issue: Issue) -> Known:
    """Say what is known of an issue: their points, else that they like the other end unless what they say tells."""
    place = _opposed(issue)
    points = np.array([np.nan if p is None else p for p in issue.theirs])
    there = ~np.isnan(points)
    if there.all():
        return Known(place, True, points)
    if np.unique(points[there]).size < 2:
        return Known(place, False)
    with_mine = np.corrcoef(place[there], points[there])[0, 1] if np.unique(place[there]).size > 1 else 0.0
    return Known(1 - place if with_mine < 0 else place, True)


def _opposed(issue: Issue) -> Floats:
    """Place the options against my own points, the worst for me at 1; equal points share a place."""
    mine = np.array([0.0 if p is None else p for p in issue.mine])
    _, rank = np.unique(mine, return_inverse=True)
    return np.asarray(1 - rank / rank.max() if rank.max() else np.linspace(0, 1, len(mine)))


def _evidence(heard: Wishes, known: list[Known]) -> Evidence:
    said = [(sign.issue, TYPES[sign.type][:3]) for sign in heard.signs if sign.type in TYPES]
    said += [(n, got(one, option)) for n, (one, option) in enumerate(zip(known, heard.signed, strict=False))
             if option is not None and one.points is None]  # fmt: skip
    rankings = [ranking.issues for ranking in heard.rankings]
    liked = [(sign.issue, sign.option) for sign in heard.signs if sign.option is not None]
    offers = [places for _, places in heard.offers]
    return Evidence(Heard(said, heard.named, rankings), offers, [*dict.fromkeys(liked)])


def got(issue: Known, option: int) -> tuple[float, float, float]:
    """Say what it tells of an issue's rank for them that they got so much of it in what was signed.

    Where it is not known which end they like, both readings count, as likely as each is.
    """
    place = float(issue.place[option])
    ends = ((1.0, place),) if issue.sure else ((1 - FLIPPED, place), (FLIPPED, 1 - place))
    learnt = np.array([TYPES[kind][:3] for kind in GOT])
    high, middle, low = (
        sum(weight * float(np.interp(at, np.linspace(0, 1, len(GOT)), learnt[:, n])) for weight, at in ends)
        for n in range(3)
    )
    return high, middle, low


def _leanings(issues: tuple[Issue, ...], known: list[Known], found: Imagined) -> list[Leaning]:
    first = found.top()
    low, high = (spread(found.weights.T, found.chance, share) for share in (0.05, 0.95))
    share = found.chance @ found.weights
    leanings = []
    for n, (issue, one) in enumerate(zip(issues, known, strict=True)):
        worth = found.worth[n]
        best, worst = int(one.place.argmax()), int(one.place.argmin())
        opposed = float(found.chance @ (worth[:, best] > worth[:, worst]))
        numbers = (float(share[n]), float(low[n]), float(high[n]), float(first[n]))
        clear = one.sure or not 1 - CLEAR < opposed < CLEAR
        ends = (issue.options[best], issue.options[worst])
        told = (*(ends if opposed >= EVEN else ends[::-1]), *_middle(issue, one, worth, found.chance))
        leanings.append(Leaning(issue.name, *numbers, one.points is not None, clear, opposed, *told))
    return leanings


def _middle(issue: Issue, known: Known, worth: Floats, chance: Floats) -> tuple[str, float]:
    """Give the option that is no end and likelier than not what they like best, with the chance; else none."""
    likes = np.bincount(worth.argmax(1), chance, worth.shape[1])
    at = int(likes.argmax())
    between = known.place.min() < known.place[at] < known.place.max()
    return (issue.options[at], float(likes[at])) if between and likes[at] > EVEN else ("", 0.0)


def _shown(heard: Wishes, issues: tuple[Issue, ...]) -> tuple[Told, ...]:
    """Give the sentences that say most, one line for each sentence and issue."""
    best: dict[tuple[str, str, int], Told] = {}
    for sign in heard.signs:
        high, _, low, _ = TYPES.get(sign.type, (0.0, 0.0, 0.0, 0))
        rank, share = ("high", high) if high >= low else ("low", low)
        key = (sign.entry, sign.words, sign.issue)
        if share >= TELLS and (key not in best or best[key].share < share):
            best[key] = Told(sign, issues[sign.issue].name, rank, share)
    ranked = sorted(best.values(), key=lambda one: -one.share)
    return tuple(sorted(ranked[:MOST_SHOWN], key=lambda one: one.sign.day))
