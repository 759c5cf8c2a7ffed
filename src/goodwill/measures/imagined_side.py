"""One imagined side of a deal: its weights, its curves over options, its pace; and what is known and was said of it.

See `imagined`, which draws many and weighs them, and `imagined_model`, which says how well each explains what they did.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.priorities import Floats, Heard, Ints

Offered = Sequence[int | None]
Flags = NDArray[np.bool_]

FLIPPED = 0.125  # of an issue of which nobody said what they like: so many sides like the end that we do
MIDDLE = 0.15  # and so many something in between; together one in five leans as we do
PARTS = ("weight", "curve", "rough", "best", "pace")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one issue: `place` (options,), 0 the worst and 1 the best for them; `sure`, that it is so.

    `points` (options,): what each option is worth to them, where that is written down; then nothing is imagined of it.
    """

    place: Floats
    sure: bool = True
    points: Floats | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """`heard`: what they said of their priorities; `offers`: their offers in order, an option or None an issue.

    `wishes`: an issue and the option of it that they asked for, without an offer.
    """

    heard: Heard = field(default_factory=Heard)
    offers: Sequence[Offered] = ()
    wishes: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Ends:
    """How likely each option of an issue is the one they like best (options,), before anything was said or offered."""

    likely: Floats

    @classmethod
    def of(cls, issue: Known) -> "Ends":
        """Give it for an issue: the end they are known to like; else mostly the end that we do not."""
        likely = np.zeros(len(issue.place))
        likely[issue.place.argmax()] = 1.0
        if issue.sure or issue.points is not None or len(likely) == 1:
            return cls(likely)
        between = (issue.place > issue.place.min()) & (issue.place < issue.place.max())
        middle = MIDDLE if between.any() else 0.0
        likely *= 1 - FLIPPED - middle
        likely[issue.place.argmin()] += FLIPPED
        return cls(likely + middle * between / max(1, between.sum()))


@dataclass(frozen=True, slots=True)
class Sides:
    """The imagined sides under way: logarithms of weights and curves, of how far options lie apart beside what their
    places say, which option of each issue is liked best, kappa and e.
    """

    weight: Floats
    curve: Floats
    rough: Floats
    best: Ints
    pace: Floats

    def __len__(self) -> int:
        return len(self.weight)

    def at(self, index: Ints) -> "Sides":
        """Give some of them, also several times over."""
        return Sides(self.weight[index], self.curve[index], self.rough[index], self.best[index], self.pace[index])

    def where(self, taken: Flags, other: "Sides") -> "Sides":
        """Give the others in the places that are taken."""
        pairs = ((getattr(self, name), getattr(other, name)) for name in PARTS)
        return Sides(*(np.where(taken[:, None], new, old) for old, new in pairs))
