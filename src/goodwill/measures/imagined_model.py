"""How likely an imagined side is before anything was said, and how well it explains what they said and offered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from goodwill.measures.imagined_side import Ends, Evidence, Known, Sides
from goodwill.measures.priorities import Floats, Heard, order_evidence, usual

NOISE = 0.07
CONCENTRATION = 1.0
LIKING = 3.0  # how surely a wish names the better options: the chance of a wish goes as exp(3 x worth)
_CURVE = 0.2
_ROUGH = 1.0
_STEP = 0.35
_NOTHING = Heard()


@dataclass(frozen=True)
class Model:
    """What is known, laid out for sums over all sides at once."""

    issues: Sequence[Known]
    evidence: Evidence
    horizon: float
    shares: Floats = field(init=False)
    usual: float = field(init=False)
    ends: tuple[Ends, ...] = field(init=False)
    gaps: tuple[slice, ...] = field(init=False)

    def __post_init__(self) -> None:
        spans = [0.0 if i.points is None else float(np.ptp(i.points)) for i in self.issues]
        last = np.cumsum([0, *(len(issue.place) - 1 for issue in self.issues)])
        for name, told in (
            ("shares", np.array(spans)),
            ("usual", usual(len(self.issues), self.evidence.heard)),
            ("ends", tuple(Ends.of(issue) for issue in self.issues)),
            ("gaps", tuple(slice(*pair) for pair in pairwise(last))),
        ):
            object.__setattr__(self, name, told)

    def drawn(self, count: int, chance: np.random.Generator) -> Sides:
        """Draw so many sides, before anything was said or offered."""
        shape = (count, len(self.issues))
        return Sides(
            np.log(chance.gamma(CONCENTRATION, size=shape) + 1e-12),
            chance.normal(0, _CURVE, shape),
            chance.normal(0, _ROUGH, (count, self.gaps[-1].stop)),
            np.column_stack([chance.choice(len(one.likely), count, p=one.likely) for one in self.ends]),
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
        place = self._places(sides.rough[:, self.gaps[n]], issue.place)
        away = np.abs(place - np.take_along_axis(place, sides.best[:, n, None], 1))
        furthest = away.max(1, keepdims=True)
        near = 1 - away / np.where(furthest > 0, furthest, 1.0) - (furthest == 0)
        return np.asarray(np.maximum(near, 0.0) ** np.exp(sides.curve[:, n, None]))

    @staticmethod
    def _places(rough: Floats, place: Floats) -> Floats:
        """Give the places of an issue's options with its gaps wider or narrower, 0 to 1 (m, options)."""
        order = np.argsort(place, kind="stable")
        gaps = np.diff(place[order]) * np.exp(rough)
        run = np.column_stack((np.zeros(len(rough)), np.cumsum(gaps, axis=1)))
        run /= np.where(run[:, -1:] > 0, run[:, -1:], 1.0)
        return np.asarray(run[:, np.argsort(order, kind="stable")])

    def prior(self, sides: Sides) -> Floats:
        """Give the log chance of each side before anything was said or offered, up to a constant."""
        free = CONCENTRATION * sides.weight - np.exp(sides.weight)
        bent = -0.5 * ((sides.curve / _CURVE) ** 2).sum(1) - 0.5 * ((sides.rough / _ROUGH) ** 2).sum(1)
        kappa, e = sides.pace.T
        inside = (kappa > 0) & (kappa < 1) & (np.abs(np.log(np.maximum(e, 1e-9))) < 2)
        return np.asarray(np.where(inside, free.sum(1) + bent + self._ends(sides), -np.inf))

    def _ends(self, sides: Sides) -> Floats:
        with np.errstate(divide="ignore"):
            return _total([np.log(one.likely)[sides.best[:, n]] for n, one in enumerate(self.ends)])

    def said(self, sides: Sides) -> Floats:
        """Give the log chance of what was said and wished."""
        if self.evidence.heard == _NOTHING:
            return self._wished(sides)
        ranks = np.argsort(np.argsort(-self.weights(sides), axis=1, kind="stable"), axis=1)
        return order_evidence(ranks, self.evidence.heard, self.usual) + self._wished(sides)

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
        pace = sides.pace * np.column_stack((np.ones(len(sides)), np.exp(chance.normal(0, 0.2, len(sides)))))
        pace[:, 0] += chance.normal(0, 0.1, len(sides))
        few = chance.random(shape) < 2 / shape[1]
        other = np.column_stack([chance.integers(0, len(one.likely), len(sides)) for one in self.ends])
        sizes = [len(one.likely) - 1 for one in self.ends]
        return Sides(
            sides.weight + few * chance.normal(0, _STEP, shape),
            sides.curve + few * chance.normal(0, _STEP / 2, shape),
            sides.rough + np.repeat(few, sizes, axis=1) * chance.normal(0, _STEP, sides.rough.shape),
            np.where(chance.random(shape) < 0.3 / shape[1], other, sides.best),
            pace,
        )


def _total(parts: list[Floats]) -> Floats:
    return np.asarray(np.sum(parts, axis=0))
