"""Reciprocity: mirroring beyond what shuffling gives, and cycles dated at their first turn."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.measures.reciprocity import Cycle, cycle, mirroring


def talks(chance, pull, n_talks=20, turns=30, warm=0.3):
    """Two sides by turns; a move follows the partner's with chance `warm + pull`, else with `warm`."""
    speaker, move, thread = [], [], []
    for talk in range(n_talks):
        made = False
        for turn in range(turns):
            made = bool(chance.random() < warm + (pull if made else 0.0))
            speaker.append(turn % 2)
            move.append(made)
            thread.append(talk)
    return speaker, move, thread


def test_answering_in_kind_is_seen_beyond_chance():
    told = mirroring(*talks(np.random.default_rng(1), 0.4))
    assert told.state == "enough"
    assert told.net == pytest.approx(0.4, abs=0.12)
    assert told.z > 5


def test_moves_that_ignore_the_partner_give_nothing():
    told = mirroring(*talks(np.random.default_rng(2), 0.0))
    assert abs(told.net) < 0.1
    assert abs(told.z) < 2.5


def test_sides_that_are_warm_all_along_mirror_only_by_chance():
    chance = np.random.default_rng(3)
    parts = [talks(chance, 0.0, 10, 30, warm) for warm in (0.1, 0.8)]
    speaker, move = parts[0][0] + parts[1][0], parts[0][1] + parts[1][1]
    thread = parts[0][2] + [10 + t for t in parts[1][2]]
    told = mirroring(speaker, move, thread)
    assert told.naive > 0.3
    assert told.by_chance == pytest.approx(told.naive, abs=0.1)
    assert abs(told.net) < 0.1


turns = st.lists(st.tuples(st.integers(0, 1), st.booleans(), st.integers(0, 2)), min_size=0, max_size=40)


@settings(max_examples=60, deadline=None)
@given(turns)
def test_the_shares_are_those_counted_by_hand(rows):
    rows = sorted(rows, key=lambda r: r[2])
    after, otherwise = [], []
    for (s0, m0, t0), (s1, m1, t1) in itertools.pairwise(rows):
        if s0 != s1 and t0 == t1:
            (after if m0 else otherwise).append(m1)
    told = mirroring([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows], shuffles=60)
    assert (told.n, told.n_after) == (len(after) + len(otherwise), len(after))
    if not after or not otherwise:
        assert told.state == "none"
        assert told.net is None
        return
    assert told.after == pytest.approx(np.mean(after))
    assert told.otherwise == pytest.approx(np.mean(otherwise))
    assert told.naive == pytest.approx(told.after - told.otherwise)
    assert told.net == pytest.approx(told.naive - told.by_chance)


def test_one_seed_gives_one_answer_and_another_moves_it_little():
    rows = talks(np.random.default_rng(4), 0.3, 4)
    assert mirroring(*rows, seed=7) == mirroring(*rows, seed=7)
    assert mirroring(*rows, seed=8).net == pytest.approx(mirroring(*rows, seed=7).net, abs=0.05)


def test_renaming_sides_and_talks_changes_no_figure():
    speaker, move, thread = talks(np.random.default_rng(5), 0.3, 4)
    told = mirroring(speaker, move, thread)
    assert mirroring([s + 10 for s in speaker], move, [t * 3 for t in thread]) == told


def test_pairs_do_not_cross_talks():
    assert mirroring([0, 1], [True, True], [0, 1]).n == 0
    assert mirroring([0, 1], [True, True], [0, 0]).n == 1


def test_few_pairs_are_called_thin():
    assert mirroring([0, 1] * 6, [1, 1, 0, 0] * 3).state == "thin"


@pytest.mark.parametrize(
    ("speaker", "move", "more"),
    [([0, 1], [1], {}), ([0, 1], [1, 1], {"shuffles": 59}), ([[0]], [[1]], {}), ([0, 1], [1, 1], {"thread": [0]})],
)
def test_what_does_not_fit_is_refused(speaker, move, more):
    with pytest.raises(ValueError, match=r"length|values|at least 60"):
        mirroring(speaker, move, **more)


def test_a_vicious_cycle_begins_at_its_first_turn():
    assert cycle([0, 1, 0, 1, 0], [1, 0, -1, -1, -1]) == (Cycle("vicious", 2, 4, 3, 0),)


def test_utterances_in_a_row_by_one_side_are_one_turn():
    assert cycle([0, 0, 0], [1, 1, 1]) == ()
    assert cycle([0, 0, 1, 1, 0], [1, 0, 0, 1, 1]) == (Cycle("virtuous", 0, 4, 3, 0),)


def test_a_turn_that_shows_both_breaks_a_cycle():
    assert cycle([0, 1, 0, 0, 1], [1, 1, 1, -1, 1]) == ()


def test_two_turns_are_no_cycle_and_three_are():
    assert cycle([0, 1], [1, 1]) == ()
    assert len(cycle([0, 1, 0], [1, 1, 1])) == 1


def test_a_cycle_does_not_cross_talks_or_families():
    assert cycle([0, 1, 0, 1], [1, 1, 1, 1], [0, 0, 1, 1]) == ()
    told = cycle([0, 1] * 3, [1, 1, 1, -1, -1, -1])
    assert [(c.family, c.start, c.end) for c in told] == [("virtuous", 0, 2), ("vicious", 3, 5)]


def test_nothing_said_has_no_cycle_and_an_unknown_family_is_refused():
    assert cycle([], []) == ()
    with pytest.raises(ValueError, match="family"):
        cycle([0], [2])


def by_hand(speaker, family):
    """Turns, then runs, one step at a time."""
    grouped = []
    for i, (s, f) in enumerate(zip(speaker, family, strict=True)):
        if grouped and grouped[-1]["side"] == s:
            grouped[-1]["shown"].add(f)
            grouped[-1]["end"] = i
        else:
            grouped.append({"side": s, "shown": {f}, "start": i, "end": i})
    run, found = [], []
    for turn in [*grouped, None]:
        shown = (turn["shown"] - {0}) if turn else set()
        one = next(iter(shown)) if len(shown) == 1 else 0
        if run and run[-1][1] != one:
            if run[0][1] and len(run) >= 3:
                found.append((run[0][1], run[0][0]["start"], run[-1][0]["end"], len(run)))
            run = []
        if turn:
            run.append((turn, one))
    return found


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(-1, 1)), max_size=40))
def test_cycles_agree_with_those_found_by_hand(rows):
    speaker, family = [r[0] for r in rows], [r[1] for r in rows]
    told = [(1 if c.family == "virtuous" else -1, c.start, c.end, c.turns) for c in cycle(speaker, family)]
    assert told == by_hand(speaker, family)
