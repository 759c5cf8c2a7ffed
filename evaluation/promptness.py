"""How well late deliveries are foreseen, beside plainer ways, on records the weights were not fitted to.

The weights come from deliveries known before 2011; the figures are of those promised in 2011. Each is asked 45 days
before its promised day, from outcomes known by then; then once more on the day it was ordered, by vendor alone, as
`goodwill score` asks. Run from the project's root:

    python -m evaluation.promptness --data DIR
"""

import argparse
from datetime import date
from math import comb
from pathlib import Path

import numpy as np
from training.deliveries import read

from goodwill.measures import promptness
from goodwill.measures.late_record import logit

FROM = float(date(2011, 1, 1).toordinal())
DRAWS = 2000
QUARTER = 91.0
NODES, MASSES = np.polynomial.hermite_e.hermegauss(61)


def main():
    """Print every figure with its baseline."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    deliveries = read(options.parse_args().data)
    later = deliveries.due >= FROM
    told = {
        "goodwill": promptness.risk(book := deliveries.items(with_country=True), book, deliveries.asked_at),
        "goodwill, vendor alone": promptness.risk(
            own := deliveries.items(with_country=False), own, deliveries.asked_at
        ),
    }
    asked = deliveries.asked_at
    plain = beta_60(deliveries, asked, 0.5), beta_60(deliveries, asked, told["goodwill"].usual)
    scores = {"Beta 60 days, flat prior": plain[0], "Beta 60 days, the book's usual as prior": plain[1]}
    scores |= {name: risk.p_late for name, risk in told.items()}
    late = deliveries.late
    print(f"late > 0 days, {int(later.sum())} deliveries of 2011, {int(late[later].sum())} late\n")
    ranking(scores, late, deliveries.vendor, later)
    for name, risk in told.items():
        coverage(name, risk, deliveries, later)
    days(deliveries, told["goodwill"], later)
    on_the_order_day(deliveries, later)


def on_the_order_day(deliveries, later):
    """The same ranking, asked before anything else happens on the day of the order, by vendor alone."""
    asked = deliveries.ordered - 0.5
    risk = promptness.risk(own := deliveries.items(with_country=False), own, asked)
    ahead = np.median((deliveries.due - asked)[later])
    print(f"\nasked on the day of the order (in the middle {ahead:.0f} days before the promised one)")
    scores = {
        "Beta 60 days, flat prior": beta_60(deliveries, asked, 0.5),
        "Beta 60 days, the book's usual as prior": beta_60(deliveries, asked, risk.usual),
        "goodwill, vendor alone": risk.p_late,
    }
    ranking(scores, deliveries.late, deliveries.vendor, later)


def beta_60(deliveries, asked, prior):
    """The baseline: a Beta mean of the vendor's known outcomes, half forgotten every 60 days, two items of prior."""
    known = np.where(deliveries.late > 0, deliveries.due + 1, deliveries.done)
    age = asked[:, None] - known[None, :]
    same = deliveries.vendor[:, None] == deliveries.vendor[None, :]
    weight = np.where(same & (age >= 0), np.exp2(-np.maximum(age, 0) / 60), 0.0)
    return (weight @ deliveries.late + 2 * prior) / (weight.sum(1) + 2)


