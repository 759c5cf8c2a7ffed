"""Drift: quiet series stay quiet, a worsening is told and dated, and an early good record hides nothing."""

import numpy as np
import pytest
from evaluation.drift_payers import PAYERS
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.measures.drift import worsened
from goodwill.measures.drift_threshold import SPELL, threshold
from goodwill.measures.drift_usual import FORGETTING, Usual

MONTH = 30.0


def monthly(values):
    return np.arange(len(values)) * MONTH


def payer(chance, n, share, *, more=0.0):
    """Days late of a payer late with a given chance, a few days or many, as a log-normal."""
    late = chance.random(n) < share
    return np.where(late, np.ceil(6 * np.exp(0.9 * chance.standard_normal(n))) + more, 0.0)


series = st.lists(st.integers(-10, 60), max_size=25)


@settings(max_examples=40, deadline=None)
@given(series, st.randoms(use_true_random=False))
def test_the_order_in_which_events_are_given_does_not_matter(values, chance):
    times = monthly(values)
    order = list(range(len(values)))
    chance.shuffle(order)
    assert worsened(values, times) == worsened(np.array(values, float)[order], times[order])


@settings(max_examples=40, deadline=None)
@given(series, st.integers(0, 25))
def test_later_events_do_not_change_what_was_said_before(values, cut):
    whole = worsened(values, monthly(values), false_alarms_a_year=0.5)
    before = worsened(values[:cut], monthly(values[:cut]), false_alarms_a_year=0.5)
    assert whole.path[:cut] == before.path


@settings(max_examples=40, deadline=None)
@given(series, st.integers(1, 40))
def test_a_later_newest_event_never_lowers_the_sum(values, more):
    if values:
        usual = worsened(values, monthly(values)).statistic
        assert worsened([*values[:-1], values[-1] + more], monthly(values)).statistic >= usual


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_series_that_never_changes_is_quiet(value, n):
    told = worsened([value] * n, monthly([0] * n))
    assert told.statistic == 0.0
    assert not told.worsened


@pytest.mark.parametrize("n", range(5))
def test_up_to_four_events_are_not_enough_to_say(n):
    told = worsened([0, 5, 40, 90][:n], monthly([0] * n))
    assert told.worsened is None
    assert told.threshold is None
    assert told.state == ("thin" if n else "none")


def test_five_events_say_something_and_eight_usual_ones_are_enough():
    assert worsened([0] * 5, monthly([0] * 5)).state == "thin"
    assert worsened([0] * 8, monthly([0] * 8)).state == "enough"


def test_a_worsening_is_dated_at_its_first_event():
    values = [0, 2, 0, 1, 0, 3, 0, 1, 0, 2, 0, 0, 15, 20, 18, 25, 30]
    told = worsened(values, monthly(values))
    assert told.worsened
    assert (told.since, told.since_time) == (12, 12 * MONTH)
    assert told.alarm >= told.since
    assert told.delay == told.alarm - told.since + 1
    assert told.delay <= 4
    assert told.lead == (16 - told.alarm) * MONTH
    assert told.alarm_time == told.alarm * MONTH
    assert told.usual == pytest.approx(0.55, abs=0.2)


def test_one_slip_is_no_worsening_and_the_second_is_when_a_hint_is_wished():
    good = [0, 1, 0, 0, 2, 0]
    assert not worsened([*good, 12], monthly([0] * 7), false_alarms_a_year=1).worsened
    assert worsened([*good, 12, 15], monthly([0] * 8), false_alarms_a_year=1).worsened


def test_early_quality_does_not_hide_later_lateness():
    slips = [14, 20, 16, 25, 18, 30]
    for years in (1, 3, 8):
        good = [0, 2, 1, 0] * (3 * years)
        told = worsened(good + slips, monthly(good + slips))
        assert told.worsened
        assert told.since == len(good)
        assert told.delay <= 5


def test_an_early_return_is_no_credit():
    usual = [3, 5, 4, 6, 3, 5, 4, 6]
    slips = [20, 25, 30]
    early = worsened([*usual, *[0] * 10, *slips], monthly([0] * 21))
    assert early.statistic >= worsened([*usual, *slips], monthly([0] * 11)).path[8]
    assert early.path[17] == 0.0


