"""Who stands behind a witness, and what a word is worth for it: against a plain loop and known answers."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.measures import network
from goodwill.measures.network_ratings import ratings
from goodwill.measures.network_votes import FALL, FALL_AT_ODDS, UNKNOWN, UNKNOWN_AT_ODDS, votes
from goodwill.measures.network_vouched import FOUNDING, MUTUAL, NEEDED, backing
from like_network import DAY, like_network


def looped(seen):
    """The rules of `backing`, rating by rating: founders, three vouchers, nobody counted for words about themselves."""
    day = np.floor(seen.days)
    begun = int(np.searchsorted(day, day[FOUNDING - 1], side="right")) if len(day) > FOUNDING else len(day)
    authors, praised = set(seen.by[:begun].tolist()), set(seen.about[:begun][seen.value[:begun] > 0].tolist())
    if len(authors & praised) < MUTUAL * len(authors):
        return [2] * len(day)
    established, vouchers, found = authors | set(seen.about[:begun].tolist()), defaultdict(set), [2] * begun
    for today in np.unique(day[begun:]):
        rows = [(int(seen.by[row]), int(seen.about[row]), seen.value[row]) for row in np.flatnonzero(day == today)]
        rows = rows if today > day[begun - 1] else []
        found += [2 if by in established else min(len(vouchers[by] - {about}), 2) for by, about, _ in rows]
        for by, about, value in rows:
            if by in established and about not in established and value > 0:
                vouchers[about].add(by)
        established |= {one for one, known in vouchers.items() if len(known) >= NEEDED}
    return found


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(20, 300))
def test_backing_is_the_plain_loop(seed, people):
    made = like_network(size=900, people=people, seed=seed)
    seen = ratings(*made[:4], people)
    behind = backing(seen)
    assert behind.vouchers.tolist() == looped(seen)
    assert np.all((behind.only >= 0) == (behind.vouchers == 1))


def founded(*more):
    """A network founded by fifty people in 300 days, and more ratings after it: who, whom, value, day."""
    rows = [(i % 50, (i + 1 + i // 50) % 50, 0.5, float(i)) for i in range(300)]
    by, about, value, day = zip(*rows, *more, strict=True)
    return ratings(by, about, value, np.array(day) * DAY, 200)


def test_three_founders_make_a_witness_who_vouches_for_others():
    praise = [(by, 100, 0.5, 400.0 + by) for by in (1, 2, 3)]
    seen = founded(*praise, (100, 101, 0.5, 410.0), (101, 7, 0.5, 411.0), (101, 100, 0.5, 412.0))
    behind = backing(seen)
    assert behind.vouchers[-3:].tolist() == [2, 1, 0]
    assert behind.only[-2] == 100


def test_a_day_counts_from_the_next_on():
    seen = founded((1, 100, 0.5, 400.0), (2, 100, 0.5, 400.0), (100, 7, 0.5, 400.5), (100, 8, 0.5, 401.0))
    assert backing(seen).vouchers[-2:].tolist() == [0, 2]


def test_blame_vouches_for_nobody():
    seen = founded((1, 100, -0.5, 400.0), (2, 100, -0.5, 400.0), (100, 7, 0.5, 402.0))
    assert backing(seen).vouchers[-1] == 0


def whole(power):
    """What a shared vote adds up to, whatever the number: the sum of 1 / k ** power, its tail from above."""
    return (1.0 / np.arange(1.0, 1_001.0) ** power).sum() + 1_000.0 ** (1.0 - power) / (power - 1.0)


ALL, ALL_AT_ODDS = whole(FALL), whole(FALL_AT_ODDS)


@pytest.mark.parametrize("count", [10, 100])
def test_all_names_that_nobody_vouches_for_share_about_one_vote(count):
    seen = founded(*[(60 + i, 110, 1.0, 400.0 + i) for i in range(count)])
    found = votes(seen)
    assert UNKNOWN < found.share[-count:].sum() < UNKNOWN * ALL < 1.5
    assert not found.witness[-count:].any()
    assert found.heeded[-count:].all()
    assert not found.lesson[-count:].any()


@pytest.mark.parametrize(("record", "word"), [([0.5], -1.0), ([], -1.0), ([-0.5], 1.0), ([0.5] * 9 + [-0.5], 1.0)])
def test_names_at_odds_with_independent_witnesses_have_less_of_a_vote_and_set_no_last_word(record, word):
    told = [(i, 110, value, 380.0 + i) for i, value in enumerate(record)]
    found = votes(founded(*told, *[(60 + i, 110, word, 400.0 + i) for i in range(40)]))
    assert found.share[-40:].sum() < UNKNOWN_AT_ODDS * ALL_AT_ODDS < 0.55
    assert not found.heeded[-40:].any()
    assert not found.lesson[-40:].any()


def test_blame_is_in_keeping_with_more_blame_than_praise():
    def last(*record):
        told = [(i, 110, value, 380.0 + i) for i, value in enumerate(record)]
        return bool(votes(founded(*told, (60, 110, -1.0, 400.0))).heeded[-1])

    assert [last(-0.5), last(-0.5, 0.5), last(-0.5, 0.5, -0.5)] == [True, False, True]


def test_an_independent_word_of_the_same_moment_does_not_count_yet():
    found = votes(founded((1, 110, -0.5, 400.0), (60, 110, 1.0, 400.0), (61, 110, 1.0, 401.0)))
    assert found.heeded[-2:].tolist() == [True, False]


def test_a_word_in_keeping_about_an_established_person_teaches():
    found = votes(founded((1, 7, 0.5, 390.0), (60, 7, 1.0, 400.0), (61, 7, -1.0, 401.0), (62, 110, 1.0, 402.0)))
    assert found.lesson[-3:].tolist() == [True, False, False]


def test_all_who_hang_on_one_person_share_less_than_three_votes():
    told = [(1, 60 + i, 1.0, 400.0) for i in range(40)] + [(60 + i, 110, 1.0, 500.0 + i) for i in range(40)]
    found = votes(founded(*told))
    assert 1.0 < found.share[-40:].sum() < ALL < 3.0
    assert found.lesson[-40:].sum() == 1


def test_all_who_hang_on_one_person_share_less_than_two_votes_at_odds():
    told = [(1, 60 + i, 1.0, 400.0) for i in range(40)] + [(60 + i, 7, -1.0, 500.0 + i) for i in range(40)]
    found = votes(founded(*told))
    assert 1.0 < found.share[-40:].sum() < ALL_AT_ODDS < 2.0
    assert found.lesson[-40:].sum() == 1


def test_words_at_one_time_share_alike():
    told = [(1, 60 + i, 1.0, 400.0) for i in range(3)] + [(60 + i, 7, 1.0, 500.0) for i in range(3)]
    assert votes(founded(*told)).share[-3:] == pytest.approx([1.0 / 3.0**FALL] * 3)


def test_where_those_who_rate_are_never_rated_all_are_heard():
    customers, shops = np.arange(5_000), np.arange(5_000) % 20 + 10_000
    seen = ratings(customers, shops, np.ones(5_000), np.arange(5_000) * DAY / 5.0, 10_020)
    heard = votes(seen).witness
    assert heard[:FOUNDING].all()
    assert heard[1_000:].all()
    value, late = np.where(shops == 10_000, -0.5, 0.5), [1_001 * DAY]
    told = network.trust(customers, shops, value, seen.days * DAY, [-1], [10_000], late)
    assert told.state[0] == "enough"
    assert told.p_trust[0] < 0.1


def test_a_small_book_hears_everyone():
    made = like_network(size=150, people=40)
    assert votes(ratings(*made[:4], 40)).witness.all()
