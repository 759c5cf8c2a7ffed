"""How fast fairness and goodness are found, beside the loop over a networkx graph that the paper's equations suggest.

    python benchmarks/fairness_goodness.py [--data DIR] [--rows 35000] [--large 10000000]

Both run to the same convergence (sums of change below 1e-6) and are checked against each other. With `--data`, on
Bitcoin Alpha; else on a made network of so many ratings. `--large` times one pass of the arrays over a great network.
"""

import argparse
import sys
import time
from pathlib import Path

import networkx
import numpy as np

sys.path[:0] = [str(Path(__file__).parents[1])]

from training.train_network import read  # noqa: E402

from goodwill.measures.network import fairness_goodness  # noqa: E402

TURNS, REPEATS = 7, 30


def made(rows, seed=3):
    """Return by, about, value of a made network in which every pair rates once."""
    chance = np.random.default_rng(seed)
    people = max(rows // 6, 50)
    pairs = (people * chance.random((rows, 2)) ** 2).astype(np.int64)
    pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    if rows <= 1_000_000:
        pairs = np.unique(pairs, axis=0)
    value = np.where(chance.random(len(pairs)) < 0.9, 0.1, -1.0) * chance.integers(1, 11, len(pairs)) / 10.0
    return pairs[:, 0], pairs[:, 1], value


def loop(by, about, value):
    """Fairness and goodness node by node, from equations 1 and 2 of Kumar et al. 2016."""
    graph = networkx.DiGraph()
    graph.add_weighted_edges_from(zip(by.tolist(), about.tolist(), value.tolist(), strict=True))
    fairness, goodness = dict.fromkeys(graph, 1.0), dict.fromkeys(graph, 0.0)
    moved = 1.0
    while moved > 1e-6:
        moved_good = moved_fair = 0.0
        for node in graph.nodes():
            edges = graph.in_edges(node, data="weight")
            total = sum(fairness[source] * weight for source, _, weight in edges)
            new = total / len(edges) if len(edges) else 0.0
            moved_good += abs(new - goodness[node])
            goodness[node] = new
        for node in graph.nodes():
            edges = graph.out_edges(node, data="weight")
            total = sum(1.0 - abs(weight - goodness[target]) / 2.0 for _, target, weight in edges)
            new = total / len(edges) if len(edges) else 1.0
            moved_fair += abs(new - fairness[node])
            fairness[node] = new
        moved = max(moved_good, moved_fair)
    return fairness, goodness


def timed(work, repeats):
    """Return the median seconds of some runs, and the last result."""
    taken, found = [], None
    for _ in range(repeats):
        begun = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - begun)
    return float(np.median(taken)), found


def main() -> None:
    """Print the comparison."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path)
    ask.add_argument("--rows", type=int, default=35_000)
    ask.add_argument("--large", type=int, default=0)
    told = ask.parse_args()
    by, about, value = read(told.data)[:3] if told.data else made(told.rows)
    turns = [
        (timed(lambda: loop(by, about, value), 1), timed(lambda: fairness_goodness(by, about, value), REPEATS))
        for _ in range(TURNS)
    ]
    slow, fast = (float(np.median([turn[side][0] for turn in turns])) for side in (0, 1))
    (_, (fairness, goodness)), (_, found) = turns[0]
    apart = max(
        max(abs(fairness[party] - fair), abs(goodness[party] - good))
        for party, fair, good in zip(found.party.tolist(), found.fairness, found.goodness, strict=True)
    )
    print(f"{len(by):,} ratings, {found.rounds} rounds, greatest difference {apart:.1e}")
    print(f"networkx loop {slow:8.3f} s\narrays        {fast:8.5f} s\n{slow / fast:,.0f} times as fast (wanted: 500)")
    print("turn by turn: " + ", ".join(f"{one[0] / other[0]:,.0f}" for one, other in turns))
    if told.large:
        columns = made(told.large)
        one, _ = timed(lambda: fairness_goodness(*columns, most_rounds=1), 2)
        two, _ = timed(lambda: fairness_goodness(*columns, most_rounds=3), 2)
        print(f"{told.large:,} ratings: {(two - one) / 2:.2f} s a pass, {one:.2f} s with its preparation")


if __name__ == "__main__":
    main()
