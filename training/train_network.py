"""Learn the default weights of the trust estimate from one public network, and write them as arrays.

    python training/train_network.py --data DIR [--until 0.5] [--out FILE]

`DIR` holds `soc-sign-bitcoinalpha.csv` or a folder `trust` that does. Only coefficients are written.
"""

import argparse
import hashlib
from pathlib import Path

import numpy as np

from goodwill.measures.network_defaults import Defaults, Scale
from goodwill.measures.network_features import TRUST, about_person, about_rater, view
from goodwill.measures.network_gate import segment
from goodwill.measures.network_learner import chance, laplace, opinion
from goodwill.measures.network_past import past
from goodwill.measures.network_places import places
from goodwill.measures.network_products import gram
from goodwill.measures.network_ratings import Ratings, ratings
from goodwill.measures.network_sequence import moments

SOURCE = "soc-sign-bitcoinalpha.csv"
SHA256 = "7af11340d137e7320d180ac49debc9ff4cd182d12c540632ac838bd57c1d91ac"
OUT = Path(__file__).parents[1] / "src" / "goodwill" / "measures" / "trained" / "network.npz"
RIDGE, RATING_RIDGE = 20.0, 40.0
BASE_RIDGE = 20.0  # the base rate enters with weight 1 unless the data insist
CARRIED = 0.5  # share of the training network's evidence that the shipped belief keeps; the rest is for the new one
LEAST_SPREAD = 0.05
RAISES = ("ratings received", "ratings ever received", "strength of", "what ", "the newest rating")
LOWERS = ("a bad rating in",)
SHARE_SEEN_FIRST = 0.05  # the first ratings of a network, before there is any past to learn from


def read(folder: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return by, about, value in -1..1 and epoch seconds, in time order."""
    place = folder / SOURCE if (folder / SOURCE).exists() else folder / "trust" / SOURCE
    if hashlib.sha256(place.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{place.name} is not the file these figures are about: its SHA-256 differs")
    rows = np.loadtxt(place, delimiter=",", skiprows=1)
    rows = rows[np.argsort(rows[:, 3], kind="stable")]
    return rows[:, 0].astype(np.int64), rows[:, 1].astype(np.int64), rows[:, 2] / 10.0, rows[:, 3]


def train(seen: Ratings) -> Defaults:
    """Return the defaults learnt from the ratings of `seen`, each foretold from its own past.

    A good report may only raise trust, a bad one only lower it. Trust is learnt from every rating, single ratings from
    those that someone stands behind, which foretold the rest of the first half better.
    """
    known = past(seen)
    moment = moments(known, (seen.by, seen.about), seen.days, seen.rank)
    looked = view(known, moment, places(known, moment))
    person = about_person(looked)
    first = int(SHARE_SEEN_FIRST * len(seen.value))
    trust_scale, trust = _learnt(person, seen.good, first, RIDGE, _signs())
    taught, both = known.lesson, person + about_rater(looked)
    lessons, good = [column[taught] for column in both], seen.good[taught]
    free = np.zeros(len(both) + 1)
    rating_scale, rating = _learnt(lessons, good, int(taught[:first].sum()), RATING_RIDGE, free)
    usual = _usual(trust_scale(person), looked.heard.count("ever"))
    return Defaults(trust_scale, opinion(*trust), rating_scale, opinion(*rating), usual)


def _usual(scaled, evidence):
    """Return the mean scaled columns of people without, with thin and with enough evidence."""
    groups = segment(evidence)
    return np.stack([scaled[groups == group].mean(axis=0) for group in range(3)])


def _signs():
    """Return 1 for columns that may only raise trust, -1 for those that may only lower it, else 0."""
    return np.array([0, *(name.startswith(RAISES) - name.startswith(LOWERS) for name in TRUST)])


def _learnt(columns, good, first, ridge, signs):
    centre = np.array([column[first:].mean() for column in columns])
    spread = np.array([column[first:].std() for column in columns]) + LEAST_SPREAD
    centre[0], spread[0] = 0.0, 1.0  # the base rate stays in log odds
    scale = Scale(centre, spread)
    prior = np.zeros(len(columns) + 1)
    prior[1] = 1.0
    precision = np.diag(np.full(len(prior), ridge))
    precision[0, 0], precision[1, 1] = 2.0, BASE_RIDGE
    seen = scale(columns)[first:]
    weights = _signed(seen, good[first:], prior, precision, signs)
    expected = chance(seen @ weights)
    held = gram(seen * (expected * (1.0 - expected))[:, None], seen)
    return scale, (weights, precision + CARRIED * held)


def _signed(seen, good, prior, precision, signs):
    """Return the most plausible weights in which no column pulls against its sign; such columns are left at 0."""
    kept, weights = np.ones(len(prior), dtype=bool), np.zeros(len(prior))
    while True:
        weights[kept] = laplace(seen[:, kept], good, prior[kept], precision[np.ix_(kept, kept)])[0]
        against = weights * signs < 0.0
        if not against.any():
            return weights
        kept, weights[against] = kept & ~against, 0.0


def write(defaults: Defaults, out: Path) -> None:
    """Write the arrays of the defaults."""
    np.savez_compressed(
        out,
        trust_centre=defaults.trust_scale.centre,
        trust_spread=defaults.trust_scale.spread,
        trust_weights=defaults.trust.weights,
        trust_precision=defaults.trust.precision,
        rating_centre=defaults.rating_scale.centre,
        rating_spread=defaults.rating_scale.spread,
        rating_weights=defaults.rating.weights,
        trust_usual=defaults.usual,
        rating_precision=defaults.rating.precision,
    )


def first_part(by, about, value, at, share):
    """Return the ratings before the moment at which `share` of all were given, as codes from 0."""
    end = int(np.searchsorted(at, at[min(int(share * len(at)), len(at) - 1)])) if share < 1.0 else len(at)
    party, codes = np.unique(np.concatenate([by[:end], about[:end]]), return_inverse=True)
    return ratings(codes[:end], codes[end:], value[:end], at[:end], len(party))


def main() -> None:
    """Train and write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--until", type=float, default=0.5)
    ask.add_argument("--out", type=Path, default=OUT)
    told = ask.parse_args()
    seen = first_part(*read(told.data), told.until)
    write(train(seen), told.out)
    print(f"{len(seen.value):,} ratings, {np.mean(seen.value < 0):.1%} negative -> {told.out.name}")


if __name__ == "__main__":
    main()