def area(late, score):
    """Chance that a late one was ranked above one that was not, ties counting half."""
    _, place, count = np.unique(score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[place]
    ones = late.sum()
    return (rank[late > 0].sum() - ones * (ones + 1) / 2) / (ones * (late.size - ones))


def ranking(scores, late, vendor, later):
    """AUC, its gain over each Beta with an interval from resampled vendors, log loss, Brier and ECE."""
    chosen = {name: score[later] for name, score in scores.items()}
    y, groups = late[later], [np.flatnonzero(vendor[later] == v) for v in np.unique(vendor[later])]
    chance, draws = np.random.default_rng(0), []
    while len(draws) < DRAWS:
        places = np.concatenate([groups[i] for i in chance.integers(0, len(groups), len(groups))])
        if 0 < y[places].sum() < places.size:
            draws.append([area(y[places], score[places]) for score in chosen.values()])
    drawn = np.array(draws)
    print(f"{'':42}{'AUC':>7}{'log loss':>10}{'Brier':>8}{'ECE':>7}   gain over flat Beta     over Beta with prior")
    for i, (name, score) in enumerate(chosen.items()):
        gains = "   ".join(
            gain(area(y, score) - area(y, list(chosen.values())[b]), drawn[:, i] - drawn[:, b]) for b in (0, 1)
        )
        print(
            f"{name:42}{area(y, score):7.3f}{log_loss(y, score):10.4f}{np.mean((score - y) ** 2):8.4f}"
            f"{ece(y, score):7.3f}   {gains}"
        )


def gain(value, drawn):
    """A gain with its 90 % interval."""
    low, high = np.quantile(drawn, [0.05, 0.95])
    return f"{value:+.3f} ({low:+.3f} to {high:+.3f})"


def log_loss(y, p):
    """Mean log loss."""
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def ece(y, p, bins=15):
    """Expected calibration error over bins of equal mass."""
    parts = np.array_split(np.argsort(p, kind="stable"), bins)
    return float(sum(abs(y[i].mean() - p[i].mean()) * i.size for i in parts) / y.size)


def coverage(name, risk, deliveries, later):
    """How often the 90 % interval holds a vendor's share late in a quarter, the luck of the draw allowed for."""
    middle = (logit(risk.low) + logit(risk.high)) / 2
    spread = (logit(risk.high) - logit(risk.low)) / (2 * promptness.Z90)
    quarter = np.floor(deliveries.due / QUARTER)
    cells = np.unique(np.stack([deliveries.vendor, quarter])[:, later], axis=1).T
    rows = []
    for vendor, start in cells:
        i = np.flatnonzero(later & (deliveries.vendor == vendor) & (quarter == start))
        held = within(int(deliveries.late[i].sum()), i.size, middle[i].mean(), spread[i].mean())
        rows.append((held, i.size, risk.p_late[i].mean(), risk.n[i].mean()))
    held, size, p, n = np.array(rows).T
    print(f"\n{name}: 90 % intervals hold the realised share of a vendor's quarter (aim 86 to 94 %)")
    print(f"  all {held.mean():.3f} of {held.size} quarters; by item {np.average(held, weights=size):.3f}")
    bands = np.digitize(n, [1, 3, 8, 20])
    print(
        "  by own items known: "
        + ", ".join(
            f"{label} {held[bands == k].mean():.2f} ({(bands == k).sum()})"
            for k, label in enumerate(("<1", "1-3", "3-8", "8-20", "20+"))
            if (bands == k).any()
        )
    )
    parts = np.array_split(np.argsort(p, kind="stable"), 10)
    print("  by decile of p: " + ", ".join(f"{held[i].mean():.2f}" for i in parts))
    by_cell(risk, deliveries.late, later)


def within(k, n, middle, spread):
    """Share of the luck of k late in n that lies within the central 90 % of what the interval foretold."""
    p = 1 / (1 + np.exp(-(middle + spread * NODES)))
    mass = [float((MASSES * comb(n, j) * p**j * (1 - p) ** (n - j)).sum() / MASSES.sum()) for j in range(k + 1)]
    low, high = sum(mass[:-1]), sum(mass)
    return max(0.0, min(high, 0.95) - max(low, 0.05)) / max(high - low, 1e-12)


def by_cell(risk, late, later):
    """The plain table: realised share beside the mean interval, by decile of p."""
    print("  deciles, mean p / realised / mean interval:")
    places = np.flatnonzero(later)
    inside = 0
    for i in np.array_split(places[np.argsort(risk.p_late[places], kind="stable")], 10):
        low, high, real = risk.low[i].mean(), risk.high[i].mean(), late[i].mean()
        inside += low <= real <= high
        print(f"    {risk.p_late[i].mean():.3f} / {real:.3f} / {low:.3f} to {high:.3f}")
    print(f"    {inside} of 10 inside, the luck of the draw not allowed for")


def days(deliveries, risk, later):
    """Days late of those that came late: error of the foretold quantiles beside two plainer ways."""
    chosen = np.flatnonzero(later & (deliveries.late > 0))
    taken = (deliveries.done - deliveries.due)[chosen]
    print(f"\ndays late of the {chosen.size} late: mean pinball loss at 50, 80, 95 %, and share at or below each")
    told = {
        "goodwill": risk.if_late[chosen],
        "the book's quantiles so far": np.array([book(deliveries, i) for i in chosen]),
        "the vendor's own mean so far": np.array([own_mean(deliveries, i) for i in chosen]),
    }
    for name, foretold in told.items():
        loss = [
            np.mean(np.maximum(q * (taken - f), (q - 1) * (taken - f)))
            for q, f in zip(promptness.LEVELS, foretold.T, strict=True)
        ]
        below = [np.mean(taken <= f) for f in foretold.T]
        print(f"  {name:30}" + " ".join(f"{x:6.2f}" for x in loss) + "   " + " ".join(f"{x:.2f}" for x in below))


def book(deliveries, i):
    """Quantiles of all days late settled before the moment asked."""
    seen = (deliveries.done <= deliveries.asked_at[i]) & (deliveries.late > 0)
    return np.quantile((deliveries.done - deliveries.due)[seen], promptness.LEVELS)


def own_mean(deliveries, i):
    """The vendor's mean days late settled before the moment asked, the book's when it has none."""
    seen = (deliveries.done <= deliveries.asked_at[i]) & (deliveries.late > 0)
    mine = seen & (deliveries.vendor == deliveries.vendor[i])
    return np.full(len(promptness.LEVELS), (deliveries.done - deliveries.due)[mine if mine.any() else seen].mean())


if __name__ == "__main__":
    main()
