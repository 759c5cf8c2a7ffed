"""Learning from a book's own items ends where they fit best, however far from the shipped weights that is."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.measures.hurdle import Weights, chance, learnt


def slope(prior, x, y, mean):
    """How fast the misfit still changes with each weight: 0 where the items fit best."""
    return x.T @ (chance(x @ mean) - y) + prior.precision @ (mean - prior.mean)


def test_a_start_that_is_surely_wrong_does_not_throw_the_weights_away():
    prior = Weights(np.array([5.0]), np.array([[0.01]]))
    x, y = np.full((40, 1), 2.0), np.zeros(40)
    told = learnt(prior, x, y)
    assert abs(slope(prior, x, y, told.mean)[0]) < 1e-6
    assert -5 < told.mean[0] < 0


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.01, 6.0), st.floats(0.02, 600.0))
def test_it_ends_at_the_best_fit(seed, size, precision):
    draw = np.random.default_rng(seed)
    x = draw.normal(0, size, (60, 3))
    y = (x @ draw.normal(0, 2, 3) + draw.normal(0, 0.5, 60) > 0).astype(float)
    prior = Weights(draw.normal(0, 1, 3), np.eye(3) * precision)
    told = learnt(prior, x, y)
    assert np.abs(slope(prior, x, y, told.mean)).max() < 1e-5 * max(1.0, size * 60)
