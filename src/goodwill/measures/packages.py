"""Several packages that are worth as much to the own side, and between them as much as can be to the other.

Nobody knows for sure what the other side wants. So the first package is the one worth most to them as far as can be
expected, and each further one is what helps most where the first does not suit: together they raise what the best of
them is worth, over all imagined sides. Which one they like tells what they want.

Source: multiple equivalent simultaneous offers, Leonardelli, Gu, McRuer, Medvec and Galinsky 2019, OBHDP 152:64-83; the
greedy choice is Nemhauser, Wolsey and Fisher 1978, Mathematical Programming 14:265-294.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from goodwill.measures.frontier import frontier
from goodwill.measures.improvement import spread
from goodwill.measures.priorities import Floats, Ints

MOST_LISTED = 200_000
MOST_WEIGHED = 600
NEAR = 0.12  # of all that can be at stake for them: how far below the best a package may be expected to lie
ALIKE = 0.004


@dataclass(frozen=True, slots=True)
class Packages:
    """`options` (k, issues); `mine` (k,): worth to the own side; `low`, `theirs`, `high` (k,): to the other, with band.

    `liked` (k,): the chance that it is the best of them for the other side; `short` (k,): how much less they may expect
    of it than of the frontier at the same worth to the own side.
    """

    options: Ints
    mine: Floats
    low: Floats
    theirs: Floats
    high: Floats
    liked: Floats
    short: Floats

    def __len__(self) -> int:
        return len(self.mine)


def packages(
    mine: Sequence[Floats], theirs: Sequence[Floats], chance: Floats, within: tuple[float, float], most: int = 3
) -> Packages:
    """Up to `most` packages worth between the two bounds to the own side; none where no deal is.

    `mine`: one array (options,) an issue; `theirs`: one array (m, options) an issue, for m imagined sides of `chance`
    (m,). Source: the module.

    >>> ours = [np.array([2.0, 1.0, 0.0]), np.array([0.0, 1.0, 2.0])]
    >>> them = [np.array([[0, 1, 2], [0, 5, 9]]), np.array([[9, 5, 0], [2, 1, 0]])]
    >>> packages(ours, them, np.array([0.5, 0.5]), (2.0, 2.0), 2).options.tolist()
    [[1, 1], [0, 0]]
    """
    expected = [chance @ one for one in theirs]
    listed = _listed(mine, expected, within)
    reach = max(sum(float(np.ptp(one)) for one in expected), 1e-12)
    value = _total(expected, listed)
    listed = listed[value >= value.max(initial=-np.inf) - NEAR * reach]
    if not len(listed):
        return Packages(listed, *[np.zeros(0)] * 6)
    listed = _weighed(theirs, chance, listed)
    worth = np.sum([one[:, listed[:, n]] for n, one in enumerate(theirs)], axis=0)
    chosen = _greedy(worth, chance, most, ALIKE * reach)
    return _described(mine, expected, listed[chosen], (worth[:, chosen], chance))


def rounded(expected: Sequence[Floats]) -> list[list[float]]:
    """Give expected values with so few digits that a frontier can be built of them."""
    most = max((float(np.abs(one).max()) for one in expected), default=1.0) or 1.0
    digits = int(3 - np.floor(np.log10(most)))
    return [np.round(one, digits).tolist() for one in expected]


def _total(values: Sequence[Floats], options: Ints) -> Floats:
    return np.asarray(np.sum([one[options[:, n]] for n, one in enumerate(values)], axis=0))


def _listed(mine: Sequence[Floats], expected: Sequence[Floats], within: tuple[float, float]) -> Ints:
    """List the deals within the bounds: all, or where they are too many those on the frontier and beside it."""
    sizes = [len(one) for one in mine]
    if prod(sizes) <= MOST_LISTED:
        deals = np.stack(np.unravel_index(np.arange(prod(sizes)), sizes), axis=1)
    else:
        found = frontier([one.tolist() for one in mine], rounded(expected))
        middle = (within[0] + within[1]) / 2
        near = np.argsort(np.abs(found.own - middle), kind="stable")[:20]
        deals = np.unique(np.vstack([_beside(found.options[at], sizes) for at in near]), axis=0)
    own = _total(mine, deals)
    return np.asarray(deals[(own >= within[0] - 1e-9) & (own <= within[1] + 1e-9)], dtype=np.intp)


def _beside(deal: Ints, sizes: Sequence[int]) -> Ints:
    """Give a deal and all that differ from it in one or two issues."""
    made = [deal]
    for one in range(len(sizes)):
        for option in range(sizes[one]):
            first = deal.copy()
            first[one] = option
            for two in range(one + 1, len(sizes)):
                block = np.tile(first, (sizes[two], 1))
                block[:, two] = np.arange(sizes[two])
                made.extend(block)
    return np.array(made)


def _weighed(theirs: Sequence[Floats], chance: Floats, listed: Ints) -> Ints:
    """Keep those worth most on average, and those worth most where each issue is what matters most to them."""
    spans = np.column_stack([np.ptp(one, axis=1) for one in theirs])
    first = spans.argmax(1)
    groups = [np.ones(len(chance), bool), *(first == n for n in range(len(theirs)))]
    kept: list[int] = []
    for group in groups:
        if chance[group].sum() > 0:
            value = _total([chance[group] @ one[group] for one in theirs], listed)
            kept += np.argsort(-value, kind="stable")[: MOST_WEIGHED // len(groups)].tolist()
    return listed[np.array([*dict.fromkeys(kept)], dtype=np.intp)]


def _greedy(worth: Floats, chance: Floats, most: int, least: float) -> list[int]:
    """Choose step by step what raises the best of the chosen most, until nothing does."""
    chosen = [int(np.argmax(chance @ worth))]
    best = worth[:, chosen[0]]
    while len(chosen) < min(most, worth.shape[1]):
        raised = chance @ np.maximum(worth, best[:, None]) - chance @ best
        raised[chosen] = -1
        at = int(np.argmax(raised))
        if raised[at] < least:
            if np.ptp(worth, axis=0).max() > least:
                break
            value = chance @ worth  # all sides agree on each: give the next best, so that there is a choice
            value[chosen] = -np.inf
            at = int(np.argmax(value))
        chosen.append(at)
        best = np.maximum(best, worth[:, at])
    return chosen


def _described(
    mine: Sequence[Floats], expected: Sequence[Floats], options: Ints, sides: tuple[Floats, Floats]
) -> Packages:
    worth, chance = sides
    own, theirs = _total(mine, options), _total(expected, options)
    found = frontier([one.tolist() for one in mine], rounded(expected))
    best = np.array([found.theirs[found.own >= one - 1e-9].max(initial=0.0) for one in own])
    liked = np.bincount(worth.argmax(1), chance, len(options)).astype(np.float64)
    low, high = (spread(worth.T, chance, share) for share in (0.05, 0.95))
    short = np.maximum(0.0, best - theirs)
    return Packages(options, own, low, theirs, high, liked, short)
