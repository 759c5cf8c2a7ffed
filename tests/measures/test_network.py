"""The trust estimate: only the past, whatever the names, and honest about what it does not know."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.measures import network
from like_network import DAY, like_network

FIGURES = ("p_trust", "low", "high", "n", "p_rating", "mean")


@pytest.fixture(scope="module")
def seen():
    return like_network()


def own(seen, **options):
    return network.trust(*seen[:4], seen.by, seen.about, seen.at, **options)


def same(one, other, exactly=False):
    for name in FIGURES:
        np.testing.assert_allclose(getattr(one, name), getattr(other, name), atol=0 if exactly else 1e-6)
    assert one.state.tolist() == other.state.tolist()


def test_every_figure_has_its_scale(seen):
    found = own(seen)
    for name in ("p_trust", "low", "high", "p_rating"):
        assert np.all((getattr(found, name) >= 0.0) & (getattr(found, name) <= 1.0))
    assert np.all((found.low <= found.p_trust) & (found.p_trust <= found.high))
    assert np.all(np.abs(found.mean) <= 1.0)
    assert set(found.state) <= {"none", "thin", "enough"}
    assert np.all((found.n == 0.0) == (found.state == "none"))
    assert np.all((found.n >= 3.0) == (found.state == "enough"))


def test_conduct_is_learnt(seen):
    late = seen.at.max() + DAY
    people = np.unique(seen.about)
    found = network.trust(*seen[:4], np.full(len(people), -1), people, np.full(len(people), late))
    known = found.state == "enough"
    order = np.argsort(found.p_trust[known])
    truth = seen.conduct[people[known]][order]
    assert truth[: len(truth) // 10].mean() < 0.5 < 0.9 < truth[len(truth) // 3 :].mean()


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.05, 0.95))
def test_nothing_at_or_after_a_moment_changes_the_answer(seed, share):
    every = like_network(size=900, people=80, seed=seed)
    moment = np.quantile(every.at, share)
    moment = every.at[np.searchsorted(every.at, moment)]
    before = every.at < moment
    pairs = np.arange(80), (np.arange(80) + 1 + seed % 70) % 80, np.full(80, moment)
    same(network.trust(*(column[before] for column in every[:4]), *pairs), network.trust(*every[:4], *pairs))


def test_a_rating_just_before_does_change_the_answer(seen):
    late = seen.at.max() + DAY
    blamed = int(seen.about[-1])
    more = [np.append(column, new) for column, new in zip(seen[:4], (3, blamed, -1.0, late), strict=True)]
    if blamed == 3:
        more[0][-1] = 4
    ask = [np.array([9]), np.array([blamed]), np.array([late + 1.0])]
    assert network.trust(*more, *ask).p_trust[0] < network.trust(*seen[:4], *ask).p_trust[0]


def test_renaming_the_parties_changes_nothing(seen):
    names = np.random.default_rng(1).permutation(100_000)[: seen.by.max() + 1]
    renamed = network.trust(
        names[seen.by], names[seen.about], seen.value, seen.at, names[seen.by], names[seen.about], seen.at
    )
    same(own(seen), renamed)


def test_order_of_rows_does_not_matter(seen):
    rows = np.random.default_rng(2).permutation(len(seen.by))
    shuffled = network.trust(*(column[rows] for column in seen[:4]), seen.by, seen.about, seen.at)
    same(own(seen), shuffled)


def test_answers_come_in_the_order_asked(seen):
    rows = np.random.default_rng(3).permutation(len(seen.by))
    asked = network.trust(*seen[:4], seen.by[rows], seen.about[rows], seen.at[rows])
    for name in FIGURES:
        np.testing.assert_allclose(getattr(asked, name), getattr(own(seen), name)[rows], atol=1e-9)


def test_entries_among_strangers_hardly_move_a_stranger(seen):
    found = network.trust(*seen[:4], [9_000, 9_000], [9_001, 9_002], [seen.at.max() + DAY] * 2)
    assert found.p_trust[0] == found.p_trust[1]
    share = np.mean(seen.value > 0)
    assert abs(found.p_trust[0] - share) < 0.1


def test_unknown_is_a_wide_range_and_never_a_low_number(seen):
    found = network.trust(*seen[:4], [9_000], [9_001], [seen.at.max() + DAY])
    assert found.state[0] == "none"
    assert found.n[0] == 0.0
    assert found.p_trust[0] > 0.7
    assert found.high[0] - found.low[0] > 0.4
    known = own(seen)
    late = known.state == "enough"
    assert found.high[0] - found.low[0] > np.median(known.high[late] - known.low[late])


def test_without_any_rating_the_state_is_none():
    found = network.trust([], [], [], [], [1, 2], [2, 1], [0.0, 5.0])
    assert found.state.tolist() == ["none", "none"]
    assert np.all(found.p_trust > 0.7)


def test_without_any_question_there_is_no_answer(seen):
    found = network.trust(*seen[:4], [], [], [], explain=True)
    assert len(found.p_trust) == len(found.state) == 0
    assert len(found.reasons.terms) == 0


def test_how_the_asker_usually_rates_has_no_part_in_p_trust(seen):
    late = seen.at.max() + DAY
    harsh = [
        np.append(column, new)
        for column, new in zip(seen[:4], ([77_000] * 6, np.arange(6), [-1.0] * 6, [late] * 6), strict=True)
    ]
    ask = [np.array([77_000, 88_000]), np.array([200, 200]), np.array([late + DAY] * 2)]
    found = network.trust(*harsh, *ask)
    assert found.p_trust[0] == pytest.approx(found.p_trust[1], abs=1e-12)
    assert found.p_rating[0] < found.p_rating[1] - 0.01


def test_rating_oneself_adds_nothing(seen):
    praise = [
        np.append(column, new)
        for column, new in zip(seen[:4], ([5] * 30, [5] * 30, [1.0] * 30, [seen.at.min()] * 30), strict=True)
    ]
    ask = [np.array([1]), np.array([5]), np.array([seen.at.max() + DAY])]
    same(network.trust(*praise, *ask), network.trust(*seen[:4], *ask))


def test_reasons_add_up(seen):
    found = own(seen, explain=True)
    told = found.reasons
    log_odds = np.log(found.p_trust) - np.log1p(-found.p_trust)
    np.testing.assert_allclose(told.usual + told.terms.sum(axis=1) + told.rest, log_odds, atol=1e-4)
    assert np.all(np.abs(np.diff(np.abs(told.terms), axis=1)) >= 0.0)
    assert np.all(np.abs(told.terms[:, 0]) >= np.abs(told.terms[:, 2]))
    assert told.top.max() < len(told.names)
    assert told.top.min() >= 0


def test_a_bad_record_is_named_among_the_reasons():
    start = 1.3e9
    by, about = np.arange(10, 40), np.repeat([1, 2, 3], 10)
    value = np.where(about == 1, -0.8, 0.5)
    at = start + np.tile(np.arange(10), 3) * 20 * DAY
    found = network.trust(by, about, value, at, [99], [1], [start + 300 * DAY], explain=True)
    names = [found.reasons.names[place] for place in found.reasons.top[0]]
    assert found.reasons.terms[0, 0] < 0.0
    assert any("rating" in name for name in names)
    assert found.p_trust[0] < 0.6


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"value": [2.0]}, "between -1 and 1"),
        ({"value": [float("nan")]}, "finite"),
        ({"at": [float("inf")]}, "finite"),
        ({"by": [1.5]}, "whole numbers"),
        ({"by": [1, 2]}, "one length"),
        ({"at": [[1.0]]}, "one row"),
    ],
)
def test_what_cannot_be_read_is_refused(change, told):
    columns = {"by": [1], "about": [2], "value": [1.0], "at": [0.0]} | change
    with pytest.raises(ValueError, match=told):
        network.trust(**columns, pairs_by=[1], pairs_about=[2], pairs_at=[1.0])


def test_codes_may_be_any_whole_numbers():
    found = network.trust([-5, 10**15], [10**15, -5], [1.0, 1.0], [0.0, 0.0], [-5], [10**15], [DAY])
    assert found.state.tolist() == ["thin"]
