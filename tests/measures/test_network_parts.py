"""The parts of the trust estimate, each against a plain loop or a known answer."""

import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.measures.network import fairness_goodness
from goodwill.measures.network_blocks import blocks
from goodwill.measures.network_defaults import shipped, unpacked
from goodwill.measures.network_features import RATER, TRUST
from goodwill.measures.network_gate import Gate
from goodwill.measures.network_learner import chance, laplace, learnt, opinion
from goodwill.measures.network_past import past
from goodwill.measures.network_products import gathered, gram, spreads, weighed
from goodwill.measures.network_range import interval
from goodwill.measures.network_ratings import base_rate, ratings
from goodwill.measures.network_scan import latest, recurrence
from goodwill.measures.network_timeline import groups, sorted_search
from goodwill.measures.network_weight import crowd_weight, settled_weight
from goodwill.measures.network_witness import readings
from like_network import DAY, like_network


@settings(deadline=None)
@given(st.integers(0, 700), st.integers(0, 2**31))
def test_recurrence_is_the_plain_loop(size, seed):
    chance_of = np.random.default_rng(seed)
    decay = np.where(chance_of.random(size) < 0.2, 0.0, chance_of.random(size))
    value = chance_of.normal(size=size)
    expected, last = [], 0.0
    for left, new in zip(decay, value, strict=True):
        last = left * last + new
        expected.append(last)
    np.testing.assert_allclose(recurrence(decay, value), expected, atol=1e-12)


def test_latest_without_any_place():
    assert latest(np.zeros(0, dtype=bool), np.zeros(0, dtype=np.int32)).tolist() == []


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=60), st.integers(0, 5), st.integers(0, 10))
def test_a_look_up_finds_the_newest_group_strictly_before(seen, party, rank):
    clock = np.arange(10.0)
    who, when = np.array([who for who, _ in seen], dtype=np.int64), np.array([when for _, when in seen], dtype=np.int64)
    line = groups(who, when, clock).line
    place = line.before(np.array([party]), np.array([rank]))
    earlier = [when for owner, when in seen if owner == party and when < rank]
    assert (place[0] >= 0) == bool(earlier)
    if earlier:
        assert line.days(place)[0] == max(earlier)


@settings(deadline=None)
@given(st.lists(st.integers(0, 50)), st.lists(st.integers(-5, 60)))
def test_sorted_search_is_searchsorted(keys, wanted):
    keys, wanted = np.sort(np.array(keys, dtype=np.int64)), np.array(wanted, dtype=np.int64)
    assert sorted_search(keys, wanted).tolist() == np.searchsorted(keys, wanted).tolist()


def loop_fairness_goodness(by, about, value):
    """The authors' loop over a networkx graph, written from equations 1 and 2 of the paper."""
    graph = networkx.DiGraph()
    graph.add_weighted_edges_from(zip(by.tolist(), about.tolist(), value.tolist(), strict=True))
    fairness, goodness = dict.fromkeys(graph, 1.0), dict.fromkeys(graph, 0.0)
    moved = 1.0
    while moved > 1e-6:
        moved_good = moved_fair = 0.0
        for node in graph:
            edges = list(graph.in_edges(node, data="weight"))
            new = sum(fairness[source] * weight for source, _, weight in edges) / len(edges) if edges else 0.0
            moved_good += abs(new - goodness[node])
            goodness[node] = new
        for node in graph:
            edges = list(graph.out_edges(node, data="weight"))
            new = 1.0 - sum(abs(w - goodness[to]) / 2 for _, to, w in edges) / len(edges) if edges else 1.0
            moved_fair += abs(new - fairness[node])
            fairness[node] = new
        moved = max(moved_good, moved_fair)
    return fairness, goodness


