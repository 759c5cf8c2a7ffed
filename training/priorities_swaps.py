"""Swaps of the deals signed in CaSiNo: which one would be told first, how surely, and whether it is better for both."""

from dataclasses import dataclass

import numpy as np
from training.priorities_data import ISSUES, PACKAGES, Side

from goodwill.measures.improvement import swaps
from goodwill.measures.priorities import Orders

POINTS = (5, 4, 3)
AT_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Swapped:
    """The first swap told: `likely`, the chance that it is better for the other side too, as read; `right`: it is.

    Both are None where no swap is told; `could`: some swap would have been better for both.
    """

    likely: float | None
    right: bool | None
    could: bool


def first_swap(side: Side, read_as: Orders) -> Swapped:
    """Look for swaps of what was signed, as somebody would who reads the other side so."""
    units = np.arange(PACKAGES + 1.0)
    mine = [POINTS[side.other_order.index(issue)] * units for issue in range(len(ISSUES))]
    true = [POINTS[side.order.index(issue)] * units[::-1][None] for issue in range(len(ISSUES))]
    worth = [np.asarray(POINTS)[read_as.ranks[:, issue]][:, None] * units[::-1] for issue in range(len(ISSUES))]
    could = len(swaps(mine, true, np.ones(1), side.signed)) > 0
    told = swaps(mine, worth, read_as.chance, side.signed, AT_LEAST)
    if not len(told):
        return Swapped(None, None, could)
    gain = sum(true[n][0, told.options[0, n]] - true[n][0, side.signed[n]] for n in range(len(ISSUES)))
    return Swapped(float(told.likely[0]), bool(gain > 0), could)
