"""Made-up sides that make offers, to see how well what they want is read from these alone.

They are not drawn from what the reading assumes: weights are even draws, or Dirichlet ones; what options are worth
rises at random, in steps, or along a curve; each offer is one of the five deals just above the worth aimed at. Of the
sides that like a middle, each issue of three options or more is, one time in three, one of which they like an option in
between best, and nobody says which: it is told apart from an end only by what they offer.
"""

from itertools import product

import numpy as np

from goodwill.measures.imagined import Evidence, Known, imagined

DEALS, TESTED, OFFERS = 4000, 1000, 5


def correlations(worlds: int, particles: int = 2000):
    """Give a line for each sort of side: the mean correlation, and that of equal weights."""
    for weights, shape, rounds in product(("even", "Dirichlet"), ("steps", "curves", "middles"), (10, 20)):
        found = [_one(np.random.default_rng(seed), (weights, shape, rounds), particles) for seed in range(worlds)]
        ours, equal = np.mean(found, axis=0)
        yield (
            f"{OFFERS} offers of {rounds} rounds, {weights} weights, {shape}: r {ours:.3f}"
            f"   equal weights {equal:.3f}   {worlds} sides"
        )


def _one(chance, sort, particles):
    weights, shape, rounds = sort
    worth = _side(chance, weights, shape)
    issues = [Known(np.linspace(0, 1, len(one)), shape != "middles") for one in worth]
    found = imagined(issues, Evidence(offers=_offers(chance, worth, rounds)), particles).mean()
    deals = _deals(chance, worth, TESTED)
    true = _total(worth, deals)
    told, equal = _total(found, deals), _total([issue.place for issue in issues], deals)
    return np.corrcoef(true, told)[0, 1], np.corrcoef(true, equal)[0, 1]


def _side(chance, weights, shape):
    """Draw what each option is worth, issue by issue; the best last, but where a middle is liked."""
    count = int(chance.integers(4, 9))
    weight = chance.random(count) if weights == "even" else chance.dirichlet(np.ones(count))
    curves = []
    for size in chance.integers(3, 7, count):
        if shape == "curves":
            curve = np.linspace(0, 1, size) ** np.exp(chance.normal(0, 0.5))
        else:
            curve = np.sort(chance.random(size))
            curve = (curve - curve[0]) / (curve[-1] - curve[0])
        if shape == "middles" and size > 2 and chance.random() < 1 / 3:
            curve = _peaked(curve, int(chance.integers(1, size - 1)))
        curves.append(curve)
    return [share * curve for share, curve in zip(weight / weight.sum(), curves, strict=True)]


def _peaked(curve, best):
    """Let worth rise up to the best option and fall again, each side by the steps that are there."""
    down = np.maximum(0, curve[best] - (curve[best:] - curve[best]))
    peaked = np.concatenate((curve[:best], down))
    peaked -= peaked.min()
    return peaked / peaked.max()


def _deals(chance, worth, count):
    return np.column_stack([chance.integers(0, len(one), count) for one in worth])


def _total(worth, deals):
    return sum(one[deals[:, n]] for n, one in enumerate(worth))


def _offers(chance, worth, rounds):
    """Make five offers: the best deal first, then less and less of it, as slowly or fast as drawn."""
    deals = _deals(chance, worth, DEALS)
    total = _total(worth, deals)
    pace, floor = np.exp(chance.uniform(-1.2, 1.4)), chance.uniform(0.3, 0.7)
    made = [[int(one.argmax()) for one in worth]]
    for t in range(1, OFFERS):
        aim = 1 - (1 - floor) * (t / rounds) ** pace
        above = np.flatnonzero(total >= aim)
        least = above[np.argsort(total[above])[:5]]
        made.append(deals[chance.choice(least)].tolist() if len(least) else made[0])
    return made
