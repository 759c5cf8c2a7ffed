"""Attempts to look better, or to make another look worse: how far each moves the estimate, within stated bounds.

The bounds are promises of the documentation: a change that makes an attack pay more must be seen here.
"""

import numpy as np
import pytest

from attacked_town import INVENTED, TARGET, Case
from like_network import DAY, like_network


@pytest.fixture(scope="module")
def town():
    return like_network(size=4_000)


@pytest.fixture
def case(town):
    return Case(town)


def test_the_records_alone_are_told_apart(case):
    assert case.said(case.good_year())[0] > 0.95
    assert case.said(case.bad_year())[0] < 0.2


@pytest.mark.parametrize(("count", "bound"), [(5, 0.35), (10, 0.45)])
def test_a_ring_that_praises_itself_cannot_clear_a_bad_record(case, count, bound):
    stranger, _ = case.said([])
    lifted, _ = case.said(case.bad_year() + case.ring(count, 5) + case.invented(count, 1.0, 4))
    assert lifted < bound
    assert lifted < stranger - 0.3


def test_ten_invented_names_over_ten_days_leave_a_bad_record_below_strangers(case):
    stranger, _ = case.said([])
    lifted, found = case.said(case.bad_year() + case.ring(10, 40) + case.invented(10, 1.0, 35, apart=1))
    assert lifted < 0.55 < stranger
    assert found.low[0] < 0.2


def test_even_a_ring_of_thirty_in_one_day_leaves_less_than_a_stranger_has(case):
    stranger, _ = case.said([])
    lifted, _ = case.said(case.bad_year() + case.ring(30, 5) + case.invented(30, 1.0, 4))
    assert lifted < stranger - 0.15


@pytest.mark.parametrize(("count", "bound"), [(3, 0.05), (10, 0.08), (30, 0.12)])
def test_a_burst_of_bad_ratings_by_invented_names_hardly_hurts_a_good_record(case, count, bound):
    before, _ = case.said(case.good_year())
    after, _ = case.said(case.good_year() + case.invented(count, -1.0, 3))
    assert before - after < bound


def test_evidence_spread_over_time_outweighs_a_burst(case):
    spread = [(case.settled[i], TARGET, -1.0, case.end - (60 - 6 * i) * DAY) for i in range(10)]
    burst = [(case.settled[i], TARGET, -1.0, case.end - 6 * DAY) for i in range(10)]
    long, seen_long = case.said(case.good_year() + spread)
    short, seen_short = case.said(case.good_year() + burst)
    assert seen_long.n[0] > seen_short.n[0] + 2.5
    spread_good = [(by, about, 1.0, at) for by, about, _, at in spread]
    burst_good = [(by, about, 1.0, at) for by, about, _, at in burst]
    assert case.said(case.bad_year() + spread_good)[0] > case.said(case.bad_year() + burst_good)[0]
    assert long < short - 0.05


def test_a_long_con_is_noticed_report_by_report(case):
    told = []
    for count in (0, 1, 2, 3, 5):
        recent = [(case.settled[-1 - i], TARGET, -1.0, case.end - 2 * (count - i) * DAY) for i in range(count)]
        told.append(case.said(case.good_year() + recent))
    chances = [chance for chance, _ in told]
    lows = [found.low[0] for _, found in told]
    assert chances == sorted(chances, reverse=True)
    assert lows == sorted(lows, reverse=True)
    assert chances[0] - chances[-1] > 0.05
    assert lows[0] - lows[-1] > 0.15


@pytest.mark.parametrize(("count", "bound"), [(10, 0.07), (50, 0.12)])
def test_names_made_in_a_day_gain_little_over_a_stranger_and_stay_thin(case, count, bound):
    stranger, _ = case.said([])
    member, found = case.said(case.ring(count, 5), about=INVENTED + 1)
    assert member - stranger < bound
    assert found.state[0] == "thin"


def test_a_ring_with_a_quarter_of_all_ratings_hardly_lifts_strangers(case):
    before, _ = case.said([])
    after, _ = case.said(case.ring(40, 5))
    assert abs(after - before) < 0.08


def test_saying_it_ten_times_counts_about_three(case):
    once = [(case.settled[3], TARGET, -1.0, case.end - 60 * DAY)]
    often = [(case.settled[3], TARGET, -1.0, case.end - (60 - 5 * i) * DAY) for i in range(10)]
    assert case.said(often)[1].n[0] < 3.0 * case.said(once)[1].n[0]


def test_one_persons_campaign_weighs_less_than_ten_peoples_experience(case):
    campaign = [(case.settled[3], TARGET, -1.0, case.end - (40 - 3 * i) * DAY) for i in range(10)]
    many = [(case.settled[i], TARGET, -1.0, case.end - (40 - 3 * i) * DAY) for i in range(10)]
    assert case.said(case.good_year() + campaign)[0] > case.said(case.good_year() + many)[0]