def test_fairness_and_goodness_agree_with_the_authors_loop():
    seen = like_network(size=800, people=120)
    first = np.unique(np.column_stack([seen.by, seen.about]), axis=0, return_index=True)[1]
    by, about, value = seen.by[first], seen.about[first], seen.value[first]
    found = fairness_goodness(by, about, value)
    fairness, goodness = loop_fairness_goodness(by, about, value)
    for party, fair, good in zip(found.party.tolist(), found.fairness, found.goodness, strict=True):
        assert fair == pytest.approx(fairness[party], abs=1e-5)
        assert good == pytest.approx(goodness[party], abs=1e-5)
    assert found.rounds > 3


def test_fairness_and_goodness_of_nobody():
    assert len(fairness_goodness([], [], []).party) == 0


def test_witness_readings_against_a_plain_count():
    seen = like_network(size=300, people=25, seed=4)
    sorted_seen = ratings(*seen[:4], 25)
    found = readings(sorted_seen, groups(sorted_seen.about, sorted_seen.rank, sorted_seen.clock))
    share = np.exp(found) / (1.0 + np.exp(found))
    for row in (0, 120, 250, len(share) - 1):
        assert share[row] == pytest.approx(counted_reading(sorted_seen, row), abs=1e-5)


def counted_reading(seen, row):
    now, said = seen.rank[row], seen.value[row] > 0
    pairs = [pair for pair in sequels(seen) if pair[1] < now and pair[2] == said]
    prior, weight = (0.97, 100.0) if said else (0.6, 20.0)
    usual = (sum(pair[3] for pair in pairs) + weight * prior) / (len(pairs) + weight)
    own = [pair[3] for pair in pairs if pair[0] == seen.by[row]]
    return float(np.clip((sum(own) + 6.0 * usual) / (len(own) + 6.0), 0.01, 0.995))


def sequels(seen):
    for row in range(len(seen.by)):
        same = seen.about == seen.about[row]
        later = np.unique(seen.rank[same & (seen.rank > seen.rank[row])])[:2]
        for when in later:
            share = np.mean(seen.good[same & (seen.rank == when)])
            yield seen.by[row], when, seen.value[row] > 0, share


def test_crowd_weight_grows_with_the_root():
    crowd = groups(np.zeros(16, dtype=np.int64), np.zeros(16, dtype=np.int64), np.zeros(1))
    assert crowd_weight(crowd).sum() == pytest.approx(4.0)
    assert crowd_weight(crowd, np.full(16, 0.25, dtype=np.float32)).sum() == pytest.approx(8.0)
    apart = groups(np.zeros(16, dtype=np.int64), np.arange(16), np.arange(16) * 30.0)
    assert crowd_weight(apart).sum() == pytest.approx(16.0)


def test_a_newcomer_weighs_less_until_known():
    seen = ratings([1, 1, 1], [2, 3, 4], [1.0] * 3, [0.0, 30 * DAY, 3_000 * DAY], 5)
    assert settled_weight(seen).round(3).tolist() == [0.3, 0.65, 1.0]


def test_base_rate_follows_what_is_new():
    count = 4_000
    turned = ratings([0] * count, [1] * count, [1.0] * 2_000 + [-1.0] * 2_000, np.arange(count) * DAY, 2)
    usual = base_rate(turned, np.ones(count))
    assert usual[2_000] > 0.98
    assert usual[-1] < 0.2
    assert usual[0] == 0.9


def test_blocks_never_split_a_time_and_only_the_past_cuts():
    days = np.repeat(np.arange(30), 37) * DAY
    seen = ratings([0] * len(days), [1] * len(days), [1.0] * len(days), days, 2)
    cut = blocks(seen)
    assert np.all(cut.events % 37 == 0)
    half = ratings([0] * 555, [1] * 555, [1.0] * 555, days[:555], 2)
    assert blocks(half).events.tolist() == [edge for edge in cut.events.tolist() if edge <= 555]


