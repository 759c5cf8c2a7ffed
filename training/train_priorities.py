"""Learn what each type of statement says about its writer's priorities, and write goodwill.measures.statement_types.

Counts, over both sides of the CaSiNo dialogues that are not held out, how often the issue that a statement names was
the first, the middle or the last of its writer's three priorities; as statements count also how much they got of each
issue in what was signed. Then two numbers, how much each statement counts and how often words say nothing: those under
which the true orders are likeliest, each dialogue read with a table learnt from others, after five utterances and after
all. Run from the project's root:

    python -m training.train_priorities --data DIR [--write]
"""

import argparse
from collections import Counter, defaultdict
from itertools import permutations
from pathlib import Path

import numpy as np
from training.priorities_data import Side, read

MODULE = Path(__file__).parents[1] / "src" / "goodwill" / "measures" / "statement_types.py"
AT_LEAST = 10
PRIOR = 2.0
PARTS = 5
LOOKED_AT = (5, None)
TEMPERS = np.round(np.arange(0.35, 0.86, 0.05), 2)
DOUBTS = (0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1)
ORDERS = np.array([*permutations(range(3))])

TEXT = '''"""What a type of statement says of priorities: how often the issue it names was high, middle, low.

Made by training/train_priorities.py from {sides} sides of CaSiNo dialogues (Chawla et al. 2021, NAACL; CC BY 4.0):
the {types} types seen at least {least} times, each with three shares and how often it was seen. Three issues there,
food, water and firewood, for which strangers bargained in English for a few minutes: what carries over is for each
to test. `signed` types: how much they got of an issue in what was signed.

TEMPER: what each statement counts for, as they repeat each other. DOUBT: how often words say nothing of an order.
"""

TEMPER = {temper}
DOUBT = {doubt}

TYPES: dict[str, tuple[float, float, float, int]] = {{
{rows}
}}
'''


def learnt(sides: list[Side]) -> dict[str, tuple[float, float, float, int]]:
    """Give the shares of each type of statement, most frequent first, a little drawn to a third each."""
    counts: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(3))
    for side in sides:
        for issue, kind in [*side.types(), *side.got()]:
            counts[kind][side.order.index(issue)] += 1
    table = {}
    for kind, seen in sorted(counts.items(), key=lambda pair: (-pair[1].sum(), pair[0])):
        if seen.sum() >= AT_LEAST:
            shares = (seen + PRIOR) / (seen.sum() + 3 * PRIOR)
            table[kind] = (*(round(float(share), 3) for share in shares), int(seen.sum()))
    return table


def likeliest(sides: list[Side]) -> tuple[float, float]:
    """Give the two numbers under which the true orders are likeliest, each side read with a table of the others."""
    tables = [learnt([s for s in sides if s.dialogue // 4 % PARTS != part]) for part in range(PARTS)]
    read_at = [(side, tables[side.dialogue // 4 % PARTS], most) for side in sides for most in LOOKED_AT]
    log = np.array([_of_orders(side, table, most) for side, table, most in read_at])
    true = np.array([ORDERS.tolist().index(list(side.order)) for side, _, _ in read_at])
    found = {(float(temper), doubt): _fit(temper * log, true, doubt) for temper in TEMPERS for doubt in DOUBTS}
    return max(found, key=lambda pair: found[pair])


def _of_orders(side: Side, table, most: int | None) -> np.ndarray:
    """Give what the statements say of each of the six orders, as they stand."""
    log = np.zeros(len(ORDERS))
    alike = Counter([*side.types(most), *(side.got() if most is None else [])])
    for (issue, kind), often in alike.items():
        if kind in table:
            log += np.sqrt(often) * np.log(table[kind][:3])[np.argsort(ORDERS)[:, issue]]
    return log


def _fit(log: np.ndarray, true: np.ndarray, doubt: float) -> float:
    likely = np.exp(log - log.max(1, keepdims=True))
    likely = (1 - doubt) * likely / likely.sum(1, keepdims=True) + doubt / len(ORDERS)
    return float(np.log(likely[np.arange(len(true)), true]).mean())


def main():
    """Print the table; with --write, write the module that ships."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--write", action="store_true")
    told = options.parse_args()
    sides, known = read(told.data)
    if not known:
        raise SystemExit("casino/dialogues.json is not the file this was built on")
    used = [side for side in sides if not side.held_out()]
    table, (temper, doubt) = learnt(used), likeliest(used)
    rows = "\n".join(f'    "{kind}": {shares},' for kind, shares in table.items())
    text = TEXT.format(sides=len(used), types=len(table), least=AT_LEAST, rows=rows, temper=temper, doubt=doubt)
    if told.write:
        MODULE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
