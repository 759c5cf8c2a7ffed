"""Which issue matters most to the other side, from what they said: a chance for each order of the issues.

Each statement is of a type, and of each type it is known how often the issue it named was the first, the middle or the
last of its writer's priorities. Statements of one person repeat each other, so each counts for less than it says, and n
alike about an issue for the square root of n; and some people's words say nothing of what they want, so that no number
of words makes an order sure. Whose order is asked is the only one looked at: the observer's own order is no evidence
about it.

Source: exact Bayes over orderings; stated rankings by Plackett 1975, The Analysis of Permutations, Applied Statistics
24:193-202, and Luce 1959, Individual Choice Behavior.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.statement_types import DOUBT, TEMPER

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Said = tuple[int, Sequence[float]]

CERTAINTY = 2.5
MOST_EXACT = 8
SOME = 5000


@dataclass(frozen=True, slots=True)
class Orders:
    """`ranks` (k, issues): the rank of each issue, 0 the most important, in each order; `chance` (k,): adds up to 1."""

    ranks: Ints
    chance: Floats

    def top(self) -> Floats:
        """Give each issue's chance to be the most important."""
        return np.asarray(((self.ranks == 0) * self.chance[:, None]).sum(0))

    def likeliest(self) -> tuple[int, ...]:
        """Give the likeliest order, the most important issue first."""
        return tuple(np.argsort(self.ranks[int(np.argmax(self.chance))]).tolist())


@dataclass(frozen=True, slots=True)
class Heard:
    """What the other side said of its priorities.

    `said`: for each statement the issue it names, and the chances that it is high, middle or low for who says so;
    `named`: the issues in the order in which they first asked for them, where the statements do not tell that;
    `rankings`: issues as they ranked them when asked, best first, not all need be named.
    """

    said: Sequence[Said] = ()
    named: Sequence[int] = ()
    rankings: Sequence[Sequence[int]] = ()


def orders(issues: int, heard: Heard) -> Orders:
    """The chance of each order of priorities, from what was heard; with nothing heard every order is as likely.

    `issues`: how many there are, 1 to 8. Raises ValueError for too many issues, an issue that is not there, and chances
    that are not three above 0. Source: the module.

    >>> found = orders(3, Heard(said=[(0, (0.8, 0.1, 0.1)), (2, (0.1, 0.2, 0.7))]))
    >>> found.likeliest(), found.top().round(2).tolist()
    ((0, 1, 2), [0.67, 0.22, 0.11])
    """
    if not 1 <= issues <= MOST_EXACT:
        raise ValueError(f"1 to {MOST_EXACT} issues can be ordered exactly, got {issues}")
    ranks = _every_order(issues)
    log = order_evidence(ranks, heard, usual(issues, heard))
    chance = np.exp(log - log.max())
    return Orders(ranks, chance / chance.sum())


def usual(issues: int, heard: Heard) -> float:
    """The log of the mean likelihood of what was said, over every order; of more than 8 issues over some thousands."""
    log = _said(_every_order(issues) if issues <= MOST_EXACT else _some_orders(issues), heard)
    return float(np.logaddexp.reduce(log) - np.log(len(log)))


def order_evidence(ranks: Ints, heard: Heard, mean: float) -> Floats:
    """The log likelihood of some orders: `ranks` (k, issues) in, (k,) out; `mean` from `usual`; see `orders`.

    Words count with a doubt, for they may say nothing; a ranking given when asked counts as it is.
    """
    log = np.logaddexp(_said(ranks, heard) - mean + np.log1p(-DOUBT), np.log(DOUBT))
    for ranking in heard.rankings:
        log += ranked_aloud(ranks, ranking)
    return np.asarray(log)


def _said(ranks: Ints, heard: Heard) -> Floats:
    """Give the log likelihood of what was said, each statement counting for less than it says (k,)."""
    issues = ranks.shape[1]
    by_rank = np.zeros((issues, issues))
    alike = Counter((issue, tuple(chances)) for issue, chances in heard.said)
    for (issue, chances), often in alike.items():
        _check(issue, issues)
        by_rank[issue] += np.sqrt(often) * _by_rank(chances, issues)
    log = by_rank[np.arange(issues), ranks].sum(1) + ranked_aloud(ranks, heard.named)
    return np.asarray(TEMPER * log)


def ranked_aloud(ranks: Ints, ranking: Sequence[int]) -> Floats:
    """The log chance that somebody with each order of priorities names issues in this order (k,)."""
    step = CERTAINTY / 2  # between neighbours; the certainty is that of three issues, first against last
    worth = -step * ranks.astype(np.float64)
    log = np.zeros(len(ranks))
    left = list(range(ranks.shape[1]))
    for issue in ranking:
        _check(issue, ranks.shape[1])
        if issue not in left:
            raise ValueError(f"issue {issue} stands twice in a ranking")
        log += worth[:, issue] - np.log(np.exp(worth[:, left]).sum(1))
        left.remove(issue)
    return log


@lru_cache(maxsize=16)
def _every_order(issues: int) -> Ints:
    ranks = np.argsort(np.array(list(permutations(range(issues))), dtype=np.intp), axis=1)
    ranks.flags.writeable = False
    return ranks


@lru_cache(maxsize=16)
def _some_orders(issues: int) -> Ints:
    chance = np.random.default_rng(issues)
    ranks = np.argsort(chance.random((SOME, issues)), axis=1)
    ranks.flags.writeable = False
    return ranks


def _by_rank(chances: tuple[float, ...], issues: int) -> Floats:
    """Carry what is known of first, middle and last to the ranks of so many issues."""
    if len(chances) != 3 or not all(0 < chance <= 1 for chance in chances):
        raise ValueError(f"three chances above 0 are wanted, got {chances}")
    place = np.linspace(0, 1, issues) if issues > 1 else np.zeros(1)
    return np.asarray(np.interp(place, (0.0, 0.5, 1.0), np.log(chances)))


def _check(issue: int, issues: int) -> None:
    if not 0 <= issue < issues:
        raise ValueError(f"issue {issue} is none of the {issues}")
