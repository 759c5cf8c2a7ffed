"""A made network like those on public trust sites: days as times, answers the same day, few with most ratings.

No real rating stands here. A person's conduct is drawn once, and ratings follow it.
"""

from typing import NamedTuple

import numpy as np

DAY = 86_400.0


class Network(NamedTuple):
    """Ratings in time order, and each person's true share of good conduct."""

    by: np.ndarray
    about: np.ndarray
    value: np.ndarray
    at: np.ndarray
    conduct: np.ndarray


def like_network(size=3_000, people=400, seed=0, days=900):
    chance = np.random.default_rng(seed)
    conduct = np.where(chance.random(people) < 0.12, chance.beta(1, 4, people), chance.beta(30, 1, people))
    by = np.minimum((people * chance.random(size) ** 2).astype(int), people - 1)
    about = chance.permutation(people)[np.minimum((people * chance.random(size) ** 2).astype(int), people - 1)]
    about = np.where(about == by, (about + 1) % people, about)
    day = np.sort(chance.integers(0, days, size)).astype(float)
    answered = np.flatnonzero(chance.random(size) < 0.3)
    by, about = np.append(by, about[answered]), np.append(about, by[answered])
    day = np.append(day, day[answered])
    good = chance.random(len(by)) < conduct[about]
    strength = np.where(good, chance.integers(1, 6, len(by)), chance.integers(3, 11, len(by))) / 10.0
    order = np.argsort(day, kind="stable")
    value = np.where(good, strength, -strength)
    return Network(by[order], about[order], value[order], 1.3e9 + day[order] * DAY, conduct)
