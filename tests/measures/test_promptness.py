"""Promptness: what is known grows with time, evidence moves the chance the right way, nothing looks ahead."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.measures import promptness
from goodwill.measures.due_items import Items, items
from goodwill.measures.early_share import still_open
from goodwill.measures.late_record import NAMES, record
from goodwill.measures.lateness import Lateness, mean, quantiles, survival
from goodwill.measures.promptness import band, points, posterior, risk, usual

TODAY = 400.0


@st.composite
def books(draw):
    n = draw(st.integers(1, 40))
    party = draw(st.lists(st.integers(0, 3), min_size=n, max_size=n))
    due = draw(st.lists(st.integers(0, 600), min_size=n, max_size=n))
    after = draw(st.lists(st.one_of(st.integers(-20, 90), st.none()), min_size=n, max_size=n))
    settled = [np.nan if a is None else d + a for d, a in zip(due, after, strict=True)]
    matter = draw(st.lists(st.integers(-1, 2), min_size=n, max_size=n))
    return items(party, due, settled, matter, np.array(due, float) - 60)


ASKED = items([0, 1, 2, 9, 0], [410, 430, 405, 420, 380], matter=[0, 1, -1, 2, 0])


def same(one, other):
    for name in ("p_late", "low", "high", "n", "newest", "if_late", "days", "expected", "reasons"):
        np.testing.assert_allclose(getattr(one, name), getattr(other, name), rtol=1e-7, atol=1e-9, err_msg=name)


@settings(max_examples=40, deadline=None)
@given(books())
def test_every_row_is_a_chance_with_its_interval_and_ordered_days(book: Items):
    told = risk(book, ASKED, TODAY)
    assert np.all((told.low <= told.p_late) & (told.p_late <= told.high))
    assert np.all((told.low >= 0) & (told.high <= 1))
    assert np.all(np.diff(told.if_late, axis=1) >= 0)
    assert np.all(np.diff(told.days, axis=1) >= 0)
    assert np.all(told.days <= told.if_late + 1e-9)
    assert np.all(told.expected >= 0)
    assert told.reasons.shape == (5, len(NAMES))
    assert [s == "none" for s in told.state] == np.isnan(told.newest).tolist()


@settings(max_examples=30, deadline=None)
@given(books(), st.randoms(use_true_random=False))
def test_the_order_of_the_book_does_not_matter(book: Items, chance):
    order = list(range(book.due.size))
    chance.shuffle(order)
    same(risk(book, ASKED, TODAY), risk(book.only(np.array(order)), ASKED, TODAY))


@settings(max_examples=30, deadline=None)
@given(books())
def test_nothing_after_the_day_of_asking_is_looked_at(book: Items):
    hidden = np.where(book.settled <= TODAY, book.settled, np.nan)
    visible = items(book.party, book.due, hidden, book.matter, book.sent).only(book.sent <= TODAY)
    same(risk(book, ASKED, TODAY), risk(visible, ASKED, TODAY))


@settings(max_examples=30, deadline=None)
@given(books())
def test_an_answer_does_not_depend_on_what_else_is_asked(book: Items):
    together = risk(book, ASKED, TODAY)
    for i in range(ASKED.due.size):
        alone = risk(book, ASKED.only(np.array([i])), TODAY)
        assert alone.p_late[0] == pytest.approx(together.p_late[i])
        np.testing.assert_allclose(alone.if_late[0], together.if_late[i])


@settings(max_examples=30, deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=20), st.data())
def test_one_more_late_item_never_lowers_the_chance(late, data):
    due = np.arange(len(late)) * 15.0
    settled = due + np.where(late, 5.0, 0.0)
    at = data.draw(st.integers(0, len(late) - 1))
    worse = settled.copy()
    worse[at] = due[at] + 5.0
    asked = items([0], [360])
    before = risk(items([0] * len(late), due, settled), asked, 330, learn=False)
    after = risk(items([0] * len(late), due, worse), asked, 330, learn=False)
    assert after.p_late[0] >= before.p_late[0] - 1e-12


@given(st.integers(1, 2000))
def test_an_item_already_late_cannot_become_less_late(k):
    book = items([0] * 6, [0, 20, 40, 60, 80, 100], [3, 20, 44, 60, 90, 100])
    told = risk(book, items([0, 7], [150, 150]), 150 + k)
    assert told.p_late.tolist() == [1.0, 1.0]
    assert told.low.tolist() == told.high.tolist() == [1.0, 1.0]
    assert told.so_far.tolist() == [k, k]
    assert np.all(told.if_late >= k)
    assert np.all(told.days >= k)
    assert np.all(told.expected >= k)


def test_on_the_due_day_itself_an_item_is_not_late_yet():
    told = risk(items([0], [0], [0]), items([0, 0], [100, 100]), np.array([100.0, 100.5]))
    assert told.p_late[0] < 1.0
    assert told.p_late[1] == 1.0


def test_a_stranger_gets_the_usual_of_the_book_and_a_wider_interval():
    book = items([0] * 30, np.arange(30) * 10.0, np.arange(30) * 10.0 + np.where(np.arange(30) % 3 == 0, 8, 0))
    told = risk(book, items([0, 5], [330, 330]), 310)
    assert told.state == ("enough", "none")
    assert told.p_late[1] == pytest.approx(told.usual[1], abs=0.06)
    assert told.high[1] - told.low[1] > told.high[0] - told.low[0]


def test_an_empty_book_answers_with_the_shipped_figures():
    told = risk(items([], []), items([0], [20]), 5)
    assert told.state == ("none",)
    assert 0.02 < told.p_late[0] < 0.15
    assert told.high[0] - told.low[0] > 0.3


def test_the_newest_items_count_most():
    due = np.arange(24) * 30.0
    early = due + np.where(np.arange(24) < 6, 10.0, 0.0)
    late = due + np.where(np.arange(24) >= 18, 10.0, 0.0)
    asked = items([0], [760])
    lately, long_ago = (risk(items([0] * 24, due, settled), asked, 730).p_late[0] for settled in (late, early))
    assert lately > long_ago


def test_the_kind_of_work_counts_beside_who_does_it():
    due = np.tile(np.arange(20) * 15.0, 2)
    settled = due + np.repeat([12.0, 0.0], 20)
    book = items([0, 1] * 20, due, settled, np.repeat([0, 1], 20))
    told = risk(book, items([0, 0, 0], [320] * 3, matter=[0, 1, -1]), 300)
    assert told.p_late[0] > told.p_late[2] > told.p_late[1]


def test_more_falling_due_than_usual_raises_the_chance():
    due = np.arange(12) * 30.0
    alone = items([0] * 12, due, due)
    crowd = items([0] * 20, np.append(due, [352.0] * 8), np.append(due, [np.nan] * 8))
    asked = items([0], [355])
    busy, quiet = (risk(book, asked, 340) for book in (crowd, alone))
    assert busy.reasons[0, NAMES.index("busy")] > quiet.reasons[0, NAMES.index("busy")]
    assert busy.p_late[0] > quiet.p_late[0]
    unheard = items([0] * 20, crowd.due, crowd.settled, sent=np.append(due - 30, [345.0] * 8))
    assert risk(unheard, asked, 340).p_late[0] == pytest.approx(risk(alone, asked, 340).p_late[0])


def test_an_item_still_open_near_its_day_is_likelier_late_when_they_usually_settle_early():
    due = np.arange(20) * 15.0
    book = items([0] * 20, due, due - 12.0)
    asked = items([0], [330])
    far, near = still_open(book, asked, np.array([310.0])), still_open(book, asked, np.array([329.0]))
    assert far[0] == pytest.approx(1.0)
    assert near[0] < 0.5
    assert risk(book, asked, 329).p_late[0] > risk(book, asked, 310).p_late[0]


def test_the_book_corrects_the_shipped_weights_where_parties_differ_widely():
    chance = np.random.default_rng(3)
    party = np.arange(600) % 12
    due = np.arange(600) * 2.0
    settled = due + np.where(chance.random(600) < np.where(party < 6, 0.9, 0.05), 10.0, 0.0)
    book, asked = items(party, due, settled), items([0, 11], [1230, 1230])
    learnt, shipped = risk(book, asked, 1205), risk(book, asked, 1205, learn=False)
    assert learnt.p_late[0] > shipped.p_late[0]
    assert learnt.p_late[0] > 0.8
    assert learnt.p_late[1] < 0.15


def test_a_late_item_is_known_late_the_day_after_and_an_early_one_when_settled():
    book = items([0, 0, 0], [100, 100, 100], [90, 130, np.nan])
    assert book.known.tolist() == [90.0, 101.0, 101.0]
    column = record(book, items([0] * 3, [200] * 3), np.array([89.0, 90.0, 101.0]), 0.1)
    assert np.isnan(column.newest[0])
    assert column.newest[1:].tolist() == [0.0, 0.0]


@pytest.mark.parametrize("bad", [{"due": [np.nan]}, {"due": [1, 2]}, {"due": [1], "settled": [1, 2]}])
def test_items_that_do_not_fit_are_refused(bad):
    with pytest.raises(ValueError, match=r"length|due day"):
        items([0], **bad)


def test_a_day_of_asking_must_be_a_day():
    with pytest.raises(ValueError, match="finite"):
        risk(items([0], [1], [1]), items([0], [5]), np.nan)


@given(st.lists(st.tuples(st.integers(1, 60), st.booleans(), st.integers(1, 5)), min_size=1, max_size=25))
def test_survival_agrees_with_the_product_limit_written_out(rows):
    days, out, weight = (np.array(c) for c in zip(*rows, strict=True))
    beyond, expected = 1.0, []
    for day in sorted(set(days[~out].tolist())):
        beyond *= 1 - weight[(days == day) & ~out].sum() / weight[days >= day].sum()
        expected.append((day, beyond))
    told = survival(Lateness(days.astype(float), out, weight.astype(float)))
    np.testing.assert_allclose(told[0], [d for d, _ in expected])
    np.testing.assert_allclose(told[1], [b for _, b in expected], atol=1e-12)


@given(st.lists(st.integers(1, 90), min_size=1, max_size=30), st.integers(0, 200))
def test_quantiles_of_what_is_left_grow_with_the_level_and_the_wait(days, already):
    curve = survival(Lateness(np.array(days, float), np.zeros(len(days), bool), np.ones(len(days))))
    told = quantiles(curve, [0.5, 0.8, 0.95], already)
    assert np.all(np.diff(told) >= 0)
    assert told[0] >= already
    assert np.all(quantiles(curve, [0.5, 0.8, 0.95], already + 5) >= told - 1e-9)
    left = [d for d in days if d > already]
    if left:
        assert mean(curve, already) == pytest.approx(np.mean(left))


def test_without_any_late_item_there_are_no_days_to_tell():
    nothing = survival(Lateness(np.zeros(0), np.zeros(0, bool), np.zeros(0)))
    assert np.isnan(quantiles(nothing, [0.5])).all()
    assert survival(Lateness(np.array([4.0]), np.array([True]), np.ones(1)))[0].size == 0


def test_beyond_the_longest_wait_on_record_the_wait_grows_with_itself():
    curve = survival(Lateness(np.array([5.0, 9.0]), np.zeros(2, bool), np.ones(2)))
    assert quantiles(curve, [0.5, 0.75], 100).tolist() == pytest.approx([100 * 2**0.5, 200])
    assert mean(curve, 100) == pytest.approx(200)


def test_the_band_table_holds_at_its_anchors_and_never_rises():
    assert points([-30, -20, 0, 15, 22, 30, 60, 90, 120]).tolist() == [100, 90, 80, 70, 60, 50, 40, 30, 20]
    assert points(-500) == 100
    assert points(1e6) == 1
    assert np.all(np.diff(points(np.arange(-60, 300))) <= 0)


@given(st.lists(st.tuples(st.integers(-60, 300), st.integers(1, 10_000), st.integers(0, 900)), max_size=20))
def test_the_band_is_a_money_weighted_mean_of_the_last_two_years(rows):
    days, amount, age = (np.array(c, float) for c in zip(*rows, strict=True)) if rows else (np.zeros(0),) * 3
    told, kept = band(days, amount, age), age <= 730
    assert told.n == kept.sum()
    if not kept.any():
        assert told.state == "none"
        assert told.points is None
        return
    assert told.points == pytest.approx(np.average(points(days[kept]), weights=amount[kept]))
    assert points(days[kept].max()) <= told.low <= told.high <= points(days[kept].min())
    assert told.points == pytest.approx(band(days, amount * 7, age).points)
    assert told.newest == age[kept].min()


def test_the_band_leaves_out_what_has_no_amount_and_refuses_what_does_not_fit():
    assert band([5, 5], [0, -3], [1, 1]).state == "none"
    assert band([5], [100], [730]).n == 1
    assert band([5], [100], [731]).n == 0
    with pytest.raises(ValueError, match="length"):
        band([1, 2], [1], [1])
    with pytest.raises(ValueError, match="finite"):
        band([np.nan], [1], [1])


@given(st.lists(st.integers(-30, 120), min_size=1, max_size=30))
def test_usually_lies_among_what_was_seen_and_an_open_item_never_shortens_it(days):
    age = np.arange(len(days)) * 10.0
    told = usual(days, age)
    assert min(days) <= told.low <= told.median <= told.high <= max(days)
    waiting = usual([*days, 200], np.append(age, 0.0), [False] * len(days) + [True])
    assert waiting.median >= told.median
    assert (waiting.n, waiting.open) == (len(days), 1)


def test_usual_says_when_there_is_nothing_and_refuses_what_does_not_fit():
    assert usual([40], [0], [True]) == promptness.Usual("none", None, None, None, 0, 1, None)
    assert usual([30, 31], [1, 2]).state == "thin"
    with pytest.raises(ValueError, match="length"):
        usual([1, 2], [1])
    with pytest.raises(ValueError, match="finite"):
        usual([np.inf], [1])


def test_the_share_on_time_is_that_of_days_not_above_nothing():
    told = posterior([-2, 0, 1, 30], [0, 0, 0, 0])
    assert told.n == pytest.approx(4)
    assert posterior([0, 0], [0, 0]).mean > posterior([0, 1], [0, 0]).mean
    assert posterior([], []).state == "none"
    with pytest.raises(ValueError, match="finite"):
        posterior([np.nan], [0])
