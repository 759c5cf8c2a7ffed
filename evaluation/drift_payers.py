"""Simulated payers of every kind, quiet and then worse: the odds of late tenfold, and each late item 10 days later."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

QUIET, AFTER, SEED = 32, 60, 2026
ODDS, MORE = 10.0, 10.0


@dataclass(frozen=True, slots=True)
class Payer:
    """`late` gives how late, when late; `share` how often, one figure or by (chance, series, events).

    `known` events pass before the change; `seed` tells apart payers whose first figures agree; `once` days late happen
    one time while quiet; `even` is False where the events come in an order of their own, so that a mistake is owed.
    """

    name: str
    share: float | Callable
    late: Callable
    known: int = QUIET
    seed: int = 0
    once: float = 0.0
    even: bool = True

    def quiet(self, series):
        """Days late (series, QUIET) of a payer who does not change."""
        return self._days(self._chance(1), series, QUIET, 0)

    def changed(self, series):
        """Days late (series, known + AFTER), worse after `known` events."""
        return self._days(self._chance(2), series, self.known, AFTER)

    def _chance(self, part):
        return np.random.default_rng([SEED, part, self.seed])

    def _days(self, chance, series, before, after):
        p = self.share(chance, series, before + after) if callable(self.share) else self.share
        p = np.broadcast_to(p, (series, before + after)).copy()
        worse = np.arange(before + after) >= before
        p = np.where(worse, worsened_share(p), p)
        days = np.where(chance.random(p.shape) < p, self.late(chance, p.shape) + MORE * worse, 0.0)
        if self.once:
            days[np.arange(series), chance.integers(0, before, series)] = self.once
        return days


def worsened_share(p):
    """The chance of late at ten times the odds; who was never late is then late every second time."""
    return np.where(p > 0, ODDS * p / (1 - p + ODDS * p), 0.5)


def log_normal(median, spread):
    """Days around a median, the more to one side."""
    return lambda chance, shape: np.ceil(median * np.exp(spread * chance.standard_normal(shape)))


def around(middle, spread):
    """Days to both sides of a middle, at least one."""
    return lambda chance, shape: np.maximum(np.round(middle + spread * chance.standard_normal(shape)), 1.0)


def long_tail(scale, index):
    """A Pareto law: once in a while a hundred times the usual."""
    return lambda chance, shape: np.ceil(np.minimum(scale * chance.random(shape) ** (-1 / index), 3000.0))


def one_of(days, chances):
    """A few values and nothing between them."""
    return lambda chance, shape: chance.choice(np.array(days, float), shape, p=chances)


def month_end(share):
    """On the last day of the month, which is 21 to 29 days late; else within three days."""

    def days(chance, shape):
        last = chance.integers(21, 30, shape).astype(float)
        return np.where(chance.random(shape) < share, last, chance.integers(1, 4, shape))

    return days


def seasonal(share, swing):
    """The odds of late swing over the year by this much either way, as a logarithm."""

    def chances(chance, series, events):
        month = np.arange(events) + 12 * chance.random((series, 1))
        odds = share / (1 - share) * np.exp(swing * np.sin(2 * np.pi * month / 12))
        return odds / (1 + odds)

    return chances


def improving(first, last):
    """From the one share of late to the other over the quiet events."""
    return lambda chance, series, events: np.interp(np.arange(events), [0, QUIET - 1], [first, last])


def in_spells(share, stay):
    """Late or not as the one before with chance `stay`, drawn afresh otherwise."""

    def chances(chance, series, events):
        now, found = chance.random(series) < share, []
        for _ in range(events):
            found.append(now)
            now = np.where(chance.random(series) < stay, now, chance.random(series) < share)
        return np.clip(np.array(found).T, 0.001, 0.999)

    return chances


SIX = log_normal(6.0, 0.9)
IRREGULAR = log_normal(15.0, 1.0)
PAYERS = (
    Payer("late 5 %, median 6 days", 0.05, SIX, seed=5),
    Payer("late 10 %, median 6 days", 0.10, SIX, seed=10),
    Payer("late 20 %, median 6 days", 0.20, SIX, seed=20),
    Payer("late 40 %, median 6 days", 0.40, SIX, seed=40),
    Payer("late 10 %, 25 days, wide spread", 0.10, log_normal(25.0, 1.3), seed=25),
    Payer("irregular: late 30 %, 15 days", 0.30, IRREGULAR, seed=30),
    Payer("irregular: late 55 %, 15 days", 0.55, IRREGULAR, seed=55),
    Payer("month-end: 4 in 10", 0.8, month_end(0.5), seed=101),
    Payer("long tail: late 40 %, index 1", 0.40, long_tail(3.0, 1.0), seed=102),
    Payer("few values: 0, 5, 10, 30 days", 0.45, one_of([5, 10, 30], [0.5, 0.3, 0.2]), seed=103),
    Payer("one of 240 days, late 15 %", 0.15, SIX, seed=104, once=240.0),
    Payer("always late, 12 +- 5 days", 1.0, around(12.0, 5.0), seed=105),
    Payer("always late, 25 +- 12 days", 1.0, around(25.0, 12.0), seed=106),
    Payer("never late, then 1 in 2", 0.0, SIX, seed=107),
    Payer("hardly ever: late 2 %", 0.02, SIX, seed=108),
    Payer("improving: late 60 % to 15 %", improving(0.6, 0.15), SIX, seed=109),
    Payer("12 events known, late 15 %", 0.15, SIX, 12, seed=110),
    Payer("8 events known, late 15 %", 0.15, SIX, 8, seed=111),
    Payer("12 events known, irregular", 0.30, IRREGULAR, 12, seed=112),
    Payer("8 events known, irregular", 0.30, IRREGULAR, 8, seed=113),
    Payer("seasonal: odds x / 2.7", seasonal(0.2, 1.0), SIX, seed=114, even=False),
    Payer("seasonal: odds x / 7.4", seasonal(0.2, 2.0), SIX, seed=115, even=False),
    Payer("in spells: stays 1 in 2", in_spells(0.2, 0.5), SIX, seed=116, even=False),
)