def test_who_recovered_is_no_longer_called_worse_and_the_bad_spell_is_no_excuse():
    good, bad = [0, 1, 0, 2] * 4, [20, 25, 30, 22, 28]
    spell = good + bad + [0] * 30
    told = worsened(spell, monthly(spell))
    assert told.worsened is False
    assert told.since is None
    assert told.usual < 1.0
    again = worsened(spell + bad, monthly(spell + bad))
    assert again.worsened
    assert again.since == len(spell)


def test_a_fair_share_of_quiet_payers_stays_quiet_and_worse_ones_are_told_in_time():
    chance = np.random.default_rng(12)
    mistaken, delays = 0, []
    for _ in range(60):
        values = np.append(payer(chance, 32, 0.15), payer(chance, 24, 0.64, more=10.0))
        quiet = worsened(values[:32], monthly(values[:32]))
        mistaken += bool(quiet.worsened)
        told = worsened(values, monthly(values))
        delays.append(told.alarm - 31 if told.alarm is not None and told.alarm >= 32 else 99)
    assert mistaken <= 6
    assert np.median(delays) <= 9


HELD = {payer.name: payer for payer in PAYERS if payer.even and payer.known == 32}
SOON = [name for name in HELD if not name.startswith(("always late, 25", "hardly ever", "improving"))]


def first_alarms(values):
    return np.array([next(iter(worsened(row, monthly(row)).alarms), 999) for row in values])


@pytest.mark.parametrize("name", HELD)
def test_no_kind_of_payer_is_flagged_by_mistake_more_often_than_wished(name):
    assert np.mean(first_alarms(HELD[name].quiet(150)) < 32) <= 0.05 + 2 * (0.05 * 0.95 / 150) ** 0.5


@pytest.mark.parametrize("name", SOON)
def test_a_worsening_is_told_in_time_whatever_the_payer(name):
    first = first_alarms(HELD[name].changed(100))
    assert np.median(first[first >= 32] - 31) <= 10


def test_one_huge_outlier_is_no_worsening_and_hides_none():
    usual = [0, 0, 4, 0, 0, 7, 0, 0, 0, 3, 0, 0]
    assert worsened([*usual, 400], monthly([0] * 13)).alarms == ()
    assert worsened([*usual, 400, *usual, 15, 25, 0, 18, 30, 22, 35], monthly([0] * 32)).worsened


def test_a_lasting_change_after_few_events_does_not_become_the_usual_by_itself():
    values = [0, 3, 0, 0, 5, 2, 0, 0] + [12, 0, 15, 20, 0, 18, 14, 25, 16, 0, 19] * 3
    told = worsened(values, monthly(values))
    assert told.worsened
    assert told.since == 8
    assert told.n <= 10


def test_a_climb_is_dated_where_it_stands_out_from_what_was_usual_before():
    values = [0, 0, 0, 0, 9, 0, 0, 12, 0, 0, 0, 0, 0, 6, 0, 0, 8, 0, 5, 0, 0, 0, 25, 30, 0, 28, 33, 40]
    told = worsened(values, monthly(values))
    assert told.worsened
    assert 18 <= told.since <= 22


def test_hours_that_fall_can_be_watched_too():
    hours = [50, 60, 40, 55, 70, 45, 52, 61, 8, 5, 6, 4, 3, 5, 2]
    told = worsened(hours, monthly(hours), worse="lower")
    assert told.worsened
    assert 40 <= told.usual <= 70
    assert not worsened(hours, monthly(hours)).worsened


def test_an_irregular_payer_is_judged_by_their_own_spread():
    irregular = [0, 30, 5, 0, 45, 2, 20, 0, 35, 10, 0, 28]
    steady = [0, 1, 0, 2, 0, 1, 0, 2, 0, 1, 0, 2]
    slips = [40, 35, 45]
    one, other = (worsened(past + slips, monthly([0] * 15)) for past in (irregular, steady))
    assert not one.worsened
    assert other.worsened
    assert other.statistic > one.statistic


def test_a_rarer_wished_mistake_asks_for_more():
    values = [0, 1, 0, 2, 0, 1, 0, 2, 12]
    heights = [worsened(values, monthly(values), false_alarms_a_year=w).threshold for w in (2.0, 0.5, 0.1)]
    assert heights[0] <= heights[1] <= heights[2]
    assert heights[0] < heights[2]


def test_a_faster_pace_asks_for_more_at_the_same_wish():
    values = [0, 1, 0, 2, 0, 1, 0, 2, 12]
    weekly = worsened(values, np.arange(9) * 7.0, false_alarms_a_year=0.5).threshold
    assert weekly >= worsened(values, np.arange(9) * 60.0, false_alarms_a_year=0.5).threshold


