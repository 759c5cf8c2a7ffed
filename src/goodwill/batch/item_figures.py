"""The chance of each item being late and how late, gathered from the measure into columns of numbers."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.item_moments import Moments
from goodwill.measures.late_record import NAMES, logit
from goodwill.measures.network_reasons import Reasons
from goodwill.measures.promptness import ENOUGH, Risk, risks

Ints = NDArray[np.int64]
Singles = NDArray[np.float32]
FIGURES = ("p_late", "low", "high", "n", "days50", "days80", "days95", "expected", "usual")
STATES = ("none", "thin", "enough")
WAITING = "still open so near its day"
LATE = "days late already"
WORDS = {
    "usual": "usual in this file",
    "own60": "their last two months",
    "own365": "their last year",
    "own": "their whole record",
    "matter": "the same matter, whoever did it",
    "busy": "more than usual falling due",
}
TOP = 3
_NAMES = (*(WORDS[name] for name in NAMES[1:]), WAITING, LATE)


class Figures(NamedTuple):
    """What is told of each question, a row of `numbers` in the order of FIGURES; `state` places in STATES; the reasons
    where they were asked for.
    """

    numbers: Singles
    state: NDArray[np.int8]
    reasons: Reasons | None


@dataclass(frozen=True, slots=True)
class _Room:
    numbers: Singles
    state: NDArray[np.int8]
    top: NDArray[np.int16]
    terms: Singles


def figures(asked: Moments, places: Ints, *, explain: bool = False) -> Figures:
    """Work out the questions at `places` of `asked`, in that order."""
    size, why = len(places), len(places) if explain else 0
    numbers = np.zeros((size, len(FIGURES)), np.float32)
    room = _Room(numbers, np.zeros(size, np.int8), np.zeros((why, TOP), np.int16), np.zeros((why, TOP), np.float32))
    wanted = asked.known if size == len(asked.at) else asked.known.only(places)
    for rows, told in risks(asked.known, wanted, asked.at[places]):
        _put(room, rows, told, explain=explain)
    nothing = np.zeros(0)
    return Figures(numbers, room.state, Reasons(_NAMES, room.top, room.terms, nothing, nothing) if explain else None)


def _put(room: _Room, rows: Ints, told: Risk, *, explain: bool) -> None:
    columns = (told.p_late, told.low, told.high, told.n, *told.days.T, told.expected, told.usual)
    room.numbers[rows] = np.stack(columns, axis=1)
    room.state[rows] = np.where(np.isnan(told.newest), 0, np.where(told.n >= ENOUGH, 2, 1))
    if explain:
        terms = _terms(told)
        weight = np.abs(terms)
        weight[told.so_far > 0, -1] = np.inf
        top = np.argsort(-weight, axis=1, kind="stable")[:, :TOP]
        room.top[rows], room.terms[rows] = top, np.take_along_axis(terms, top, axis=1)


def _terms(told: Risk) -> NDArray[np.float64]:
    """The additive terms of the log odds, the first two (start and usual) together, and what still being open adds.

    Last come the days that an item is late already: they are no log odds, but they settle the question.
    """
    usual = told.reasons[:, 0] + told.reasons[:, 1]
    p = np.clip(told.p_late, 1e-12, 1 - 1e-12)
    waiting = np.where(told.so_far > 0, 0.0, logit(p) - told.reasons.sum(1))
    return np.column_stack([usual, told.reasons[:, 2:], waiting, told.so_far])
