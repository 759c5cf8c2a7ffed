"""What each option may be worth to the other side: many imagined sides, each as likely as what was said and offered.

An imagined side has a weight for each issue, an option of it that it likes best, mostly an end, a curve (how near an
option lies to that, to the power of a, by steps of uneven size), and a pace at which it concedes: the worth of its
offer number t is near 1 - kappa (t/T)^e. Weights start as Dirichlet draws, are weighed by what was said about
priorities, then offer by offer; sides that explain little are replaced by others near those that explain much. The
draws come from a fixed seed: the same evidence, the same answer.

Source: resample and move, Gilks and Berzuini 2001, Following a Moving Target, JRSS B 63:127-146; conceding by a power
of time, Faratin, Sierra and Jennings 1998, Negotiation Decision Functions, Robotics and Autonomous Systems 24:159-182.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from goodwill.measures.imagined_model import Model
from goodwill.measures.imagined_side import Evidence, Known, Sides
from goodwill.measures.priorities import Floats

HORIZON = 10
SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Imagined:
    """`weights` (m, issues): rows add up to 1; `worth`: for each issue (m, options); `chance` (m,): adds up to 1.

    The worst deal is worth 0 to each side. The best is worth 1, or where points are written down for some issues, so
    much as fits with them.
    """

    weights: Floats
    worth: tuple[Floats, ...]
    chance: Floats

    def total(self, options: Sequence[int]) -> Floats:
        """What a deal is worth to each imagined side (m,)."""
        return np.asarray(sum(worth[:, at] for worth, at in zip(self.worth, options, strict=True)))

    def mean(self) -> list[Floats]:
        """The expected worth of each option, issue by issue."""
        return [self.chance @ worth for worth in self.worth]

    def top(self) -> Floats:
        """Each issue's chance to be the most important (issues,)."""
        first = self.weights.argmax(1)
        return np.bincount(first, self.chance, self.weights.shape[1]).astype(np.float64)


def imagined(issues: Sequence[Known], evidence: Evidence, count: int = 6000, seed: int = 0) -> Imagined:
    """Imagine the other side `count` times over, as what is known, said and offered makes likely.

    Raises ValueError for no issue, an issue without options and evidence about what is not there. Source: the module.

    >>> from goodwill.measures.priorities import Heard
    >>> price, delivery = Known(np.array([0.0, 0.5, 1.0])), Known(np.array([1.0, 0.0]))
    >>> found = imagined([price, delivery], Evidence(Heard(said=[(1, (0.8, 0.1, 0.1))] * 3)))
    >>> found.top().round(1).tolist()
    [0.1, 0.9]
    """
    _check(issues, evidence)
    model = Model(issues, evidence, float(max(HORIZON, len(evidence.offers))))
    chance = np.random.default_rng(seed)
    sides = model.drawn(count, chance)
    log = model.said(sides)
    sides, log = _refreshed(model, sides, log, 0, chance)
    for t in range(len(evidence.offers)):
        log = log + model.offered(sides, t, t + 1)
        sides, log = _refreshed(model, sides, log, t + 1, chance)
    return _told(model, sides, _normal(log))


def _told(model: Model, sides: Sides, chance: Floats) -> Imagined:
    weights, curves = model.weights(sides), model.curves(sides)
    known = np.array([issue.points is not None for issue in model.issues])
    scale = np.ones(len(sides))
    if known.any() and model.shares.sum() > 0:
        scale = model.shares.sum() / np.maximum(weights[:, known].sum(1), 1e-9)
    worth = tuple((scale * weights[:, n])[:, None] * curve for n, curve in enumerate(curves))
    return Imagined(weights, worth, chance)


def _normal(log: Floats) -> Floats:
    chance = np.exp(log - log.max())
    return np.asarray(chance / chance.sum())


def _refreshed(model: Model, sides: Sides, log: Floats, seen: int, chance: np.random.Generator) -> tuple[Sides, Floats]:
    """Draw the sides anew once half of them no longer count, and move each a little where that explains as much."""
    weight = _normal(log)
    if 1 / (weight**2).sum() > len(sides) / 2:
        return sides, log
    places = (chance.random() + np.arange(len(sides))) / len(sides)
    sides = sides.at(np.minimum(np.searchsorted(np.cumsum(weight), places), len(sides) - 1))
    fit = model.prior(sides) + model.said(sides) + model.offered(sides, 0, seen)
    for _ in range(SWEEPS):
        other = model.moved(sides, chance)
        new = model.prior(other) + model.said(other) + model.offered(other, 0, seen)
        taken = np.log(chance.random(len(sides))) < new - fit
        sides, fit = sides.where(taken, other), np.where(taken, new, fit)
    return sides, np.zeros(len(sides))


def _check(issues: Sequence[Known], evidence: Evidence) -> None:
    if not issues or not all(issue.place.size for issue in issues):
        raise ValueError("at least one issue is wanted, and an option for each")
    for offer in evidence.offers:
        if len(offer) != len(issues):
            raise ValueError(f"an offer names {len(offer)} issues, and there are {len(issues)}")
        for issue, option in zip(issues, offer, strict=True):
            if option is not None and not 0 <= option < issue.place.size:
                raise ValueError(f"an offer names option {option} of {issue.place.size}")
    for n, option in evidence.wishes:
        if not 0 <= n < len(issues) or not 0 <= option < issues[n].place.size:
            raise ValueError(f"a wish names option {option} of issue {n}, which is not there")
