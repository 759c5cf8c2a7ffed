"""Section 6: the library and its measures under their published names."""

from datetime import date

import numpy as np
import pytest

from goodwill import Case, Desk, Entry, Finding
from goodwill.measures import drift, network, promptness, reliability
from goodwill.measures.frontier import frontier

DAY = date(2026, 3, 1)


def test_a_desk_brings_reads_and_checks(lay):
    lay("n.goodwill", "2026-01-05 promise p1 by=bo to=me due=2026-01-12 | the tiles\n")
    desk = Desk.open("lib.book")
    assert desk.bring(["n.goodwill"]).accepted == 1
    assert isinstance(desk.case(DAY), Case)
    assert isinstance(desk.record(Entry(DAY, "thanks", "-", {"by": "me", "to": "bo"}, "for the talk")), str)
    brief = desk.brief("bo", DAY)
    assert brief.findings
    assert all(isinstance(finding, Finding) for finding in brief.findings)
    assert desk.check("I can come down 10% on the price.", to="bo").findings


def test_trust_gives_named_columns_and_nothing_of_the_future():
    chance = np.random.default_rng(3)
    by = chance.integers(0, 12, 200)
    about = (by + chance.integers(1, 12, 200)) % 12
    value, at = chance.choice([-1.0, 0.1, 0.5], 200), np.sort(chance.random(200)) * 1e8
    whole = network.trust(by, about, value, at, by[:9], about[:9], at[100:109])
    known = at < at[100]
    first = network.trust(by[known], about[known], value[known], at[known], by[:1], about[:1], at[100:101])
    for column in ("p_trust", "low", "high", "n", "p_rating", "mean", "state"):
        assert len(getattr(whole, column)) == 9
        assert getattr(whole, column)[0] == getattr(first, column)[0]
    assert (whole.low <= whole.p_trust).all()
    assert (whole.p_trust <= whole.high).all()


@pytest.mark.parametrize("value", [[5.0, 1.0], [float("nan"), 1.0], [1.0]])
def test_trust_refuses_what_it_cannot_read(value):
    with pytest.raises(ValueError):
        network.trust([0, 1], [1, 0], value, [1.0, 2.0], [0], [1], [3.0])


def test_nothing_known_is_a_state_of_every_measure():
    assert network.trust([], [], [], [], [0], [1], [3.0]).state.tolist() == ["none"]
    assert network.fairness_goodness([], [], []).goodness.size == 0
    assert drift.worsened([], []).state == "none"
    assert reliability.posterior([]).state == "none"
    assert callable(promptness.risk)


def test_the_frontier_comes_with_the_options_that_reach_each_point():
    found = frontier([[0, 3, 5], np.array([2.0, 0.0])], [(4, 3, 0), [0, 1]])
    points = set(zip(found.own.tolist(), found.theirs.tolist(), strict=True))
    assert points == {(7.0, 0.0), (5.0, 3.0), (3.0, 4.0), (0.0, 5.0)}
    assert found.options.shape == (4, 2)
