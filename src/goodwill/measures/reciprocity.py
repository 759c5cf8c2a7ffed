"""Does each side answer in kind, and from which turn on did a good or a bad cycle run.

People mirror what they get, but part of what looks like mirroring is both sides simply being warm all along; that part
is measured by shuffling and taken off. These figures explain a talk that took place. They forecast nothing: beside the
plain rates of such moves they add nothing to a prediction of how talks end.

Equations. naive = P(move | partner's turn just before had it) - P(move | it had not); by chance = the mean of the same
after shuffling which of one side's turns carry the move, within each talk; net = naive - by chance;
z = net / spread of the shuffled figures.

Source: the measure is that of linguistic coordination (Danescu-Niculescu-Mizil et al. 2012, Echoes of Power, WWW), set
against turns without the move. On the labelled CaSiNo dialogues (Chawla et al. 2021) a third to two thirds of the
naive figure, by move, goes away when turns are shuffled.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

LEAST_SHUFFLES = 60
SHUFFLES = 200
LEAST_PAIRS = 8
CYCLE_TURNS = 3

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Mirroring:
    """How much more often a move follows the partner's same move than it otherwise would.

    `after` and `otherwise` are the two shares, `naive` their difference, `by_chance` what shuffled turns give, `net`
    what is left, `z` net in spreads of the shuffled figures; `n` adjacent pairs, of which `n_after` follow the move.
    None where there is nothing to compare. `state`: enough, thin (under 8 pairs on one side) or none.
    """

    state: Literal["enough", "thin", "none"]
    after: float | None
    otherwise: float | None
    naive: float | None
    by_chance: float | None
    net: float | None
    z: float | None
    n: int
    n_after: int


@dataclass(frozen=True, slots=True)
class Cycle:
    """A run of turns of one family in which the sides alternate; `start` and `end` are indices of the first and last
    utterance, `turns` the number of turns (utterances in a row by one side are one turn).
    """

    family: Literal["virtuous", "vicious"]
    start: int
    end: int
    turns: int
    thread: int


def mirroring(
    speaker: ArrayLike,
    move: ArrayLike,
    thread: ArrayLike | None = None,
    *,
    shuffles: int = SHUFFLES,
    seed: int = 0,
) -> Mirroring:
    """Does a side make this move more often when the other side has just made it, chance taken off.

    `speaker` (n,): an integer a side, in the order spoken; `move` (n,): true where the utterance makes the move;
    `thread` (n,): an integer a talk, so that no pair crosses two talks (None = one talk). `shuffles` >= 60; the same
    `seed` gives the same figures. Raises ValueError for lengths that differ or too few shuffles. Source: the module.

    >>> told = mirroring([0, 1] * 12, [1, 1, 0, 0, 0, 0] * 4)
    >>> told.n, told.n_after, round(told.naive, 2), told.net > 0
    (23, 8, 0.3, True)
    >>> mirroring([0, 0, 0], [1, 0, 1]).state
    'none'
    """
    sides, talk = _codes(speaker, thread)
    made = np.asarray(move, np.bool_)
    if made.shape != sides.shape:
        raise ValueError(f"move must have {sides.size} values, got shape {made.shape}")
    if shuffles < LEAST_SHUFFLES:
        raise ValueError(f"shuffles must be at least {LEAST_SHUFFLES}")
    pair = np.flatnonzero((sides[1:] != sides[:-1]) & (talk[1:] == talk[:-1])) + 1
    before, now = made[pair - 1], made[pair]
    naive = _difference(before, now)
    if naive is None:
        return Mirroring("none", None, None, None, None, None, None, int(pair.size), int(before.sum()))
    return _compared(before, now, naive, _shuffled(sides, talk, made, pair, np.random.default_rng(seed), shuffles))


def _compared(before: Bools, now: Bools, naive: float, drawn: NDArray[np.float64]) -> Mirroring:
    """The difference counted beside those after shuffling."""
    n, n_after = int(before.size), int(before.sum())
    chance, spread = float(np.mean(drawn)), float(np.std(drawn))
    thin = min(n_after, n - n_after) < LEAST_PAIRS
    return Mirroring(
        state="thin" if thin else "enough",
        after=float(now[before].mean()),
        otherwise=float(now[~before].mean()),
        naive=naive,
        by_chance=chance,
        net=naive - chance,
        z=(naive - chance) / spread if spread > 0 else None,
        n=n,
        n_after=n_after,
    )


def cycle(speaker: ArrayLike, family: ArrayLike, thread: ArrayLike | None = None) -> tuple[Cycle, ...]:
    """Every run of three or more alternating turns of one family, with the turn where it began.

    `speaker` (n,): an integer a side, in the order spoken; `family` (n,): 1 cooperative, -1 defensive, 0 neither;
    `thread` (n,): an integer a talk. Utterances in a row by one side are one turn, whose family is the one family they
    show, or neither when they show both. Raises ValueError for lengths that differ or another family. Source: three
    alternating turns are our convention, kept from the definition of a cycle; it forecasts nothing.

    >>> cycle([0, 1, 0, 1, 1, 0], [0, 1, 1, 0, 1, -1])
    (Cycle(family='virtuous', start=1, end=4, turns=3, thread=0),)
    >>> cycle([0, 1, 0], [-1, -1, 1])
    ()
    """
    sides, talk = _codes(speaker, thread)
    shown = np.asarray(family, np.int64)
    if shown.shape != sides.shape or not np.isin(shown, (-1, 0, 1)).all():
        raise ValueError(f"family must have {sides.size} values of -1, 0 or 1")
    if not sides.size:
        return ()
    opens = np.append(True, (sides[1:] != sides[:-1]) | (talk[1:] != talk[:-1]))
    first = np.flatnonzero(opens)
    last = np.append(first[1:], sides.size) - 1
    turn = _turn_family(shown, first)
    runs = _runs(turn, talk[first])
    return tuple(
        Cycle("virtuous" if turn[a] > 0 else "vicious", int(first[a]), int(last[b]), b - a + 1, int(talk[first[a]]))
        for a, b in runs
    )


def _codes(speaker: ArrayLike, thread: ArrayLike | None) -> tuple[Ints, Ints]:
    """Sides and talks as integers of one length."""
    sides = np.asarray(speaker, np.int64)
    talk = np.zeros(sides.shape, np.int64) if thread is None else np.asarray(thread, np.int64)
    if sides.ndim != 1 or sides.shape != talk.shape:
        raise ValueError(f"speaker and thread must be 1-d and of one length, got {sides.shape} and {talk.shape}")
    return sides, talk


def _difference(before: Bools, now: Bools) -> float | None:
    """P(move | partner just made it) - P(move | not), or None when one of the two never happened."""
    n_after = int(before.sum())
    if n_after in (0, before.size):
        return None
    return float(now[before].mean() - now[~before].mean())


def _shuffled(
    sides: Ints, talk: Ints, made: Bools, pair: Ints, chance: np.random.Generator, shuffles: int
) -> NDArray[np.float64]:
    """The difference after shuffling one side of every talk, the sides taking turns to be shuffled."""
    groups = np.unique(np.stack([talk, sides]), axis=1, return_inverse=True)[1].reshape(-1)
    lowest = _lowest_side(sides, talk)
    drawn = []
    for i in range(shuffles):
        moved = lowest if i % 2 == 0 else ~lowest
        other = _shuffle_within(made, np.where(moved, groups, -1 - np.arange(sides.size)), chance)
        value = _difference(other[pair - 1], other[pair])
        drawn.append(0.0 if value is None else value)
    return np.asarray(drawn)


def _lowest_side(sides: Ints, talk: Ints) -> Bools:
    """Where the speaker is the side with the lowest number in this talk."""
    which = np.unique(talk, return_inverse=True)[1].reshape(-1)
    lowest = np.full(which.max() + 1, np.iinfo(np.int64).max)
    np.minimum.at(lowest, which, sides)
    return np.asarray(sides == lowest[which])


def _shuffle_within(made: Bools, groups: Ints, chance: np.random.Generator) -> Bools:
    """The same flags, shuffled among the places of each group."""
    places = np.argsort(groups, kind="stable")
    drawn = np.lexsort((chance.random(made.size), groups))
    shuffled = np.empty_like(made)
    shuffled[places] = made[drawn]
    return shuffled


def _turn_family(shown: Ints, first: Ints) -> Ints:
    """The family of each turn: the one it shows, 0 when none or both."""
    good = np.maximum.reduceat(shown, first) > 0
    bad = np.minimum.reduceat(shown, first) < 0
    return np.where(good == bad, 0, np.where(good, 1, -1))


def _runs(turn: Ints, talk: Ints) -> list[tuple[int, int]]:
    """First and last turn of each run of one family, long enough and within one talk."""
    breaks = np.flatnonzero((turn[1:] != turn[:-1]) | (talk[1:] != talk[:-1])) + 1
    starts, ends = np.append(0, breaks), np.append(breaks, turn.size) - 1
    kept = (turn[starts] != 0) & (ends - starts + 1 >= CYCLE_TURNS)
    return [(int(a), int(b)) for a, b in zip(starts[kept], ends[kept], strict=True)]
