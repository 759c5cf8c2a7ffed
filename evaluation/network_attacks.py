"""What invented names can do to the trust estimate on a real network: how far they move good and bad records.

    python evaluation/network_attacks.py --data DIR

Protocol: the first half of Bitcoin Alpha, weights from its first half. Names come in over some weeks or months; each
rates two real people and is praised by three other names, then speaks of one person. The bad records are the six
lowest with three bad ratings or more, the good ones six with eight good ratings or more and no bad one, drawn once.
At the end names speak well of the bad records before their first bad rating. The attack is part of the design: these
rules were made with it in view, on this half.
"""

import argparse
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT)]

from training.train_network import first_part, read, train  # noqa: E402

from goodwill.measures import network  # noqa: E402
from goodwill.measures.network_defaults import Defaults  # noqa: E402
from goodwill.measures.network_ratings import Ratings  # noqa: E402

DAY, RECORDS, ASKER = 86_400.0, 6, -1
COUNTS, WINDOWS = (10, 30, 100), (30, 120)
REAL_VOUCHERS = ("nobody", "one person for all", "two people for all", "one for each tenth")


@dataclass(frozen=True, slots=True)
class Stage:
    """A network, the weights it is read with, and the moment after its last rating."""

    seen: Ratings
    weights: Defaults
    end: float

    def said(self, extra, people):
        """Return what is said of `people` a day later, with ratings `extra` (who, whom, value, seconds) added."""
        columns = (self.seen.by, self.seen.about, self.seen.value, self.seen.days * DAY)
        by, about, value, at = (np.append(*pair) for pair in zip(columns, extra.T, strict=True))
        asked = [np.full(len(people), part) for part in (ASKER, self.end + DAY)]
        told = (by.astype(np.int64), about.astype(np.int64), value, np.floor(at / DAY) * DAY)
        return network.trust(*told, asked[0], people, asked[1], defaults=self.weights).p_trust


def invented(chance, stage, target, names, days, value):
    """Return the ratings of names who come in over `days`, busy themselves, and speak of the target."""
    begin, real = stage.end - days * DAY, np.unique(stage.seen.by)
    came = begin + np.sort(chance.random(len(names))) * 0.9 * days * DAY
    rows = []
    for name, first in zip(names, came, strict=True):
        left = stage.end - first
        rows += [(name, one, 0.2, first + chance.random() * left) for one in chance.choice(real, 2)]
        for friend in chance.choice(len(names), 3, replace=False):
            since = max(first, came[friend])
            rows += [(names[friend], name, 1.0, since + 0.5 * chance.random() * (stage.end - since))]
        rows.append((name, target, value, first + 0.95 * chance.random() * left))
    return np.array([row for row in rows if row[0] != row[1]])


def vouched(chance, stage, target, names, days, who):
    """Return praise of the names by busy real people other than the target, before they speak."""
    busy = np.setdiff1d(np.argsort(-np.bincount(stage.seen.by))[:200], [target])
    at = stage.end - days * DAY
    if who == "one for each tenth":
        pairs = [(chance.choice(busy), name) for name in names if chance.random() < 0.1]
    else:
        helpers = chance.choice(busy, REAL_VOUCHERS.index(who), replace=False)
        pairs = [(helper, name) for helper in helpers for name in names]
    return np.array([(by, about, 0.5, at) for by, about in pairs]).reshape(-1, 4)


def records(stage):
    """Return the bad and the good records, and what is said of everyone before the attack."""
    good, bad = (np.bincount(stage.seen.about, stage.seen.value * sign > 0, stage.seen.parties) for sign in (1, -1))
    before = stage.said(np.zeros((0, 4)), np.arange(stage.seen.parties))
    lowest = np.argsort(before, kind="stable")
    clean = np.random.default_rng(0).permutation(np.flatnonzero((good >= 8) & (bad == 0)))
    return lowest[((bad >= 3) & (bad >= good))[lowest]][:RECORDS], clean[:RECORDS], before


def moved(stage, people, before, value, size, who):
    """Return how far each person's estimate moves when names of that number and time speak of them."""
    chance, out = np.random.default_rng(size), []
    names = stage.seen.parties + np.arange(size[0])
    for target in people:
        extra = invented(chance, stage, target, names, size[1], value)
        extra = np.vstack([vouched(chance, stage, target, names, size[1], who), extra])
        out.append(stage.said(extra, np.array([target]))[0] - before[target])
    return np.array(out)


def moved_beforehand(stage, people, before, size):
    """Return how far estimates of bad records move when all names praised them before the first bad rating."""
    chance, out = np.random.default_rng(size), []
    for target in people:
        blamed = stage.seen.days[(stage.seen.about == target) & (stage.seen.value < 0)].min()
        early = replace(stage, end=(blamed - 1.0) * DAY)
        extra = invented(chance, early, target, stage.seen.parties + np.arange(size[0]), size[1], 1.0)
        out.append(stage.said(extra, np.array([target]))[0] - before[target])
    return np.array(out)


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument(
        "--data", type=Path, default=os.environ.get("GOODWILL_DATA"), required="GOODWILL_DATA" not in os.environ
    )
    rows = read(Path(ask.parse_args().data))
    seen = first_part(*rows, 0.5)
    stage = Stage(seen, train(first_part(*rows, 0.25)), float(seen.days[-1] * DAY))
    bad, good, before = records(stage)
    print(f"p_trust before: bad records {before[bad].round(2)}, good records {before[good].round(2)}")
    print(f"{'praised by established people':30} names days   bad records praised   good records smeared")
    print(f"{'':30}              mean     most        mean     most")
    for who in REAL_VOUCHERS:
        for size in [(count, days) for count in COUNTS for days in WINDOWS if who == "nobody" or count == 30]:
            up, down = (moved(stage, people, before, value, size, who) for people, value in ((bad, 1.0), (good, -1.0)))
            told = f"{up.mean():+8.3f} {up.max():+8.3f}    {down.mean():+8.3f} {down.min():+8.3f}"
            print(f"{who:30} {size[0]:5} {size[1]:4} {told}", flush=True)
    for size in [(count, days) for count in COUNTS for days in WINDOWS]:
        up = moved_beforehand(stage, bad, before, size)
        print(
            f"{'nobody, praised beforehand':30} {size[0]:5} {size[1]:4} {up.mean():+8.3f} {up.max():+8.3f}", flush=True
        )


if __name__ == "__main__":
    main()
