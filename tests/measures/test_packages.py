"""Packages and the question that tells them apart: beside all deals listed, and doubts worked out by hand."""

from itertools import product
from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.measures import packages as module
from goodwill.measures.packages import NEAR, packages
from goodwill.measures.settling import settling, telling

POINTS = st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=3, max_size=3)


def worth(side, deal):
    return sum(side[n][option] for n, option in enumerate(deal))


@settings(deadline=None)
@given(POINTS, POINTS, POINTS, st.integers(0, 20))
def test_packages_lie_within_the_bounds_and_the_first_is_the_best_of_all_that_do(mine, one, two, least):
    chance = np.array([0.6, 0.4])
    theirs = [np.array([one[n], two[n]], float) for n in range(3)]
    found = packages([np.array(values, float) for values in mine], theirs, chance, (least, least + 4))
    expected = {
        deal: 0.6 * worth(one, deal) + 0.4 * worth(two, deal)
        for deal in product(range(3), repeat=3) if least <= worth(mine, deal) <= least + 4
    }  # fmt: skip
    deals = [tuple(deal) for deal in found.options.tolist()]
    assert bool(deals) == bool(expected)
    assert len(set(deals)) == len(deals) <= 3
    assert set(deals) <= set(expected)
    if deals:
        assert found.theirs[0] == pytest.approx(max(expected.values()))
        assert found.theirs.tolist() == pytest.approx([expected[deal] for deal in deals])
        assert found.liked.sum() == pytest.approx(1)
        reach = sum(float(np.ptp(chance @ values)) for values in theirs)
        assert (found.theirs >= max(expected.values()) - NEAR * max(reach, 1e-12) - 1e-9).all()
        assert (found.low <= found.high).all()


def test_each_of_two_sorts_of_sides_finds_a_package_it_likes():
    mine = [np.array([4.0, 2.0, 0.0])] * 2
    one, two = np.array([0.0, 1.0, 9.0]), np.array([0.0, 6.0, 6.5])
    theirs = [np.array([one, two]), np.array([two, one])]
    found = packages(mine, theirs, np.array([0.5, 0.5]), (4.0, 4.0))
    assert sorted(map(tuple, found.options[found.liked > 0].tolist())) == [(0, 2), (2, 0)]
    assert found.short.max() == pytest.approx(0, abs=0.01)


def test_where_their_points_are_known_the_next_best_are_given_too():
    ours, theirs = (
        [np.array([3.0, 2.0, 0.0]), np.array([3.0, 1.0, 0.0])],
        [np.array([[0.0, 10, 11]]), np.array([[0, 9, 11.0]])],
    )
    found = packages(ours, theirs, np.ones(1), (0.0, 6.0))
    assert len(found) == 3
    assert (np.diff(found.theirs) <= 0).all()


def test_of_a_very_large_deal_packages_on_the_frontier_are_found(monkeypatch):
    monkeypatch.setattr(module, "MOST_LISTED", 100)
    chance = np.random.default_rng(3)
    mine = [np.sort(chance.integers(0, 30, 5)).astype(float) for _ in range(6)]
    theirs = [np.sort(chance.random((20, 5)), axis=1)[:, ::-1] for _ in range(6)]
    middle = sum(float(one.mean()) for one in mine)
    found = packages(mine, theirs, np.full(20, 0.05), (middle - 6, middle + 6))
    assert len(found) >= 2
    assert found.short[0] < 0.2


def test_the_question_that_splits_in_halves_takes_away_all_doubt_of_two():
    which, even = np.array([0, 0, 1, 1]), np.full(4, 0.25)
    answers = {(0,): np.array([True, True, False, False]), (0, 1): np.array([True, False, True, False])}
    assert telling(which, answers, even) == ((0,), pytest.approx(1.0))
    assert telling(np.zeros(4, int), answers, even) == ((), 0.0)
    assert telling(which, {}, even) == ((), 0.0)


def test_how_much_a_question_tells_is_the_share_of_the_doubt_it_takes():
    which, chance = np.array([0, 1, 1]), np.array([0.5, 0.25, 0.25])
    answer = {(7,): np.array([True, True, False])}
    before = log(2)
    after = 0.75 * -(2 / 3 * log(2 / 3) + 1 / 3 * log(1 / 3))
    assert telling(which, answer, chance)[1] == pytest.approx(1 - after / before)


def test_of_a_swap_of_two_issues_one_trade_settles_all():
    changes = {1: np.array([3.0, 1.0, 2.0]), 4: np.array([-2.0, -2.0, -1.0])}
    assert settling(changes, np.full(3, 1 / 3)) == ((1, 4), pytest.approx(1.0))
    assert settling({1: np.array([1.0, -1.0])}, np.full(2, 0.5)) == ((1,), pytest.approx(1.0))
