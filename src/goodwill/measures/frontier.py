"""Which deals leave nothing on the table: those where no other is better for one side and as good for the other.

What a deal is worth to a side is the sum of what its option on each issue is worth to that side. The frontier of all
issues is then built from the frontiers of parts: Par(A + B) = Par(Par(A) + Par(B)), the smallest parts first, so the
outcomes are never listed. Sums are exact (see `exact_sums`). These figures explain terms; they forecast nothing.

Source: additive values over issues as in Keeney and Raiffa 1976, Decisions with Multiple Objectives; the merge of
partial frontiers is Nemhauser and Ullmann 1969, Management Science 15:494-505, for two criteria.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from goodwill.measures.exact_sums import Floats, Ints, Sums, exact, undominated

BLOCK = 1 << 18
MOST_SUMS = 1 << 28
MOST_POINTS = 1 << 20


@dataclass(frozen=True, slots=True)
class Frontier:
    """The exact frontier, best for the own side first.

    `own`, `theirs` (m,): the totals of each point; `options` (m, issues): the option of each issue that reaches it, one
    way where there are several; `outcomes`: how many deals there are in all.
    """

    own: Floats
    theirs: Floats
    options: Ints
    outcomes: int

    def __len__(self) -> int:
        return len(self.own)


@dataclass(frozen=True, slots=True)
class _Part:
    """The frontier of some issues."""

    own: Sums
    theirs: Sums
    options: Ints
    issues: tuple[int, ...]

    def at(self, index: Ints) -> "_Part":
        return _Part(self.own.taken(index), self.theirs.taken(index), self.options[index], self.issues)


def frontier(own: Sequence[Sequence[float]], theirs: Sequence[Sequence[float]]) -> Frontier:
    """The exact Pareto frontier of a deal over issues, with the options that reach each point.

    `own`, `theirs`: one array of values an issue, the same issues and options in the same order for both sides. A value
    is taken as the decimal it prints as; points with equal totals are given once. Raises ValueError for no issue, an
    issue without options, lengths that differ, a value that is not finite, values too far apart to be added exactly,
    and a frontier too large to be built (over 2^20 points, or 2^28 sums in one step). Source: the module.

    >>> found = frontier([[0, 3, 5], [2, 0]], [[4, 3, 0], [0, 1]])
    >>> found.own.tolist(), found.theirs.tolist()
    ([7.0, 5.0, 3.0, 0.0], [0.0, 3.0, 4.0, 5.0])
    """
    mine, other = _arrays(own, "own"), _arrays(theirs, "theirs")
    if len(mine) != len(other):
        raise ValueError(f"own has {len(mine)} issues and theirs {len(other)}: they must be the same")
    for number, (one, two) in enumerate(zip(mine, other, strict=True)):
        if len(one) != len(two):
            raise ValueError(f"issue {number} has {len(one)} options for own and {len(two)} for theirs")
    singles = enumerate(zip(exact(mine), exact(other), strict=True))
    parts = [_pruned(_Part(a, b, np.arange(len(a))[:, None], (number,))) for number, (a, b) in singles]
    while len(parts) > 1:
        parts.sort(key=lambda part: len(part.own), reverse=True)
        parts.append(_merged(parts.pop(), parts.pop()))
    (whole,) = parts
    in_order = np.argsort(np.array(whole.issues))
    outcomes = math.prod(len(array) for array in mine)
    return Frontier(whole.own.floats(), whole.theirs.floats(), whole.options[:, in_order], outcomes)


def _arrays(values: Sequence[Sequence[float]], side: str) -> list[Floats]:
    """Read the value arrays of one side."""
    arrays = [np.asarray(array, np.float64) for array in values]
    if not arrays:
        raise ValueError(f"{side} has no issue")
    for number, array in enumerate(arrays):
        if array.ndim != 1 or not array.size:
            raise ValueError(f"{side}, issue {number}: one value an option is wanted, got shape {array.shape}")
        if not np.isfinite(array).all():
            raise ValueError(f"{side}, issue {number}: every value must be finite")
    return arrays


def _pruned(part: _Part) -> _Part:
    return part.at(undominated(part.own, part.theirs))


def _merged(one: _Part, other: _Part) -> _Part:
    """Join the frontiers of two parts, so many sums at a time as memory bears."""
    too_large = ValueError(
        f"the frontier is too large: {len(one.own):,} points of some issues meet {len(other.own):,} of others; "
        "give fewer options, or values with fewer digits"
    )
    if len(one.own) * len(other.own) > MOST_SUMS:
        raise too_large
    rows = max(1, BLOCK // len(other.own))
    blocks: list[_Part] = []
    for start in range(0, len(one.own), rows):
        blocks.append(_summed(one.at(np.arange(start, min(start + rows, len(one.own)))), other))
        if sum(len(block.own) for block in blocks) > MOST_POINTS:
            raise too_large
    return blocks[0] if len(blocks) == 1 else _pruned(_together(blocks))


def _summed(one: _Part, other: _Part) -> _Part:
    """Add each point of one part to each of the other and keep what no sum beats."""
    own, theirs = one.own.plus(other.own), one.theirs.plus(other.theirs)
    kept = undominated(own, theirs)
    left, right = np.divmod(kept, len(other.own))
    options = np.hstack((one.options[left], other.options[right]))
    return _Part(own.taken(kept), theirs.taken(kept), options, (*one.issues, *other.issues))


def _together(blocks: list[_Part]) -> _Part:
    """Lay the parts of the same issues end to end."""
    own, theirs = _joined([block.own for block in blocks]), _joined([block.theirs for block in blocks])
    return _Part(own, theirs, np.vstack([block.options for block in blocks]), blocks[0].issues)


def _joined(sums: list[Sums]) -> Sums:
    lows = [one.low for one in sums if one.low is not None]
    high = np.concatenate([one.high for one in sums])
    return Sums(high, np.concatenate(lows) if lows else None, sums[0].shift, sums[0].unit)