@pytest.mark.parametrize("count", [10, 30, 100])
@pytest.mark.parametrize("days", [30, 120, 300])
def test_invented_names_over_weeks_or_months_hardly_clear_a_bad_record(case, count, days):
    assert case.moved(case.bad_year(), case.slow_names(count, 1.0, days)) < 0.05
    assert case.moved(case.bad_year(), case.slow_names(count, 1.0, days, praised_back=True)) < 0.05


@pytest.mark.parametrize("count", [10, 30, 100])
@pytest.mark.parametrize("days", [30, 120, 300])
def test_invented_names_over_weeks_or_months_hardly_smear_a_good_record(case, count, days):
    assert case.moved(case.good_year(), case.slow_names(count, -1.0, days)) > -0.02


@pytest.mark.parametrize("count", [10, 30, 100])
@pytest.mark.parametrize("days", [30, 120, 300])
def test_invented_names_who_speak_before_the_real_reports_come_in_change_as_little(case, count, days):
    assert case.moved(case.bad_month(), case.slow_names(count, 1.0, days, until=30)) < 0.06
    assert case.moved(case.good_month(), case.slow_names(count, -1.0, days, until=30)) > -0.02


@pytest.mark.parametrize("count", [30, 100])
def test_a_crowd_of_invented_names_does_not_drown_the_established_among_it(case, count):
    assert case.moved(case.turned(), case.slow_names(count, 1.0, 120)) < 0.1
    assert -0.1 < case.moved(case.turned(), case.slow_names(count, -1.0, 120)) < 0.0


def test_the_limit_names_add_to_blame_that_outweighs_praise_already(case):
    assert -0.25 < case.moved(case.turned(), case.slow_names(100, -1.0, 30)) < -0.1


@pytest.mark.parametrize("count", [10, 100])
@pytest.mark.parametrize("days", [30, 120, 300])
def test_of_one_bad_report_alone_invented_names_can_make_a_little_more_or_less(case, count, days):
    once = case.bad_year()[3:4]
    assert case.moved(once, case.slow_names(count, 1.0, days)) < 0.2
    assert case.moved(once, case.slow_names(count, -1.0, days)) > -0.2


def test_invented_names_who_blame_everyone_hardly_change_what_is_usual(case):
    chance, everyone = np.random.default_rng(0), np.unique(case.town.about)
    rows = [
        (INVENTED + i, one, -1.0, case.end - chance.random() * 120 * DAY)
        for i in range(100)
        for one in chance.choice(everyone, 10, replace=False)
    ]
    change = case.known_to(rows) - case.known_to(np.zeros((0, 4)))
    assert change.mean() > -0.03
    assert case.moved(case.good_year(), rows) > -0.02
    assert case.moved([], rows) > -0.1


@pytest.mark.parametrize("count", [10, 100])
def test_invented_names_hardly_move_what_an_honest_asker_may_expect(case, count):
    for record, value, bound in ((case.bad_year(), 1.0, 0.08), (case.good_year(), -1.0, 0.05)):
        before, after = (case.said(record + extra)[1] for extra in ([], case.slow_names(count, value, 120)))
        assert abs(after.p_rating[0] - before.p_rating[0]) < bound


@pytest.mark.parametrize("count", [10, 30, 100])
def test_a_stranger_spoken_of_by_invented_names_alone_stays_thin(case, count):
    stranger, _ = case.said([])
    praised, seen = case.said(case.slow_names(count, 1.0, 120))
    blamed, found = case.said(case.slow_names(count, -1.0, 120))
    assert praised - stranger < 0.08
    assert stranger - blamed < 0.15
    assert max(seen.n[0], found.n[0]) < 1.31
    assert {seen.state[0], found.state[0]} == {"thin"}


def test_the_limit_two_established_accomplices_do_open_the_gate(case):
    names = case.slow_names(30, 1.0, 290)
    one = case.vouched_for(case.settled[5], 30)
    alone = case.moved(case.bad_year(), one + names)
    together = case.moved(case.bad_year(), one + case.vouched_for(case.settled[6], 30) + names)
    assert alone < 0.3
    assert together > 0.5


def test_an_honest_newcomer_rises_with_each_of_five_ordinary_raters(case):
    told = [(case.settled[i], TARGET, 0.2, case.end - (60 - 12 * i) * DAY) for i in range(5)]
    seen = [case.said(told[:count]) for count in range(6)]
    chances, lows = [chance for chance, _ in seen], [found.low[0] for _, found in seen]
    assert chances == sorted(chances)
    assert lows == sorted(lows)
    assert lows[-1] - lows[0] > 0.2
    assert chances[-1] - chances[0] > 0.07
    assert [found.state[0] for _, found in seen][0::5] == ["none", "enough"]
