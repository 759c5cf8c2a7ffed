"""Which changes to a signed deal would leave both sides better off, and how likely each really does.

A swap changes at most three issues. What it brings the own side is known; what it brings the other is as likely as the
imagined sides say that it brings them more than nothing.

Source: settlements after the settlement, Raiffa 1985, Post-settlement Settlements, Negotiation Journal 1:9-12.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

MOST_CHANGED = 3
MOST_SWAPS = 20_000
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Swaps:
    """Swaps that bring the own side more: `options` (k, issues); `mine` (k,): what each brings it.

    `likely` (k,): the chance that it brings the other side more too; `low`, `theirs`, `high` (k,): what it brings them:
    1 in 20 below, expected, 1 in 20 above.
    """

    options: Ints
    mine: Floats
    likely: Floats
    low: Floats
    theirs: Floats
    high: Floats

    def __len__(self) -> int:
        return len(self.mine)


def swaps(
    mine: Sequence[Floats], theirs: Sequence[Floats], chance: Floats, signed: Sequence[int], at_least: float = 0.5
) -> Swaps:
    """The swaps better for the own side, that are so for the other with at least this chance, likeliest first.

    `mine`: one array (options,) an issue; `theirs`: one array (m, options) an issue, for m imagined sides of `chance`
    (m,); `signed`: the option of each issue. Of equally likely swaps the one that brings the side with less more stands
    first. Where there are too many, only the smallest are looked at. Raises ValueError for lengths that differ.
    Source: the module.

    >>> both = [np.array([[0.0, 5.0]]), np.array([[3.0, 0.0]])]
    >>> found = swaps([np.array([2.0, 0.0]), np.array([0.0, 4.0])], both, np.ones(1), [0, 0])
    >>> found.options.tolist(), found.mine.tolist(), found.likely.tolist()
    ([[1, 1]], [2.0], [1.0])
    """
    if not len(mine) == len(theirs) == len(signed):
        raise ValueError(f"{len(mine)} issues for one side, {len(theirs)} for the other, {len(signed)} signed")
    options = _changed([len(one) for one in mine], signed)
    own = sum(one[options[:, n]] - one[signed[n]] for n, one in enumerate(mine))
    options, own = options[own > TINY], np.asarray(own)[own > TINY]
    gains = _gains(theirs, options, signed)
    likely = (gains > TINY) @ chance
    kept = np.flatnonzero(likely >= at_least)
    low, high = (spread(gains[kept], chance, share) for share in (0.05, 0.95))
    expected = gains[kept] @ chance
    order = np.lexsort((-np.minimum(own[kept], expected), -np.round(likely[kept] * 20)))
    told = (part[order] for part in (own[kept], likely[kept], low, expected, high))
    return Swaps(options[kept][order], *told)


def spread(values: Floats, chance: Floats, share: float) -> Floats:
    """The value below which this share of the chance lies, row by row: (k, m) and (m,) in, (k,) out."""
    order = np.argsort(values, axis=1, kind="stable")
    run = np.cumsum(chance[order], axis=1)
    at = np.minimum((run < share).sum(1), values.shape[1] - 1)
    return np.asarray(np.take_along_axis(values, order, 1)[np.arange(len(values)), at])


def _changed(sizes: Sequence[int], signed: Sequence[int]) -> Ints:
    """List the deals that differ from the signed one in one to three issues, the smallest changes first."""
    found = [np.zeros((0, len(sizes)), np.intp)]
    for count in range(1, min(MOST_CHANGED, len(sizes)) + 1):
        for issues in combinations(range(len(sizes)), count):
            others = [[o for o in range(sizes[n]) if o != signed[n]] for n in issues]
            block = np.array(list(product(*others)), np.intp).reshape(-1, count)
            if sum(map(len, found)) + len(block) > MOST_SWAPS:
                return np.vstack(found)
            rows = np.tile(np.asarray(signed, np.intp), (len(block), 1))
            rows[:, issues] = block
            found.append(rows)
    return np.vstack(found)


def _gains(theirs: Sequence[Floats], options: Ints, signed: Sequence[int]) -> Floats:
    """Give what each swap brings each imagined side (k, m)."""
    total = np.zeros((len(options), theirs[0].shape[0]))
    for n, worth in enumerate(theirs):
        total += (worth[:, options[:, n]] - worth[:, [signed[n]]]).T
    return total
