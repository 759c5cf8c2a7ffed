"""Swaps of a signed deal: all of them listed beside what every other deal would bring."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodwill.measures.improvement import spread, swaps

POINTS = st.lists(st.integers(0, 9), min_size=3, max_size=3)


@given(st.lists(POINTS, min_size=3, max_size=3), st.lists(st.lists(POINTS, min_size=3, max_size=3), min_size=2,
       max_size=2), st.tuples(*[st.integers(0, 2)] * 3))  # fmt: skip
def test_every_deal_that_is_better_for_both_is_found_with_its_chance(mine, sides, signed):
    own = [np.array(one, float) for one in mine]
    theirs = [np.array([side[n] for side in sides], float) for n in range(3)]
    chance = np.array([0.7, 0.3])
    found = swaps(own, theirs, chance, signed, 0.1)
    told = {tuple(o): (m, p) for o, m, p in zip(found.options.tolist(), found.mine, found.likely, strict=True)}
    expected = {}
    for deal in product(range(3), repeat=3):
        gain = sum(own[n][deal[n]] - own[n][signed[n]] for n in range(3))
        likely = sum(
            c for c, side in zip(chance, sides, strict=True)
            if sum(side[n][deal[n]] - side[n][signed[n]] for n in range(3)) > 0
        )  # fmt: skip
        if gain > 0 and likely >= 0.1:
            expected[deal] = (pytest.approx(gain), pytest.approx(likely))
    assert told == expected
    assert (np.diff(np.round(found.likely, 2)) <= 0).all()


def test_the_band_holds_nine_tenths_of_the_chance():
    values, chance = np.arange(100.0)[None], np.full(100, 0.01)
    assert spread(values, chance, 0.05)[0] == pytest.approx(4, abs=1)
    assert spread(values, chance, 0.95)[0] == pytest.approx(94, abs=1)
    lone = np.array([[3.0, 1.0]])
    assert spread(lone, np.array([0.0, 1.0]), 0.95)[0] == 1


def test_of_a_large_deal_only_small_changes_are_looked_at():
    own = [np.arange(6.0)] * 12
    theirs = [np.arange(6.0)[None] * (-1.0 if n % 2 else 2.0) for n in range(12)]
    found = swaps(own, theirs, np.ones(1), [2] * 12)
    assert len(found) > 100
    assert ((found.options != 2).sum(1) <= 3).all()


def test_sides_over_other_issues_are_refused():
    with pytest.raises(ValueError, match="1 issues for one side, 2"):
        swaps([np.ones(2)], [np.ones((1, 2))] * 2, np.ones(1), [0])
