"""The frontier beside every outcome counted out: whole numbers, decimals, ties, and values no float can add."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goodwill.measures import exact_sums
from goodwill.measures import frontier as module
from goodwill.measures.bargaining_points import bargaining_points
from goodwill.measures.frontier import frontier

WHOLE = st.integers(-3, 6)
TENTHS = st.integers(-20, 20).map(lambda n: n / 10)
ANY = st.floats(-1e9, 1e9).filter(lambda value: value == 0 or abs(value) > 1e-9)
CLOSE = st.sampled_from([0.1, 0.2, 0.3, 0.30000000000000004, 1 / 3, 2 / 3, 1.0, 1e-18, -1e-18, 1e6])


@st.composite
def problems(draw):
    values = draw(st.sampled_from([WHOLE, TENTHS, ANY, CLOSE]))
    shape = draw(st.lists(st.integers(1, 4), min_size=1, max_size=5))
    sides = [[draw(st.lists(values, min_size=n, max_size=n)) for n in shape] for _ in range(2)]
    return sides[0], sides[1]


def read(value):
    return Fraction(repr(float(value)))


def counted_out(own, theirs):
    """Give the frontier by listing all outcomes, in fractions."""
    totals = {
        (sum(read(own[i][o]) for i, o in enumerate(chosen)), sum(read(theirs[i][o]) for i, o in enumerate(chosen)))
        for chosen in product(*(range(len(array)) for array in own))
    }
    kept, best = [], None
    for a, b in sorted(totals, reverse=True):
        if best is None or b > best:
            kept.append((a, b))
            best = b
    return kept


@settings(max_examples=300, deadline=None)
@given(problems())
@example(([[0.1, 0.2], [0.2, 0.1]], [[0.7, 0.1], [0.1, 0.7]]))
@example(([[1e-18, 0.0], [1e6, 1e6], [0.3, 0.1]], [[0.0, 1e-18], [0.1, 0.1], [1 / 3, 2 / 3]]))
def test_it_is_what_listing_every_outcome_gives(problem):
    own, theirs = problem
    found, expected = frontier(own, theirs), counted_out(own, theirs)
    assert list(zip(found.own.tolist(), found.theirs.tolist(), strict=True)) == [
        (float(a), float(b)) for a, b in expected
    ]
    for chosen, (a, b) in zip(found.options.tolist(), expected, strict=True):
        assert sum(read(own[i][o]) for i, o in enumerate(chosen)) == a
        assert sum(read(theirs[i][o]) for i, o in enumerate(chosen)) == b
    assert found.outcomes == np.prod([len(array) for array in own])


@settings(max_examples=100, deadline=None)
@given(problems(), st.randoms())
def test_the_order_of_issues_changes_nothing_but_the_order_of_options(problem, chance):
    own, theirs = problem
    order = chance.sample(range(len(own)), len(own))
    one, other = frontier(own, theirs), frontier([own[i] for i in order], [theirs[i] for i in order])
    assert one.own.tolist() == other.own.tolist()
    assert one.theirs.tolist() == other.theirs.tolist()
    assert other.options.shape == one.options.shape


@settings(max_examples=50, deadline=None)
@given(problems())
def test_in_small_blocks_it_is_the_same(problem):
    whole = frontier(*problem)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK", 3)
        patch.setattr(exact_sums, "STABLE_UP_TO", 2)
        parted = frontier(*problem)
    assert whole.own.tolist() == parted.own.tolist()
    assert whole.theirs.tolist() == parted.theirs.tolist()


def test_tenths_that_floats_add_to_different_sums_are_one_point():
    assert 0.1 + 0.2 + 0.3 != 0.3 + 0.2 + 0.1
    found = frontier([[0.1, 0.3], [0.2, 0.2], [0.3, 0.1]], [[1, 1], [1, 1], [1, 1]])
    assert (found.own.tolist(), found.theirs.tolist()) == ([0.8], [3.0])
    tied = frontier([[0.1, 0.3], [0.2], [0.3, 0.1]], [[0, -1], [0], [0, 1]])
    assert (0.6, 0.0) in zip(tied.own.tolist(), tied.theirs.tolist(), strict=True)
    assert len(set(tied.own.tolist())) == len(tied)


@pytest.mark.parametrize("make", [lambda r: r.random((12, 10)), lambda r: r.integers(0, 101, (12, 10))])
def test_a_million_million_outcomes_hold_no_sampled_outcome_beyond_the_frontier(make):
    chance = np.random.default_rng(5)
    own, theirs = make(chance).astype(float), make(chance).astype(float)
    found = frontier(list(own), list(theirs))
    assert found.outcomes == 10**12
    assert (np.diff(found.own) < 0).all()
    assert (np.diff(found.theirs) > 0).all()
    rows = np.arange(12)
    assert np.allclose(own[rows, found.options].sum(1), found.own)
    assert np.allclose(theirs[rows, found.options].sum(1), found.theirs)
    picked = chance.integers(0, 10, (20_000, 12))
    a, b = own[rows, picked].sum(1), theirs[rows, picked].sum(1)
    at_least = np.searchsorted(-found.own, -(a - 1e-9), side="right")
    assert (np.append(-np.inf, found.theirs)[at_least] >= b - 1e-9).all()


@pytest.mark.parametrize(
    ("own", "theirs", "said"),
    [
        ([], [], "no issue"),
        ([[1.0]], [[1.0], [2.0]], "1 issues and theirs 2"),
        ([[1.0, 2.0]], [[1.0]], "2 options for own and 1"),
        ([[1.0], []], [[1.0], []], "issue 1"),
        ([[float("nan")]], [[1.0]], "finite"),
        ([[1.0]], [[float("inf")]], "finite"),
        ([[[1.0]]], [[[1.0]]], "shape"),
        ([[1e300, 1e-300]], [[1.0, 2.0]], "too far apart"),
    ],
)
def test_what_is_no_deal_is_refused(own, theirs, said):
    with pytest.raises(ValueError, match=said):
        frontier(own, theirs)


def test_a_frontier_that_is_every_outcome_is_refused_and_not_begun():
    own = [[float(n * 10**e) for n in range(10)] for e in range(12)]
    with pytest.raises(ValueError, match="too large"):
        frontier(own, [[-value for value in array] for array in own])


@settings(max_examples=200, deadline=None)
@given(problems(), TENTHS, TENTHS)
def test_the_four_points_are_the_best_of_all_acceptable_outcomes(problem, mine, other):
    found = frontier(*problem)
    picked = bargaining_points(found.own, found.theirs, mine, other)
    gains = {
        n: (read(a) - read(mine), read(b) - read(other))
        for n, (a, b) in enumerate(zip(found.own, found.theirs, strict=True))
        if a >= mine and b >= other
    }
    assert picked.acceptable == tuple(gains)
    if not gains:
        assert picked.nash == picked.kalai_smorodinsky == picked.egalitarian == picked.utilitarian == ()
        return
    most = [max(gain[side] for gain in gains.values()) for side in (0, 1)]
    scores = {
        "nash": lambda a, b: a * b,
        "kalai_smorodinsky": lambda a, b: min(a / most[0] if most[0] else 1, b / most[1] if most[1] else 1),
        "egalitarian": lambda a, b: sorted((a, b)),
        "utilitarian": lambda a, b: a + b,
    }
    for name, score in scores.items():
        best = max(score(*gain) for gain in gains.values())
        assert getattr(picked, name) == tuple(n for n, gain in gains.items() if score(*gain) == best)


def test_ties_are_all_given_and_a_tie_of_tenths_is_a_tie():
    picked = bargaining_points([0.3, 0.2], [0.2, 0.3], 0.1, 0.1)
    assert picked.nash == picked.egalitarian == picked.utilitarian == picked.kalai_smorodinsky == (0, 1)


@pytest.mark.parametrize(("own", "theirs", "base"), [([1.0], [1.0, 2.0], 0.0), ([1.0], [1.0], float("nan"))])
def test_points_refuse_what_they_cannot_read(own, theirs, base):
    with pytest.raises(ValueError):
        bargaining_points(own, theirs, base, 0.0)
