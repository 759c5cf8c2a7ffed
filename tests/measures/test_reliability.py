"""Reliability: the share kept, its range, and what is said when nothing is known."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.measures.reliability import PRIOR, believed, posterior
from goodwill.measures.reliability_interval import beta_below, beta_quantile

# share, good, bad, quantile: scipy 1.17, scipy.stats.beta.ppf
KNOWN = [
    (0.05, 1.5, 0.5, 0.2285198138),
    (0.95, 1.5, 0.5, 0.9984570807),
    (0.05, 10.5, 1.5, 0.6949638067),
    (0.95, 10.5, 1.5, 0.9837604652),
    (0.05, 0.2, 0.1, 6.63207e-05),
    (0.95, 300.0, 20.0, 0.958066445),
    (0.50, 2.0, 5.0, 0.2644499833),
    (0.05, 1.0, 1.0, 0.05),
    (0.95, 40.0, 1_000.0, 0.048744507),
    (0.05, 0.5, 30.0, 6.60819e-05),
]


def integrated(x: float, good: float, bad: float) -> float:
    """Area of the Beta density up to x by the midpoint rule, for counts of 1 or more."""
    at = (np.arange(200_000) + 0.5) / 200_000 * x
    log_density = (good - 1) * np.log(at) + (bad - 1) * np.log1p(-at)
    constant = math.lgamma(good + bad) - math.lgamma(good) - math.lgamma(bad)
    return float(np.exp(log_density + constant).mean() * x)


@pytest.mark.parametrize(("share", "good", "bad", "expected"), KNOWN)
def test_quantiles_agree_with_scipy(share, good, bad, expected):
    assert float(beta_quantile(share, good, bad)) == pytest.approx(expected, abs=2e-9)


@settings(deadline=None)
@given(st.floats(1.0, 60.0), st.floats(1.0, 60.0), st.floats(0.02, 0.98))
def test_share_below_a_point_is_the_area_of_the_density(good, bad, x):
    assert float(beta_below(x, good, bad)) == pytest.approx(integrated(x, good, bad), abs=1e-5)


@settings(deadline=None)
@given(st.floats(0.05, 500.0), st.floats(0.05, 500.0), st.floats(0.01, 0.99))
def test_quantile_undoes_the_share_below(good, bad, share):
    at = beta_quantile(share, good, bad)
    near = 1e-9
    assert float(beta_below(max(at - near, 0.0), good, bad)) <= share + 1e-5
    assert float(beta_below(min(at + near, 1.0), good, bad)) >= share - 1e-5


def test_a_share_that_settles_early_is_not_led_away_while_another_settles(monkeypatch):
    from goodwill.measures import reliability_interval

    looked, real = [], reliability_interval._below
    monkeypatch.setattr(reliability_interval, "_below", lambda *args: looked.append(1) or real(*args))
    together = beta_quantile(np.array([0.05, 0.5, 0.95]), 9.0, 1.5)
    assert len(looked) <= 8
    assert together.tolist() == pytest.approx([float(beta_quantile(s, 9.0, 1.5)) for s in (0.05, 0.5, 0.95)], abs=1e-9)


@pytest.mark.parametrize("share", [0.05, 0.95])
def test_no_step_of_many_at_once_leaves_the_scale(share):
    counts = 10.0 ** np.linspace(-3, 3, 25)
    good, bad = (each.reshape(-1) for each in np.meshgrid(counts, counts))
    with np.errstate(invalid="raise"):
        at = beta_quantile(share, good, bad)
    assert ((at >= 0.0) & (at <= 1.0)).all()
    alone = [float(beta_quantile(share, a, b)) for a, b in zip(good[::29], bad[::29], strict=True)]
    assert at[::29].tolist() == pytest.approx(alone, abs=1e-9)


def test_ends_of_the_scale():
    assert beta_below(np.array([0.0, 1.0]), 2.0, 3.0).tolist() == [0.0, 1.0]


def test_counts_must_be_above_zero():
    with pytest.raises(ValueError, match="above 0"):
        beta_quantile(0.5, 0.0, 1.0)


def test_no_evidence_is_wide_and_never_low():
    seen = posterior([])
    assert (seen.state, seen.n) == ("none", 0.0)
    assert seen.mean == PRIOR[0] / sum(PRIOR)
    assert seen.mean > 0.5
    assert seen.high - seen.low > 0.7


def test_old_evidence_fades_and_the_recent_outcome_weighs_more():
    improved = posterior([0, 0, 1, 1], age_days=[1_500, 1_400, 30, 10])
    worsened = posterior([1, 1, 0, 0], age_days=[1_500, 1_400, 30, 10])
    assert improved.mean > 0.75 > worsened.mean
    assert improved.n == worsened.n < 4.0


def test_one_half_life_halves_a_case():
    assert posterior([1], age_days=[365.0]).n == pytest.approx(0.5)
    assert posterior([1], age_days=[60.0], half_life=60.0).n == pytest.approx(0.5)


def test_fractional_outcome_counts_on_both_sides():
    half = posterior([0.5, 0.5, 0.5, 0.5])
    split = posterior([1, 0, 1, 0])
    assert half == split


def test_weights_are_cases():
    assert posterior([1, 0], weight=[3.0, 1.0]) == posterior([1, 1, 1, 0])
    assert posterior([1, 0], weight=[0.0, 0.0]).state == "none"


@pytest.mark.parametrize(("cases", "state"), [(0, "none"), (1, "thin"), (2, "thin"), (3, "enough")])
def test_state_at_the_edge(cases, state):
    assert posterior([1] * cases).state == state


@settings(deadline=None)
@given(st.lists(st.booleans(), max_size=30), st.integers(0, 2**32 - 1))
def test_order_does_not_matter(outcomes, seed):
    ages = np.random.default_rng(seed).random(len(outcomes)) * 800
    order = np.random.default_rng(seed + 1).permutation(len(outcomes))
    kept = np.array(outcomes, dtype=float)
    one, other = posterior(kept, ages), posterior(kept[order], ages[order])
    assert one.mean == pytest.approx(other.mean)
    assert (one.low, one.high) == (pytest.approx(other.low, abs=1e-9), pytest.approx(other.high, abs=1e-9))


@settings(deadline=None)
@given(st.floats(0.0, 80.0), st.floats(0.0, 80.0))
def test_range_holds_the_mean_and_narrows_with_cases(good, bad):
    few, many = believed(good, bad), believed(4 * good + 4, 4 * bad + 4)
    assert few.low <= many.high
    assert many.low < many.mean < many.high
    assert 0.0 <= few.low < few.high <= 1.0


def test_range_covers_the_truth_nine_times_in_ten():
    chance = np.random.default_rng(5)
    truth = chance.beta(*PRIOR, 300)
    kept = chance.binomial(8, truth)
    seen = [believed(float(good), 8.0 - good) for good in kept]
    covered = np.mean([view.low <= real <= view.high for view, real in zip(seen, truth, strict=True)])
    assert 0.86 <= covered <= 0.94


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"outcome": [2.0]}, "between 0"),
        ({"outcome": [-1.0]}, "0 or more"),
        ({"outcome": [1.0], "age_days": [1.0, 2.0]}, "one value for each"),
        ({"outcome": [1.0], "age_days": [-3.0]}, "0 or more"),
        ({"outcome": [1.0], "weight": [float("nan")]}, "finite"),
        ({"outcome": [1.0], "prior": (0.0, 1.0)}, "above 0"),
        ({"outcome": [1.0], "half_life": 0.0}, "above 0"),
    ],
)
def test_what_cannot_be_read_is_refused(arguments, told):
    with pytest.raises(ValueError, match=told):
        posterior(**arguments)