def test_a_balance_that_falls_is_worse_and_one_that_rises_is_not():
    balance = [0.1, -0.2, 0.0, 0.2, -0.1, 0.1, 0.0, 0.0, -2.0, -2.5, -3.0, -4.0]
    falls = worsened(balance, monthly(balance), worse="lower", scale="plain", false_alarms_a_year=1)
    rises = worsened(-np.array(balance), monthly(balance), worse="lower", scale="plain", false_alarms_a_year=1)
    assert falls.worsened
    assert falls.since == 8
    assert falls.usual == pytest.approx(0.0, abs=0.05)
    assert not rises.worsened


@given(st.lists(st.integers(-5000, 5000).map(lambda v: v / 1000), min_size=5, max_size=15), st.floats(0.01, 1000))
def test_the_unit_of_a_balance_does_not_matter(values, unit):
    one = worsened(values, monthly(values), scale="plain")
    other = worsened(np.array(values) * unit, monthly(values), scale="plain")
    np.testing.assert_allclose(one.path, other.path, atol=1e-4)


@pytest.mark.parametrize(
    ("values", "times", "wish"),
    [([1, 2], [1], None), ([[1]], [[1]], None), ([np.nan], [1], None), ([1], [np.inf], None), ([1], [1], 0.0)],
)
def test_what_does_not_fit_is_refused(values, times, wish):
    with pytest.raises(ValueError, match=r"length|finite|above 0"):
        worsened(values, times, false_alarms_a_year=wish)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 90), min_size=2, max_size=12), st.booleans())
def test_the_ratio_has_mean_one_whoever_pays_and_whichever_event_is_the_newest(values, by_days):
    ratios = []
    for i, newest in enumerate(values):
        others = Usual(values[:i] + values[i + 1 :], by_days=by_days)
        ratios.append(np.exp(others.step(newest) + FORGETTING))
    assert np.mean(ratios) == pytest.approx(1.0)


@given(st.lists(st.integers(0, 90), max_size=12), st.integers(0, 90), st.integers(0, 90))
def test_a_later_event_never_tells_less(values, one, other):
    usual = Usual(values, by_days=True)
    assert usual.step(min(one, other)) <= usual.step(max(one, other)) + 1e-12


@given(st.lists(st.integers(0, 90), max_size=12), st.integers(0, 90))
def test_what_is_taken_back_was_never_learnt(values, once):
    usual = Usual(values, by_days=True)
    usual.learn(once)
    usual.forget(once)
    assert usual.values == sorted(values)
    assert usual.step(5.0) == pytest.approx(Usual(values, by_days=True).step(5.0))


def test_the_steps_of_the_past_are_those_of_its_events_and_the_slip():
    past = [0.0, 0.0, 3.0, 9.0]
    found = Usual(past, by_days=True).steps(20.0)
    alone = [Usual([*past[:i], *past[i + 1 :], 20.0], by_days=True).step(v) for i, v in enumerate(past)]
    np.testing.assert_allclose(found, [*alone, Usual(past, by_days=True).step(20.0)])


@pytest.mark.parametrize(("share", "slip"), [(0.03, 1.0), (0.1, 0.9), (0.3, 0.8), (0.5, 0.6)])
@pytest.mark.parametrize("events", [40.0, 200.0, 640.0])
def test_the_height_is_passed_as_rarely_as_wished(share, slip, events):
    steps = np.where(np.arange(100) < 100 * share, slip, -slip)
    height = threshold(steps, events)
    chance = np.random.default_rng(5)
    total, highest = np.zeros(20_000), np.zeros(20_000)
    for _ in range(SPELL):
        total = np.maximum(total + chance.choice(steps, total.size), 0.0)
        highest = np.maximum(highest, total)
    assert np.mean(highest > height + 1e-9) <= 1.3 * (1 - np.exp(-SPELL / events))


def test_a_series_that_cannot_slip_asks_for_no_height_and_a_rarer_mistake_for_more():
    assert threshold(np.array([-1.0]), 640.0) == 0.0
    heights = [threshold(np.log([0.6, 0.6, 1.8]), events) for events in (1.0, 10.0, 100.0, 1e3, 1e4, 1e6)]
    assert heights == sorted(heights)
    assert heights[-1] - heights[-2] == pytest.approx(np.log(100))
