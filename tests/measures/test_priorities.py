"""Priorities read from what was said and offered: beside sums written out, and sides whose wishes are known."""

from itertools import permutations
from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.measures.imagined import imagined
from goodwill.measures.imagined_side import Evidence, Known
from goodwill.measures.priorities import Heard, orders, ranked_aloud
from goodwill.measures.statement_types import DOUBT, TEMPER, TYPES

SHARES = st.tuples(*[st.floats(0.05, 0.9)] * 3)
SAID = st.lists(st.tuples(st.integers(0, 2), SHARES), max_size=6)
LINE = np.linspace(0, 1, 4)


def written_out(said):
    """Give the chance of each order of three, by the formula and nothing else."""
    likely = {}
    for order in permutations(range(3)):
        total = 0.0
        for issue, shares in set(said):
            total += TEMPER * said.count((issue, shares)) ** 0.5 * log(shares[order.index(issue)])
        likely[order] = exp(total)
    return {order: (1 - DOUBT) * one / sum(likely.values()) + DOUBT / 6 for order, one in likely.items()}


@given(SAID)
def test_the_chance_of_each_order_is_the_formula(said):
    found = orders(3, Heard(said))
    told = {tuple(np.argsort(ranks).tolist()): chance for ranks, chance in zip(found.ranks, found.chance, strict=True)}
    expected = written_out(said)
    assert {order: pytest.approx(told[order]) for order in told} == expected


@given(SAID, st.permutations(range(3)))
def test_issues_under_other_names_have_the_same_chances(said, names):
    one = orders(3, Heard(said)).top()
    other = orders(3, Heard([(names[issue], shares) for issue, shares in said])).top()
    assert other[list(names)].tolist() == pytest.approx(one.tolist())


def test_with_nothing_said_every_order_is_as_likely():
    for issues in (1, 2, 5):
        found = orders(issues, Heard())
        assert np.ptp(found.chance) == 0
        assert found.top().tolist() == pytest.approx([1 / issues] * issues)


def test_words_without_end_never_make_an_order_sure_and_an_answer_when_asked_is_no_words():
    said = [(0, (0.8, 0.15, 0.05)), (1, (0.1, 0.7, 0.2)), (0, (0.7, 0.2, 0.1))] * 1000
    assert orders(3, Heard(said)).chance.max() == pytest.approx(1 - DOUBT * 5 / 6)
    assert orders(3, Heard(said, rankings=[[1, 0, 2]])).likeliest() == (0, 1, 2)
    assert orders(3, Heard(said[:1], rankings=[[1, 0, 2]])).likeliest()[0] == 1


def test_the_doubt_is_as_large_for_imagined_sides_as_for_orders():
    said = [(0, (0.8, 0.15, 0.05)), (2, (0.1, 0.2, 0.7))] * 40
    exact = orders(3, Heard(said)).top()
    drawn = imagined([Known(LINE)] * 3, Evidence(Heard(said)), count=4000).top()
    assert drawn.tolist() == pytest.approx(exact.tolist(), abs=0.03)
    many = imagined([Known(LINE)] * 10, Evidence(Heard(said)), count=4000).top()
    assert many[0] > many[1:].max() > 0


def test_a_ranking_said_aloud_is_believed_by_plackett_and_luce():
    ranks = np.array([[0, 1, 2]])
    e = [exp(0), exp(-1.25), exp(-2.5)]
    expected = log(e[0] / sum(e)) + log(e[1] / (e[1] + e[2]))
    assert ranked_aloud(ranks, [0, 1, 2])[0] == pytest.approx(expected)
    assert orders(5, Heard(rankings=[[3, 1]])).likeliest()[:2] == (3, 1)
    assert orders(5, Heard(named=[3, 1])).top()[3] < orders(5, Heard(rankings=[[3, 1]])).top()[3]


@pytest.mark.parametrize(
    ("issues", "heard", "told"),
    [
        (9, Heard(), "1 to 8"),
        (0, Heard(), "1 to 8"),
        (2, Heard([(2, (0.3, 0.3, 0.4))]), "none of the 2"),
        (2, Heard([(0, (0.3, 0.0, 0.7))]), "above 0"),
        (2, Heard([(0, (0.3, 0.7))]), "three chances"),
        (3, Heard(rankings=[[0, 0]]), "twice"),
    ],
)
def test_what_cannot_be_read_is_refused(issues, heard, told):
    with pytest.raises(ValueError, match=told):
        orders(issues, heard)


def test_the_table_of_statements_holds_shares_and_counts():
    assert len(TYPES) > 50
    for high, middle, low, seen in TYPES.values():
        assert high + middle + low == pytest.approx(1, abs=0.002)
        assert min(high, middle, low) > 0
        assert seen >= 10
    assert TYPES["most"][0] > 0.6 > TYPES["no-need"][0]
    assert TYPES["no-need"][2] > 0.5
    assert TYPES["you-get 3"][2] > TYPES["you-get 1"][2]


