"""What the trust estimate is measured against: base rate, Beta means, EigenTrust, Fairness and Goodness, TRAVOS-like.

Each foretells a rating from strictly earlier days, like the estimate itself. Scores that are no chances are turned into
chances by a logistic curve refitted on the past every 500 ratings.
"""

from collections import defaultdict
from itertools import pairwise

import numpy as np

from goodwill.measures.network_fairness import fairness_goodness
from goodwill.measures.network_learner import chance, laplace

REFIT = 500
_HALF_LIFE = 60.0


def days_of(at):
    """Return the slices of rows that share one time; `at` ascending."""
    edges = np.append(np.flatnonzero(np.diff(at, prepend=-1)), len(at))
    return [slice(begin, end) for begin, end in pairwise(edges)]


def base_rate(rows):
    """Return the share of good among the last 1,000 ratings before the day."""
    good, out = (rows.value > 0).astype(float), np.full(len(rows.value), 0.9)
    for day in days_of(rows.at)[1:]:
        out[day] = good[max(0, day.start - 1_000) : day.start].mean()
    return out


def beta_mean(rows, half_life=None):
    """Return the person's share of good, two ratings of the base rate lent, faded when a half-life in days is given."""
    good, out, usual = (rows.value > 0).astype(float), np.empty(len(rows.value)), base_rate(rows)
    held = defaultdict(lambda: [0.0, 0.0, 0.0])
    for day in days_of(rows.at):
        now = rows.at[day.start] / 86_400.0
        for row in range(day.start, day.stop):
            kept, number = _faded(held[rows.about[row]], now, half_life)
            out[row] = (kept + 2.0 * usual[row]) / (number + 2.0)
        for row in range(day.start, day.stop):
            kept, number = _faded(held[rows.about[row]], now, half_life)
            held[rows.about[row]] = [kept + good[row], number + 1.0, now]
    return out


def _faded(memory, now, half_life):
    left = 1.0 if half_life is None else 0.5 ** ((now - memory[2]) / half_life)
    return memory[0] * left, memory[1] * left


def beta_60_days(rows):
    return beta_mean(rows, _HALF_LIFE)


def travos_like(rows):
    """Return a Beta mean of reports weighted by rho = max(0, 2 accuracy - 1) of each witness's earlier reports."""
    good, out, usual = rows.value > 0, np.empty(len(rows.value)), base_rate(rows)
    right, said = defaultdict(lambda: 1.0), defaultdict(lambda: 2.0)
    reports = defaultdict(list)
    for day in days_of(rows.at):
        for row in range(day.start, day.stop):
            kept, number = 2.0 * usual[row], 2.0
            for witness, was_good in reports[rows.about[row]]:
                weight = max(0.0, 2.0 * right[witness] / said[witness] - 1.0)
                kept, number = kept + weight * was_good, number + weight
            out[row] = kept / number
        for row in range(day.start, day.stop):
            for witness, was_good in reports[rows.about[row]]:
                right[witness] += was_good == good[row]
                said[witness] += 1.0
        for row in range(day.start, day.stop):
            reports[rows.about[row]].append((rows.by[row], good[row]))
    return out


def fairness_and_goodness(rows):
    """Return fairness of the rater times goodness of the person (its mean for someone new), as a chance."""

    def scored(past):
        seen = fairness_goodness(rows.by[:past], rows.about[:past], rows.value[:past])
        rated = np.isin(seen.party, rows.about[:past])
        goodness = np.full(rows.parties, seen.goodness[rated].mean())
        goodness[seen.party[rated]] = seen.goodness[rated]
        fairness = np.full(rows.parties, seen.fairness.mean())
        fairness[seen.party] = seen.fairness
        return goodness[rows.about] * fairness[rows.by]

    return _refitted(rows, scored)


def eigentrust(rows):
    """Return the global EigenTrust of the person, in logs, as a chance."""

    def scored(past):
        by, about, weight = rows.by[:past], rows.about[:past], np.maximum(rows.value[:past], 0.0)
        given = np.bincount(by, weights=weight, minlength=rows.parties)
        share = weight / np.where(given > 0, given, 1.0)[by]
        trust = np.full(rows.parties, 1.0 / rows.parties)
        for _ in range(50):
            trust = 0.9 * np.bincount(about, weights=share * trust[by], minlength=rows.parties) + 0.1 / rows.parties
            trust /= trust.sum()
        return np.log(trust * rows.parties)[rows.about]

    return _refitted(rows, scored)


def _refitted(rows, scored):
    good, out = (rows.value > 0).astype(float), np.full(len(rows.value), 0.9)
    seen_scores = np.zeros(len(good))
    begin = 0
    starts = np.array([day.start for day in days_of(rows.at)] + [len(good)])
    while begin < len(good):
        end = int(starts[np.searchsorted(starts, min(begin + REFIT, len(good)))])
        block = slice(begin, end)
        if begin:
            seen_scores[block] = scored(begin)[block]
            weights = _curve(seen_scores[:begin], good[:begin])
            out[block] = chance(weights[0] + weights[1] * seen_scores[block])
        begin = end
    return out


def _curve(score, good):
    columns = np.column_stack([np.ones(len(score)), score])
    return laplace(columns, good, np.zeros(2), 0.1 * np.eye(2))[0]


ALL = {
    "base rate, last 1,000": base_rate,
    "EigenTrust": eigentrust,
    "Fairness and Goodness": fairness_and_goodness,
    "TRAVOS-like": travos_like,
    "Beta mean": beta_mean,
    "Beta, 60 days": beta_60_days,
}
