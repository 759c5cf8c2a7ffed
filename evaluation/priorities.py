"""How well the other side's priorities are read from what they write and offer, and what that is worth at the table.

Run: python -m evaluation.priorities --data DIR [--utterances 5]

1. CaSiNo: the order of three issues after five utterances of theirs. Beside it: no knowledge at all, the order in which
   they first named the issues, and what the human partner believed once the talk was over.
2. Offers: made-up sides over four to eight issues make five offers, conceding slowly or fast; the correlation of what
   their options are taken to be worth with what they are worth, beside equal weights. Which end of each issue they like
   is known to both.
3. CaSiNo: signed deals. A swap is told where it is better for the reader and with a chance of .8 or more for the other
   side too; how often the first swap told really is, and in how many of the deals that could be better for both.

Dialogues were parted before anything was chosen: every fourth is held out and read with the table that ships, which was
learnt from the others. Those, on which types of statement were chosen too, are read in five parts, each with a table
learnt from the other four. (Types were still mended on the others after the figures of the held-out quarter had first
been printed, among them the other words for the three issues, such as `thirsty`; nothing was chosen by that quarter.)
A file that is not the known one is all held out.
"""

import argparse
from pathlib import Path

import numpy as np
from evaluation.offers_made_up import correlations
from training.priorities_data import ISSUES, Side, read
from training.train_priorities import learnt

from goodwill.measures.improvement import swaps
from goodwill.measures.priorities import Heard, Orders, orders
from goodwill.measures.statement_types import TYPES

PARTS, BINS, SURE, PACKAGES = 5, 10, 0.8, 3
POINTS = (5, 4, 3)


def read_side(side: Side, table, utterances=None) -> Orders:
    """Read one side's order of priorities from its first utterances."""
    said = [(issue, table[kind][:3]) for issue, kind in side.types(utterances) if kind in table]
    return orders(len(ISSUES), Heard(said))


def with_tables(sides: list[Side], cross: bool):
    """Give each side with the table it is read with: the shipped one, or one learnt without its part."""
    if not cross:
        return [(side, TYPES) for side in sides]
    tables = [learnt([s for s in sides if s.dialogue // 4 % PARTS != part]) for part in range(PARTS)]
    return [(side, tables[side.dialogue // 4 % PARTS]) for side in sides]


def first_named(side: Side, utterances: int) -> tuple[int, ...]:
    """Give the issues in the order in which they were named; those never named come last, as they stand."""
    named = dict.fromkeys(issue for issue, kind in side.types(utterances) if not kind.startswith("named"))
    return (*named, *(issue for issue in range(len(ISSUES)) if issue not in named))


def calibration(told: np.ndarray, right: np.ndarray) -> float:
    """The expected calibration error over ten bins of equal size."""
    bins = np.array_split(np.argsort(told, kind="stable"), BINS)
    return sum(len(b) * abs(told[b].mean() - right[b].mean()) for b in bins) / len(told)


def reading(pairs, utterances: int) -> None:
    found = [(side, read_side(side, table, utterances)) for side, table in pairs]
    exact = [o.likeliest() == side.order for side, o in found]
    top = np.array([float(o.top().argmax() == side.order[0]) for side, o in found])
    told = np.array([o.top().max() for _, o in found])
    named = [(side.order, first_named(side, utterances)) for side, _ in found]
    guessed = [(side.order, side.guess) for side, _ in found if side.guess]
    _row("goodwill", exact, top, f"  ECE {calibration(told, top):.3f}")
    _row("first named", [a == b for a, b in named], [a[0] == b[0] for a, b in named])
    _row("nothing known", [1 / 6], [1 / 3])
    if guessed:
        _row(
            "human partner, at the end",
            [(order[0], order[2]) == guess for order, guess in guessed],
            [order[0] == guess[0] for order, guess in guessed],
        )


def _row(name: str, exact, top, more: str = "") -> None:
    print(f"  {name:<27}exact order {100 * np.mean(exact):5.1f}   top {100 * np.mean(top):5.1f}{more}", flush=True)


def improving(pairs) -> None:
    cases = [_improved(side, table) for side, table in pairs if side.signed is not None]
    told = [right for right, _ in cases if right is not None]
    better = sum(could for _, could in cases)
    found = sum(bool(right) for right, could in cases if could)
    print(f"  {len(cases)} readers of signed deals; {100 * better / len(cases):.1f} % could be better for both")
    print(f"  a swap told {len(told)} times, {100 * np.mean(told):.1f} % of them better for both;"
          f" {100 * found / better:.1f} % of what could be improved is found", flush=True)  # fmt: skip


def _improved(side: Side, table) -> tuple[bool | None, bool]:
    """Say whether the first swap told is better for both, None where none is told, and whether any would be."""
    units = np.arange(PACKAGES + 1.0)
    mine = [POINTS[side.other_order.index(issue)] * units for issue in range(len(ISSUES))]
    true = [POINTS[side.order.index(issue)] * units[::-1][None] for issue in range(len(ISSUES))]
    read_as = read_side(side, table)
    worth = [np.asarray(POINTS)[read_as.ranks[:, issue]][:, None] * units[::-1] for issue in range(len(ISSUES))]
    any_better = len(swaps(mine, true, np.ones(1), side.signed)) > 0
    told = swaps(mine, worth, read_as.chance, side.signed, SURE)
    if not len(told):
        return None, any_better
    gain = sum(true[n][0, told.options[0, n]] - true[n][0, side.signed[n]] for n in range(len(ISSUES)))
    return bool(gain > 0), any_better


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--utterances", type=int, default=5)
    asked.add_argument("--worlds", type=int, default=200, help="made-up sides for the offers")
    told = asked.parse_args()
    sides, known = read(told.data)
    held = [side for side in sides if side.held_out() or not known]
    chosen = [side for side in sides if not side.held_out() and known]
    for name, some, cross in (("held out", held, False), ("looked at while choosing", chosen, True)):
        if some:
            pairs = with_tables(some, cross)
            print(f"{name}: {len(some)} sides, after {told.utterances} utterances")
            reading(pairs, told.utterances)
            improving(pairs)
    for line in correlations(told.worlds):
        print(line, flush=True)


if __name__ == "__main__":
    main()
