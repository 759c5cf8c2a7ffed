"""How fast the other side's wishes are read from five offers: medians, in milliseconds.

Run: python benchmarks/priorities_speed.py [--particles 500] [--issues 8] [--options 6] [--runs 7]

Beside it what the same draws cost before any offer, which is the floor: drawing, and adding up.
"""

import argparse
import statistics
import time

import numpy as np

from goodwill.measures.imagined import imagined
from goodwill.measures.imagined_side import Evidence, Known
from goodwill.measures.priorities import Heard


def timed(issues, evidence, particles):
    begun = time.perf_counter()
    imagined(issues, evidence, particles)
    return (time.perf_counter() - begun) * 1e3


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, usual in (("particles", 500), ("issues", 8), ("options", 6), ("runs", 7), ("offers", 5)):
        asked.add_argument(f"--{name}", type=int, default=usual)
    told = asked.parse_args()
    chance = np.random.default_rng(1)
    issues = [Known(np.linspace(0, 1, told.options)) for _ in range(told.issues)]
    offers = [[told.options - 1] * told.issues]
    while len(offers) < told.offers:
        offers.append(np.maximum(0, np.array(offers[-1]) - (chance.random(told.issues) < 0.3)).tolist())
    said = Heard([(0, (0.7, 0.2, 0.1)), (1, (0.1, 0.2, 0.7))])
    timed(issues, Evidence(said, offers), told.particles)
    for name, evidence in (("drawn alone", Evidence()), ("statements and offers", Evidence(said, offers))):
        times = [timed(issues, evidence, told.particles) for _ in range(told.runs)]
        print(f"{name:<24}{statistics.median(times):9.1f} ms   {told.particles} particles, "
              f"{told.issues} issues of {told.options}, {told.offers} offers")  # fmt: skip


if __name__ == "__main__":
    main()
