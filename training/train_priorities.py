"""Learn what each type of statement says about its writer's priorities, and write goodwill.measures.statement_types.

Counts, over both sides of the CaSiNo dialogues that are not held out, how often the issue that a statement names was
the first, the middle or the last of its writer's three priorities. Run from the project's root:

    python -m training.train_priorities --data DIR [--write]
"""

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
from training.priorities_data import Side, read

MODULE = Path(__file__).parents[1] / "src" / "goodwill" / "measures" / "statement_types.py"
AT_LEAST = 10
PRIOR = 2.0

TEXT = '''"""What a type of statement says of priorities: how often the issue it names was high, middle, low.

Made by training/train_priorities.py from {sides} sides of CaSiNo dialogues (Chawla et al. 2021, NAACL; CC BY 4.0):
the {types} types seen at least {least} times, each with three shares and how often it was seen. Three issues there,
food, water and firewood, for which strangers bargained in English for a few minutes: what carries over is for each
to test.
"""

TYPES: dict[str, tuple[float, float, float, int]] = {{
{rows}
}}
'''


def learnt(sides: list[Side]) -> dict[str, tuple[float, float, float, int]]:
    """Give the shares of each type of statement, most frequent first, a little drawn to a third each."""
    counts: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(3))
    for side in sides:
        for issue, kind in side.types():
            counts[kind][side.order.index(issue)] += 1
    table = {}
    for kind, seen in sorted(counts.items(), key=lambda pair: (-pair[1].sum(), pair[0])):
        if seen.sum() >= AT_LEAST:
            shares = (seen + PRIOR) / (seen.sum() + 3 * PRIOR)
            table[kind] = (*(round(float(share), 3) for share in shares), int(seen.sum()))
    return table


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
    table = learnt(used)
    rows = "\n".join(f'    "{kind}": {shares},' for kind, shares in table.items())
    text = TEXT.format(sides=len(used), types=len(table), least=AT_LEAST, rows=rows)
    if told.write:
        MODULE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
