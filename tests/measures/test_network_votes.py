"""Who stands behind a witness, and what a word is worth for it: against a plain loop and known answers."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.measures import network
from goodwill.measures.network_ratings import ratings
from goodwill.measures.network_votes import votes
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


@pytest.mark.parametrize("count", [10, 100])
def test_all_names_that_nobody_vouches_for_share_less_than_one_vote(count):
    seen = founded(*[(60 + i, 7, 1.0, 400.0 + i) for i in range(count)])
    found = votes(seen)
    assert found.share[-count:].sum() < 0.5 * np.pi**2 / 6.0
    assert not found.witness[-count:].any()
    assert not found.lesson[-count:].any()


def test_all_who_hang_on_one_person_share_less_than_two_votes_and_teach_once():
    told = [(1, 60 + i, 1.0, 400.0) for i in range(40)] + [(60 + i, 7, 1.0, 500.0 + i) for i in range(40)]
    found = votes(founded(*told))
    assert 1.0 < found.share[-40:].sum() < np.pi**2 / 6.0
    assert found.lesson[-40:].sum() == 1


def test_words_at_one_time_share_alike():
    told = [(1, 60 + i, 1.0, 400.0) for i in range(3)] + [(60 + i, 7, 1.0, 500.0) for i in range(3)]
    assert votes(founded(*told)).share[-3:] == pytest.approx([1.0 / 9.0] * 3)


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
