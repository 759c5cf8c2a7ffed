"""One imagined side of a deal: its weights, its curves over options, its pace, and how well it explains what they did.

See `imagined`, which draws many and weighs them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.priorities import Floats, Heard, Ints, order_evidence

Offered = Sequence[int | None]
Flags = NDArray[np.bool_]

NOISE = 0.07
FLIPPED = 0.2  # an issue of which nobody said which end they like: one side in five likes the end that we do
CONCENTRATION = 1.5
LIKING = 3.0  # how surely a wish names the better options: the chance of a wish goes as exp(3 x worth)
_CURVE = 0.4
_STEP = 0.35
_NOTHING = Heard()


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
class Sides:
    """The imagined sides under way; logarithms of weights and curves, which end is liked, kappa and e."""

    weight: Floats
    curve: Floats
    flipped: Flags
    pace: Floats

    def __len__(self) -> int:
        return len(self.weight)

    def at(self, index: Ints) -> "Sides":
        """Give some of them, also several times over."""
        return Sides(self.weight[index], self.curve[index], self.flipped[index], self.pace[index])

    def where(self, taken: Flags, other: "Sides") -> "Sides":
        """Give the others in the places that are taken."""
        pairs = ((getattr(self, name), getattr(other, name)) for name in ("weight", "curve", "flipped", "pace"))
        return Sides(*(np.where(taken[:, None], new, old) for old, new in pairs))


@dataclass(frozen=True)
class Model:
    """What is known, laid out for sums over all sides at once."""

    issues: Sequence[Known]
    evidence: Evidence
    horizon: float
    shares: Floats = field(init=False)

    def __post_init__(self) -> None:
        spans = [0.0 if i.points is None else float(np.ptp(i.points)) for i in self.issues]
        object.__setattr__(self, "shares", np.array(spans))

    def drawn(self, count: int, chance: np.random.Generator) -> Sides:
        """Draw so many sides, before anything was said or offered."""
        shape = (count, len(self.issues))
        unsure = np.array([not issue.sure and issue.points is None for issue in self.issues])
        return Sides(
            np.log(chance.gamma(CONCENTRATION, size=shape) + 1e-12),
            chance.normal(0, _CURVE, shape),
            (chance.random(shape) < FLIPPED) & unsure,
            np.column_stack((chance.uniform(0.02, 0.9, count), np.exp(chance.uniform(-1.2, 1.6, count)))),
        )

    def weights(self, sides: Sides) -> Floats:
        """Give the weights; issues with points share theirs as the points say."""
        weights: Floats = np.exp(sides.weight - sides.weight.max(1, keepdims=True))
        weights /= weights.sum(1, keepdims=True)
        known = np.array([issue.points is not None for issue in self.issues])
        if known.any() and self.shares.sum() > 0:
            together = weights[:, known].sum(1, keepdims=True)
            weights[:, known] = together * (self.shares / self.shares.sum())[known]
        return weights

    def curves(self, sides: Sides) -> list[Floats]:
        """Give what each option is worth between 0 and 1, for each issue (m, options)."""
        return [self._curve(sides, n, issue) for n, issue in enumerate(self.issues)]

    def _curve(self, sides: Sides, n: int, issue: Known) -> Floats:
        if issue.points is not None:
            span = np.ptp(issue.points) or 1.0
            return np.tile((issue.points - issue.points.min()) / span, (len(sides), 1))
        place = np.where(sides.flipped[:, n, None], 1 - issue.place, issue.place)
        return np.asarray(place ** np.exp(sides.curve[:, n, None]))

    def prior(self, sides: Sides) -> Floats:
        """Give the log chance of each side before anything was said or offered, up to a constant."""
        free = CONCENTRATION * sides.weight - np.exp(sides.weight)
        bent = -0.5 * (sides.curve / _CURVE) ** 2
        kappa, e = sides.pace.T
        inside = (kappa > 0) & (kappa < 1) & (np.abs(np.log(np.maximum(e, 1e-9))) < 2)
        return np.asarray(np.where(inside, (free + bent).sum(1) + self._ends(sides), -np.inf))

    def _ends(self, sides: Sides) -> Floats:
        return np.asarray((sides.flipped * np.log(FLIPPED / (1 - FLIPPED))).sum(1))

    def said(self, sides: Sides) -> Floats:
        """Give the log chance of what was said and wished."""
        if self.evidence.heard == _NOTHING:
            return self._wished(sides)
        ranks = np.argsort(np.argsort(-self.weights(sides), axis=1, kind="stable"), axis=1)
        return order_evidence(ranks, self.evidence.heard) + self._wished(sides)

    def _wished(self, sides: Sides) -> Floats:
        """Give the log chance of the wishes: likelier for what is worth more."""
        log = np.zeros(len(sides))
        for n, option in self.evidence.wishes:
            liking = LIKING * self._curve(sides, n, self.issues[n])
            log += liking[:, option] - np.log(np.exp(liking).sum(1))
        return log

    def offered(self, sides: Sides, first: int, last: int) -> Floats:
        """Give the log chance of the offers from `first` up to `last`."""
        weights, curves = self.weights(sides), self.curves(sides)
        log: Floats = np.zeros(len(sides))
        for t in range(first, last):
            named = [n for n, option in enumerate(self.evidence.offers[t]) if option is not None]
            if not named:
                continue
            worth = _total([weights[:, n] * curves[n][:, self.evidence.offers[t][n]] for n in named])
            worth /= np.maximum(weights[:, named].sum(1), 1e-9)
            meant = 1 - sides.pace[:, 0] * (t / self.horizon) ** sides.pace[:, 1]
            log += -0.5 * ((worth - meant) / NOISE) ** 2
        return log

    def moved(self, sides: Sides, chance: np.random.Generator) -> Sides:
        """Move each side a little, at random."""
        shape = sides.weight.shape
        unsure = np.array([not issue.sure and issue.points is None for issue in self.issues])
        pace = sides.pace * np.column_stack((np.ones(len(sides)), np.exp(chance.normal(0, 0.2, len(sides)))))
        pace[:, 0] += chance.normal(0, 0.1, len(sides))
        few = chance.random(shape) < 2 / shape[1]
        return replace(
            sides,
            weight=sides.weight + few * chance.normal(0, _STEP, shape),
            curve=sides.curve + few * chance.normal(0, _STEP / 2, shape),
            flipped=sides.flipped ^ (unsure & (chance.random(shape) < 0.3 / shape[1])),
            pace=pace,
        )


def _total(parts: list[Floats]) -> Floats:
    return np.asarray(np.sum(parts, axis=0))
