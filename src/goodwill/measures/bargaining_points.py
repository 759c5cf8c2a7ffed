"""Four ways to pick a point of the frontier that can be argued for, each with the reason it rests on.

Each looks only at points where both sides gain at least nothing over having no deal. They explain and justify terms;
they forecast nothing, least of all how satisfied anyone will be.

- Nash: the largest product of the two gains (Nash 1950, The Bargaining Problem, Econometrica 18:155-162).
- Kalai-Smorodinsky: the largest smaller share, each side's share being its gain over the most it could gain (Kalai and
  Smorodinsky 1975, Other Solutions to Nash's Bargaining Problem, Econometrica 43:513-518).
- Egalitarian: the largest smaller gain, then the largest larger one (Kalai 1977, Proportional Solutions to Bargaining
  Situations, Econometrica 45:1623-1630).
- Utilitarian: the largest sum.

The last two compare the points of one side with those of the other, so they mean something only where both were written
on one scale; the first two do not depend on the scale.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Score = Callable[[Fraction, Fraction], tuple[Fraction, ...]]


@dataclass(frozen=True, slots=True)
class BargainingPoints:
    """Indices into the frontier, all ties given in its order; all empty where no point leaves both sides a gain.

    `acceptable`: the points where both sides gain at least nothing.
    """

    acceptable: tuple[int, ...]
    nash: tuple[int, ...]
    kalai_smorodinsky: tuple[int, ...]
    egalitarian: tuple[int, ...]
    utilitarian: tuple[int, ...]


def bargaining_points(
    own: ArrayLike, theirs: ArrayLike, own_reservation: float, their_reservation: float
) -> BargainingPoints:
    """The Nash, Kalai-Smorodinsky, egalitarian and utilitarian points of a frontier.

    `own`, `theirs` (m,): the totals of the frontier's points; the reservation values: what having no deal is worth to
    each side. Numbers are taken as the decimals they print as, so a tie is a tie. A side that can gain nothing at any
    point has its whole share at each. Raises ValueError for lengths that differ and for numbers that are not finite.
    Source: the module.

    >>> bargaining_points([7, 5, 3, 0], [0, 3, 4, 5], 1, 1)
    BargainingPoints(acceptable=(1, 2), nash=(1,), kalai_smorodinsky=(1,), egalitarian=(1,), utilitarian=(1,))
    """
    mine, other = np.asarray(own, np.float64), np.asarray(theirs, np.float64)
    if mine.ndim != 1 or mine.shape != other.shape:
        raise ValueError(f"own and theirs must be 1-d and of one length, got {mine.shape} and {other.shape}")
    if not np.isfinite([*mine, *other, own_reservation, their_reservation]).all():
        raise ValueError("totals and reservation values must be finite")
    kept = np.flatnonzero((mine >= own_reservation) & (other >= their_reservation))
    if not kept.size:
        return BargainingPoints((), (), (), (), ())
    gains = _gains(mine[kept], own_reservation), _gains(other[kept], their_reservation)
    most = max(gains[0]), max(gains[1])
    picks: tuple[Score, ...] = (
        lambda a, b: (a * b,),
        lambda a, b: (min(_share(a, most[0]), _share(b, most[1])),),
        lambda a, b: (min(a, b), max(a, b)),
        lambda a, b: (a + b,),
    )
    found = [tuple(kept[_best(*gains, pick)].tolist()) for pick in picks]
    return BargainingPoints(tuple(kept.tolist()), *found)


def _gains(totals: Floats, reservation: float) -> list[Fraction]:
    """Give what each total is worth over no deal, exactly."""
    base = Fraction(repr(float(reservation)))
    return [Fraction(repr(total)) - base for total in totals.tolist()]


def _share(gain: Fraction, most: Fraction) -> Fraction:
    return gain / most if most else Fraction(1)


def _best(own: list[Fraction], theirs: list[Fraction], score: Score) -> list[int]:
    """Where the score is highest, all ties."""
    scores = [score(a, b) for a, b in zip(own, theirs, strict=True)]
    best = max(scores)
    return [place for place, one in enumerate(scores) if one == best]
