"""Figures for chances that came true or not: ranking, sharpness, calibration, and how sure the figures are."""

import numpy as np

FIGURES = ("AUC", "log loss", "Brier", "ECE")
_BINS = 15


def auc(chance, good):
    """Return the share of (good, bad) pairs put in the right order, ties counted half."""
    _, place, count = np.unique(chance, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2.0)[place]
    goods = good.sum()
    bads = len(good) - goods
    return (rank[good == 1].sum() - goods * (goods + 1) / 2) / (goods * bads) if goods and bads else np.nan


def log_loss(chance, good):
    bounded = np.clip(chance, 1e-6, 1 - 1e-6)
    return -np.mean(good * np.log(bounded) + (1 - good) * np.log1p(-bounded))


def calibration_error(chance, good):
    """Return the mean distance of foretold and seen shares over 15 bins of equal size."""
    bins = np.array_split(np.argsort(chance, kind="stable"), _BINS)
    return sum(abs(chance[rows].mean() - good[rows].mean()) * len(rows) for rows in bins if len(rows)) / len(good)


def figures(chance, good):
    """Return AUC, log loss, Brier score and calibration error."""
    brier = np.mean((chance - good) ** 2)
    return np.array([auc(chance, good), log_loss(chance, good), brier, calibration_error(chance, good)])


def bootstrap(measured, cluster, rounds=200, seed=11):
    """Return the 90 % range of `measured(rows)` when whole clusters (here: rated persons) are drawn anew."""
    chance = np.random.default_rng(seed)
    order = np.argsort(cluster, kind="stable")
    edges = np.flatnonzero(np.diff(cluster[order], prepend=-1))
    parts = np.split(order, edges[1:])
    found = []
    for _ in range(rounds):
        drawn = chance.integers(0, len(parts), len(parts))
        found.append(measured(np.concatenate([parts[place] for place in drawn])))
    return np.percentile(found, [5, 95], axis=0)
