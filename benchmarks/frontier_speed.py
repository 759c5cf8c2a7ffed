"""How fast the exact frontier of a deal is found, beside listing every outcome with numpy.

Run: python benchmarks/frontier_speed.py [--runs 7] [--seed 1]

Values are drawn at random for both sides, a new draw each run, in three sorts: whole numbers up to 100; floats with all
their digits; and opposed, where what is good for one is mostly bad for the other, which makes large frontiers. Listing
adds up every outcome in floats and prunes by one sort and a running maximum; it is shown up to 10^6 outcomes, and its
frontier must be as large as ours where the sums are whole. Medians of the runs, in milliseconds.
"""

import argparse
import statistics
import time

import numpy as np

from goodwill.measures.frontier import frontier

LISTED_UP_TO = 10**6
SIZES = (5, 6, 9, 12)


def listed(own, theirs):
    """Add up every outcome and prune; give the size of the frontier."""
    a, b = own[0], theirs[0]
    for more, other in zip(own[1:], theirs[1:], strict=True):
        a, b = np.add.outer(a, more).ravel(), np.add.outer(b, other).ravel()
    order = np.lexsort((-b, -a))
    reached = b[order]
    return int(1 + np.sum(reached[1:] > np.maximum.accumulate(reached)[:-1]))


def drawn(kind, issues, chance):
    if kind == "floats":
        return chance.random((issues, 10)), chance.random((issues, 10))
    own = chance.integers(0, 101, (issues, 10)).astype(float)
    if kind == "opposed":
        return own, 100 - own + chance.integers(0, 16, (issues, 10))
    return own, chance.integers(0, 101, (issues, 10)).astype(float)


def timed(call, *args):
    begun = time.perf_counter()
    found = call(*args)
    return (time.perf_counter() - begun) * 1e3, found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--runs", type=int, default=7)
    asked.add_argument("--seed", type=int, default=1)
    told = asked.parse_args()
    frontier([[0.5, 1.0]], [[1.0, 0.5]])
    print(f"{'outcomes':>9}  {'values':<8} {'on it':>6} {'frontier':>12} {'listed':>12} {'times':>8}")
    for issues in SIZES:
        for kind in ("whole", "floats", "opposed"):
            chance = np.random.default_rng(told.seed)
            ours, plain, sizes = [], [], []
            for _ in range(told.runs):
                own, theirs = drawn(kind, issues, chance)
                took, found = timed(frontier, own.tolist(), theirs.tolist())
                ours.append(took)
                sizes.append(len(found))
                if 10**issues <= LISTED_UP_TO:
                    took, size = timed(listed, own, theirs)
                    plain.append(took)
                    if kind != "floats" and size != len(found):
                        raise SystemExit(f"listing gives {size} points, the frontier {len(found)}")
            mine = statistics.median(ours)
            beside = statistics.median(plain) if plain else 0.0
            row = f"{f'10^{issues}':>9}  {kind:<8} {statistics.median(sizes):>6} {mine:>9.2f} ms"
            print(row + (f" {beside:>9.1f} ms {beside / mine:>8,.0f}" if plain else f" {'-':>12} {'-':>8}"))


if __name__ == "__main__":
    main()
