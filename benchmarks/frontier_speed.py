"""How fast the exact frontier of a deal is found, beside others in the same run: medians, in milliseconds.

Run: python benchmarks/frontier_speed.py [--runs 7] [--seed 1]

Values are drawn at random for both sides, a new draw each run, in three sorts: whole numbers up to 100; floats with all
their digits; and opposed, where what is good for one is mostly bad for the other, which makes large frontiers.

- listed: every outcome added up with numpy, then one sort and a running maximum; up to 10^6 outcomes. Its frontier must
  be as large as ours where the sums are whole.
- negmas: its pareto_frontier, which lists outcomes too, at 10^5; and MOBANOS, its exact sampler for additive values.
  Only where the package is installed; it is no part of the project.
"""

import argparse
import statistics
import time

import numpy as np

from goodwill.measures.frontier import frontier

LISTED_UP_TO = 6
NEGMAS_LISTED_UP_TO = 5
MOBANOS_UP_TO = 12
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


def negmas_peers():
    """Give the two calls of negmas, or none where it is not installed."""
    try:
        from negmas import LinearAdditiveUtilityFunction, make_issue, pareto_frontier
        from negmas.preferences.pareto_sampler.mobanos import MOBANOSParetoSampler
    except ImportError:
        return {}

    def utilities(own, theirs):
        issues = [make_issue(len(row), f"i{n}") for n, row in enumerate(own)]
        sides = ([dict(enumerate(row)) for row in side.tolist()] for side in (own, theirs))
        return issues, [LinearAdditiveUtilityFunction(values=values, issues=issues) for values in sides]

    def listing(issues, pair):
        return len(pareto_frontier(pair, issues=issues)[0])

    def mobanos(_issues, pair):
        MOBANOSParetoSampler().init(*pair)

    return {"make": utilities, "negmas": (listing, NEGMAS_LISTED_UP_TO), "MOBANOS": (mobanos, MOBANOS_UP_TO)}


def measured(kind, issues, told, peers):
    """Give the times of each, and the sizes of our frontier."""
    chance = np.random.default_rng(told.seed)
    times, sizes = {"frontier": [], "listed": [], "negmas": [], "MOBANOS": []}, []
    for _ in range(told.runs):
        own, theirs = drawn(kind, issues, chance)
        took, found = timed(frontier, own.tolist(), theirs.tolist())
        times["frontier"].append(took)
        sizes.append(len(found))
        if issues <= LISTED_UP_TO:
            took, size = timed(listed, own, theirs)
            times["listed"].append(took)
            if kind != "floats" and size != len(found):
                raise SystemExit(f"listing gives {size} points, the frontier {len(found)}")
        made = peers["make"](own, theirs) if peers else None
        for name, (call, most) in ((n, p) for n, p in peers.items() if n != "make"):
            if issues <= most:
                times[name].append(timed(call, *made)[0])
    return times, sizes


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--runs", type=int, default=7)
    asked.add_argument("--seed", type=int, default=1)
    told = asked.parse_args()
    peers = negmas_peers()
    frontier([[0.5, 1.0]], [[1.0, 0.5]])
    print(f"{'outcomes':<9}{'values':<9}{'on it':>6}{'frontier':>12}{'listed':>12}{'negmas':>12}{'MOBANOS':>12}")
    for issues in SIZES:
        for kind in ("whole", "floats", "opposed"):
            times, sizes = measured(kind, issues, told, peers)
            shown = "".join(f"{f'{statistics.median(t):,.2f} ms' if t else '-':>12}" for t in times.values())
            print(f"{f'10^{issues}':<9}{kind:<9}{statistics.median(sizes):>6}{shown}", flush=True)


if __name__ == "__main__":
    main()
