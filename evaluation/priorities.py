"""How well the other side's priorities are read from what they write and offer, and what that is worth at the table.

Run: python -m evaluation.priorities --data DIR [--utterances 5]

1. CaSiNo: the order of three issues after five utterances of theirs. Beside it: no knowledge at all, the order in which
   they first named the issues, and what the human partner believed once the talk was over. The calibration error
   (ECE) stands beside what chances exactly right would show on so few sides.
2. Offers: made-up sides over four to eight issues make five offers, conceding slowly or fast; the correlation of what
   their options are taken to be worth with what they are worth, beside equal weights. Which end of each issue they like
   is known to both.
3. CaSiNo: signed deals, read from all that was said and from what was signed. A swap is told where it is better for
   the reader and with a chance of .8 or more for the other side too; how often the first swap told really is, and in
   how many of the deals that could be better for both.

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
from training.priorities_swaps import first_swap
from training.train_priorities import learnt

from goodwill.measures.priorities import Heard, Orders, orders
from goodwill.measures.statement_types import TYPES

PARTS, BINS, SURE, DRAWS = 5, 10, 0.8, 200


def read_side(side: Side, table, utterances=None) -> Orders:
    """Read one side's order of priorities from its first utterances; untold how many, from all and what was signed."""
    told = [*side.types(utterances), *(side.got() if utterances is None else [])]
    said = [(issue, table[kind][:3]) for issue, kind in told if kind in table]
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


def by_chance(told: np.ndarray) -> str:
    """The calibration error that chances exactly right would show on so few sides: on average, in 19 of 20."""
    chance = np.random.default_rng(0)
    drawn = [calibration(told, (chance.random(len(told)) < told).astype(float)) for _ in range(DRAWS)]
    return f"by chance alone {np.mean(drawn):.3f}, up to {np.quantile(drawn, 0.95):.3f}"


def reading(pairs, utterances: int) -> None:
    found = [(side, read_side(side, table, utterances)) for side, table in pairs]
    exact = [o.likeliest() == side.order for side, o in found]
    top = np.array([float(o.top().argmax() == side.order[0]) for side, o in found])
    told = np.array([o.top().max() for _, o in found])
    named = [(side.order, first_named(side, utterances)) for side, _ in found]
    guessed = [(side.order, side.guess) for side, _ in found if side.guess]
    _row(
        "goodwill",
        exact,
        top,
        f"  ECE {calibration(told, top):.3f} ({by_chance(told)}; said {100 * told.mean():.1f})",
    )
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
    cases = [first_swap(side, read_side(side, table)) for side, table in pairs if side.signed is not None]
    told = [one for one in cases if one.likely is not None and one.likely >= SURE]
    better = sum(one.could for one in cases)
    right, said = np.mean([one.right for one in told]), np.mean([one.likely for one in told])
    found = sum(bool(one.right) for one in told) / better
    print(f"  {len(cases)} readers of signed deals; {100 * better / len(cases):.1f} % could be better for both")
    print(f"  a swap told {len(told)} times, {100 * right:.1f} % of them better for both ({100 * said:.1f} % said);"
          f" {100 * found:.1f} % of what could be improved is found", flush=True)  # fmt: skip


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
