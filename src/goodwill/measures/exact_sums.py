"""Points added up without rounding, so that the order of adding never makes or breaks a tie.

A value is taken as the decimal it prints as: 0.1 is one tenth, and 0.1 + 0.2 is 0.3. All values of a side are written
as whole numbers of one small unit. Where their sums fit in 62 bits one array holds them; else a second holds the lower
bits, up to 122 bits in all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BITS = 62
MOST_BITS = 122
WHOLE_UP_TO = 2.0**53
FEW_DECIMALS = 7
STABLE_UP_TO = 1 << 14

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sums:
    """Exact numbers: `high` alone, or `high` shifted left by `shift` bits plus `low`; `unit` of them make one point."""

    high: Ints
    low: Ints | None
    shift: int
    unit: int

    def __len__(self) -> int:
        return len(self.high)

    def taken(self, index: Ints) -> "Sums":
        """Give the numbers at some places."""
        return Sums(self.high[index], None if self.low is None else self.low[index], self.shift, self.unit)

    def plus(self, other: "Sums") -> "Sums":
        """Add each number to each of the other, rows first."""
        high = np.add.outer(self.high, other.high).ravel()
        if self.low is None or other.low is None:
            return Sums(high, None, self.shift, self.unit)
        low = np.add.outer(self.low, other.low).ravel()
        return Sums(high + (low >> self.shift), low & ((1 << self.shift) - 1), self.shift, self.unit)

    def floats(self) -> Floats:
        """Give each number in points, rounded once."""
        if self.low is None and self.unit <= 10**22 and np.all(np.abs(self.high) < WHOLE_UP_TO):
            return np.asarray(self.high / float(self.unit))
        low = [0] * len(self) if self.low is None else self.low.tolist()
        whole = ((h << self.shift) + one for h, one in zip(self.high.tolist(), low, strict=True))
        return np.array([number / self.unit for number in whole])


def exact(values: Sequence[Floats]) -> list[Sums]:
    """Write the value arrays of one side as exact numbers of one unit.

    Raises ValueError where the largest and the smallest value lie too far apart.

    >>> one, other = exact([np.array([0.1, 0.5]), np.array([0.2])])
    >>> one.plus(other).floats().tolist()
    [0.3, 0.7]
    """
    flat = np.concatenate(values)
    numbers, unit = _whole(flat)
    ends = np.cumsum([len(array) for array in values]).tolist()
    spans = list(zip([0, *ends[:-1]], ends, strict=True))
    bits = sum(max(abs(number) for number in numbers[a:b]) for a, b in spans).bit_length()
    if bits > MOST_BITS:
        raise ValueError("values lie too far apart to be added exactly: leave out digits that mean nothing")
    shift = max(0, bits - BITS)
    high = np.array([number >> shift for number in numbers], np.int64)
    low = np.array([number & ((1 << shift) - 1) for number in numbers], np.int64) if shift else None
    return [Sums(high[a:b], None if low is None else low[a:b], shift, unit) for a, b in spans]


def _whole(flat: Floats) -> tuple[list[int], int]:
    """Give values as whole numbers, and how many of these make one."""
    for decimals in range(FEW_DECIMALS) if np.all(np.abs(flat) < WHOLE_UP_TO) else ():
        unit = 10**decimals
        scaled = np.rint(flat * unit)
        if np.all(np.abs(scaled) < WHOLE_UP_TO) and np.array_equal(scaled / unit, flat):
            return scaled.astype(np.int64).tolist(), unit
    printed = [_printed(value) for value in flat.tolist()]
    decimals = max(0, *(places for _, places in printed))
    return [number * 10 ** (decimals - places) for number, places in printed], 10**decimals


def _printed(value: float) -> tuple[int, int]:
    """Give the decimal a value prints as: its digits, and how many of them stand behind the point."""
    digits, _, exponent = repr(value).partition("e")
    before, _, behind = digits.partition(".")
    return int(before + behind), len(behind) - int(exponent or 0)


def undominated(own: Sums, theirs: Sums) -> Ints:
    """Where no other point is as good for both sides and better for one; equal points once, best for own first.

    The sort and the running maximum work on the upper bits; what these cannot tell apart is told by all bits.
    """
    order = _falling(own)
    reached = theirs.high[order]
    best = np.maximum.accumulate(reached)
    if own.low is None and theirs.low is None:
        kept = order[np.append(True, reached[1:] > best[:-1])]
        mine = own.high[kept]
        return np.asarray(kept[np.append(mine[1:] != mine[:-1], True)])
    kept = order[np.append(True, reached[1:] >= best[:-1])]
    if np.all(np.diff(own.high[kept]) < 0) and np.all(np.diff(theirs.high[kept]) > 0):
        return np.asarray(kept)
    return np.asarray(kept[undominated(_ranks(own.taken(kept)), _ranks(theirs.taken(kept)))])


def _falling(sums: Sums) -> Ints:
    """Order numbers from the largest down."""
    order = np.argsort(-sums.high, kind="stable" if len(sums) <= STABLE_UP_TO else None)
    if sums.low is not None and np.any(np.diff(sums.high[order]) == 0):
        order = np.lexsort((sums.low, sums.high))[::-1]
    return np.asarray(order)


def _ranks(sums: Sums) -> Sums:
    """Give each number's rank among all, equal numbers the same."""
    low = np.zeros_like(sums.high) if sums.low is None else sums.low
    order = np.lexsort((low, sums.high))
    rises = (np.diff(sums.high[order]) != 0) | (np.diff(low[order]) != 0)
    ranks = np.empty_like(sums.high)
    ranks[order] = np.append(0, np.cumsum(rises))
    return Sums(ranks, None, 0, 1)