@settings(deadline=None)
@given(st.integers(0, 300), st.integers(0, 2**31))
def test_products_in_pieces_are_the_products(rows, seed):
    draw = np.random.default_rng(seed)
    seen, amount, weights = draw.normal(size=(rows, 5)), draw.normal(size=rows), draw.normal(size=5)
    spread = gram(draw.normal(size=(9, 5)), draw.normal(size=(9, 5)))
    np.testing.assert_allclose(weighed(seen, weights), seen @ weights, atol=1e-10)
    np.testing.assert_allclose(gathered(seen, amount), seen.T @ amount, atol=1e-10)
    np.testing.assert_allclose(gram(seen, seen * 2.0), 2.0 * seen.T @ seen, atol=1e-9)
    np.testing.assert_allclose(spreads(seen, spread), np.diag(seen @ spread @ seen.T), atol=1e-9)


def test_laplace_finds_the_slope_that_made_the_data():
    draw = np.random.default_rng(0)
    seen = np.column_stack([np.ones(20_000), draw.normal(size=20_000)])
    truth = np.array([0.5, -1.2])
    outcome = (draw.random(20_000) < chance(seen @ truth)).astype(float)
    weights, precision = laplace(seen, outcome, np.zeros(2), 0.01 * np.eye(2))
    np.testing.assert_allclose(weights, truth, atol=4.0 / np.sqrt(np.diag(precision)).min())


def test_learning_in_two_batches_is_learning_in_one():
    draw = np.random.default_rng(1)
    seen = np.column_stack([np.ones(4_000), draw.normal(size=4_000)])
    outcome = (draw.random(4_000) < chance(seen @ np.array([1.0, 0.7]))).astype(float)
    start = opinion(np.zeros(2), np.eye(2))
    twice = learnt(learnt(start, seen[:2_000], outcome[:2_000]), seen[2_000:], outcome[2_000:])
    np.testing.assert_allclose(twice.weights, learnt(start, seen, outcome).weights, atol=0.03)


def test_no_outcome_teaches_nothing():
    start = opinion(np.ones(2), np.eye(2))
    assert learnt(start, np.zeros((0, 2)), np.zeros(0)) is start


def test_the_shift_follows_a_change_of_level():
    start = opinion(np.array([2.0]), 1e9 * np.eye(1))
    moved = learnt(start, np.ones((3_000, 1)), np.tile([1.0, 0.0], 1_500))
    assert moved.weights[0] == pytest.approx(2.0, abs=1e-3)
    assert moved.weights[0] + moved.shift == pytest.approx(0.0, abs=0.05)


def test_the_gate_opens_with_three_reports():
    gate = Gate(np.array([0.0, 1.5, 3.0, 90.0]), np.zeros(4))
    np.testing.assert_allclose(gate.through(np.ones(4)), [0.35, 0.675, 1.0, 1.0])


@settings(deadline=None)
@given(st.floats(0.001, 0.999), st.floats(0.05, 0.99), st.floats(0.0, 500.0), st.floats(0.0, 5.0))
def test_range_holds_the_estimate(estimate, usual, evidence, doubt):
    low, high = interval(*(np.array([part]) for part in (estimate, usual, evidence, doubt)))
    assert 0.0 <= low[0] <= estimate <= high[0] <= 1.0


def test_range_narrows_with_evidence_and_widens_with_doubt():
    three = np.full(3, 0.8)
    low, high = interval(three, three, np.array([0.0, 40.0, 40.0]), np.array([0.0, 0.0, 2.0]))
    width = high - low
    assert width[1] < width[2]
    assert width[1] < width[0]


def test_the_shipped_weights_fit_the_columns():
    start = shipped()
    assert start.trust.weights.shape == (len(TRUST) + 1,)
    assert start.rating.weights.shape == (len(TRUST) + len(RATER) + 1,)
    for belief in (start.trust, start.rating):
        assert np.all(np.linalg.eigvalsh(belief.precision) > 0.0)
    assert start.usual.shape == (3, len(TRUST) + 1)


def test_what_is_no_archive_of_weights_is_refused():
    with pytest.raises(ValueError, match="pickle"):
        unpacked(b"not an archive")


def test_columns_are_as_many_as_their_names():
    seen = like_network(size=200, people=30)
    known = past(ratings(*seen[:4], 30))
    assert known.received.rows.shape[1] == len(known.received.names)
    assert known.received.rows.dtype == np.float32