def test_the_same_evidence_gives_the_same_sides_and_another_seed_nearly_so():
    issues, evidence = [Known(LINE)] * 4, Evidence(offers=[[3, 3, 3, 3], [3, 2, 0, 1], [3, 1, 1, 0]])
    one, two, three = (imagined(issues, evidence, seed=seed) for seed in (0, 0, 7))
    assert np.array_equal(one.weights, two.weights)
    assert np.abs(one.chance @ one.weights - three.chance @ three.weights).max() < 0.04


def test_what_is_held_on_to_weighs_more_than_what_is_given_up():
    offers = [[3, 3, 3], [3, 2, 3], [3, 1, 2], [3, 0, 2], [3, 0, 1]]
    found = imagined([Known(LINE)] * 3, Evidence(offers=offers))
    weight = found.chance @ found.weights
    assert weight[0] > weight[2] > weight[1]
    assert found.top()[0] > 0.6


def test_offers_also_tell_which_end_is_liked_where_nobody_said():
    unsure, sure = Known(LINE, sure=False), Known(LINE)
    before = imagined([unsure, sure], Evidence())
    after = imagined([unsure, sure], Evidence(offers=[[0, 3], [0, 2], [0, 2], [0, 1]]))
    liked = [found.chance @ (found.worth[0][:, 0] > found.worth[0][:, 3]) for found in (before, after)]
    assert liked[0] == pytest.approx(0.2, abs=0.03)
    assert liked[1] > 0.9
    wished = imagined([unsure, sure], Evidence(wishes=[(0, 0), (0, 0)]))
    assert wished.chance @ (wished.worth[0][:, 0] > wished.worth[0][:, 3]) > 0.5


def test_an_option_in_the_middle_is_seen_where_they_ask_for_it_from_the_first():
    unsure, sure = Known(LINE, sure=False), Known(LINE)
    best = [found.chance @ (found.worth[0].argmax(1) == 1) for found in (
        imagined([unsure, sure], Evidence()),
        imagined([unsure, sure], Evidence(offers=[[1, 3], [1, 2], [1, 1]], wishes=[(0, 1)])),
        imagined([sure, sure], Evidence(offers=[[1, 3], [1, 2], [1, 1]], wishes=[(0, 1)])),
    )]  # fmt: skip
    assert best[0] == pytest.approx(0.075, abs=0.02)
    assert best[1] > 0.5
    assert best[2] == 0.0


def test_places_that_are_all_alike_are_worth_nothing_and_no_fault():
    flat = Known(np.zeros(3), sure=False)
    found = imagined([flat, Known(np.zeros(1)), Known(LINE)], Evidence(offers=[[0, 0, 3], [2, 0, 1]]), count=200)
    assert found.worth[0].max() == found.worth[1].max() == 0.0
    assert np.isfinite(found.worth[2]).all()


def test_points_written_down_are_kept_and_set_the_scale():
    written = Known(LINE, points=np.array([0.0, 10.0, 20.0, 40.0]))
    found = imagined([written, Known(LINE), Known(LINE, points=np.array([5.0, 5.0, 25.0, 15.0]))], Evidence())
    assert np.allclose(found.worth[0], [0, 10, 20, 40])
    assert np.allclose(found.worth[2], [0, 0, 20, 10])
    assert found.worth[1].min() >= 0


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.none() | st.integers(0, 3), min_size=3, max_size=3), max_size=4))
def test_whatever_was_offered_the_chances_add_up_and_worth_stays_between_none_and_all(offers):
    found = imagined([Known(LINE), Known(LINE, sure=False), Known(LINE)], Evidence(offers=offers), count=100)
    assert found.chance.sum() == pytest.approx(1)
    assert found.weights.sum(1) == pytest.approx(1)
    best = sum(worth.max(1) for worth in found.worth)
    assert best == pytest.approx(1)
    assert min(worth.min() for worth in found.worth) >= 0


@pytest.mark.parametrize(
    ("issues", "evidence", "told"),
    [
        ([], Evidence(), "at least one issue"),
        ([Known(LINE)], Evidence(offers=[[4]]), "option 4 of 4"),
        ([Known(LINE)], Evidence(offers=[[1, 1]]), "names 2 issues"),
        ([Known(LINE)], Evidence(Heard([(1, (0.3, 0.3, 0.4))])), "none of the 1"),
        ([Known(LINE)], Evidence(wishes=[(0, 4)]), "wish"),
    ],
)
def test_evidence_about_what_is_not_there_is_refused(issues, evidence, told):
    with pytest.raises(ValueError, match=told):
        imagined(issues, evidence)
