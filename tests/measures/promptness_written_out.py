"""The risk of being late written out plainly, item by item and day by day: what the quick way must agree with."""

import numpy as np

from goodwill.measures import trained_promptness as shipped
from goodwill.measures.hurdle import Weights, chance, learnt, spread
from goodwill.measures.late_record import NAMES, logit
from goodwill.measures.lateness import Lateness, joined, mean, quantiles, survival
from goodwill.measures.promptness import Risk

CLOCKS = (60.0, 365.0, np.inf)
LEVELS = np.array([0.5, 0.8, 0.95])
OWN_ITEMS = 4.0
SHIPPED = Weights(shipped.WEIGHTS, shipped.PRECISION)
SHIPPED_DAYS = Lateness(shipped.DAYS_LATE, np.zeros(shipped.DAYS_LATE.size, np.bool_), np.ones(shipped.DAYS_LATE.size))


def risk(known, asked, at, *, learn=True):
    """The same as `promptness.risk`."""
    days = np.broadcast_to(np.asarray(at, np.float64), asked.due.shape)
    x, n, newest = record(known, asked, days)
    reasons, variance = additive_terms(known, x, days, learn=learn)
    score = reasons.sum(1) - np.log(still_open(known, asked, days))
    so_far = np.maximum(days - asked.due, 0.0)
    p = chance(score)
    half = 1.645 * np.sqrt(variance + 1 / ((n + 8.0) * np.clip(p * (1 - p), 1e-6, None)) + 0.65**2)
    p, low, high = (np.where(so_far > 0, 1.0, c) for c in (p, chance(score - half), chance(score + half)))
    if_late, whole, average = days_late(known, asked, days, p)
    state = tuple("none" if np.isnan(age) else "enough" if k >= 3 else "thin" for k, age in zip(n, newest, strict=True))
    return Risk(p, low, high, chance(x[:, 1]), n, newest, so_far, if_late, whole, p * average, reasons, state)


def record(known, asked, at):
    """Columns of the record, effective number and age of the newest, question by question."""
    x, n, newest = np.zeros((at.size, len(NAMES))), np.zeros(at.size), np.full(at.size, np.nan)
    for i, day in enumerate(at):
        age = day - known.known
        usual = weight(age, 180.0)
        base = (usual @ known.missed + 20.0 * shipped.USUAL) / (usual.sum() + 20.0)
        own, matter = known.party == asked.party[i], (known.matter == asked.matter[i]) & (asked.matter[i] >= 0)
        x[i, :2] = 1.0, logit(base)
        for column, clock in enumerate(CLOCKS, start=2):
            x[i, column] = shrunk(weight(age[own], clock), known.missed[own], base)
        x[i, 5] = shrunk(weight(age[matter], 365.0), known.missed[matter], base)
        x[i, 6] = busy(known.only(own), asked.due[i], day)
        n[i] = weight(age[own], 365.0).sum()
        newest[i] = min(age[own & (age >= 0)], default=np.nan)
    return x, n, newest


def weight(age, clock):
    """Weight on one clock, 0 when it was not known yet."""
    return np.where(age >= 0, np.exp2(-np.maximum(age, 0.0) / clock), 0.0)


def shrunk(weight, missed, base):
    """Log odds against the base, with four items' worth of the base added."""
    return logit((weight @ missed + OWN_ITEMS * base) / (weight.sum() + OWN_ITEMS)) - logit(base)


def busy(own, due, at):
    """What waits until the day, against a like span of the year before."""
    awaited = (own.due > at) & (own.due <= due) & ~(own.settled <= at) & ~(own.sent > at)
    others = max(awaited.sum() - (awaited & (own.due == due)).any(), 0)
    earlier = own.due <= at
    if not earlier.any():
        return 0.0
    pace = (earlier & (own.due > at - 365.0)).sum() / np.clip(at - own.due[earlier].min(), 30.0, 365.0)
    return np.log1p(others) - np.log1p(pace * max(due - at, 0.0))


def still_open(known, asked, at):
    """Share of the items on time still open as long before their day."""
    told = np.zeros(at.size)
    for i, (party, lead, day) in enumerate(zip(asked.party, asked.due - at, at, strict=True)):
        on_time = weight(day - known.known, 365.0) * (1 - known.missed)
        open_then = on_time * (known.due - known.settled <= max(float(lead), 0.0))
        book = (open_then.sum() + OWN_ITEMS) / (on_time.sum() + OWN_ITEMS)
        own = known.party == party
        told[i] = (open_then[own].sum() + OWN_ITEMS * book) / (on_time[own].sum() + OWN_ITEMS)
    return told


def additive_terms(known, x, at, *, learn):
    """The terms and the variance, learnt from the newest 2000 items known before the quarter, 30 days before due."""
    terms, variance = np.empty_like(x), np.empty(at.size)
    quarter = np.floor(at / 91.0) * 91.0
    for start in np.unique(quarter):
        order = np.argsort(known.known, kind="stable")
        past = known.only(order[known.known[order] < start][-2000:])
        weights = SHIPPED
        if learn and past.due.size:
            weights = learnt(SHIPPED, record(known, past, past.due - 30.0)[0], past.missed)
        mine = quarter == start
        terms[mine], variance[mine] = x[mine] * weights.mean, spread(weights, x[mine])
    return terms, variance


def late_items(known, at):
    """The items known to be late on a day; one still out is at least as late as it is now."""
    late = known.only((known.known <= at) & (known.missed > 0))
    out = ~(late.settled <= at)
    return Lateness(np.where(out, at, late.settled) - late.due, out, np.exp2(-(at - late.known) / 365.0))


def days_late(known, asked, at, p_late):
    """Days late by quantiles, one product-limit estimate a question."""
    if_late, whole, average = np.zeros((at.size, 3)), np.zeros((at.size, 3)), np.zeros(at.size)
    for i, day in enumerate(at):
        pool = joined(late_items(known, day).scaled(8.0), SHIPPED_DAYS.scaled(4.0))
        curve = survival(joined(late_items(known.only(known.party == asked.party[i]), day), pool))
        already, p = max(float(day - asked.due[i]), 0.0), max(float(p_late[i]), 1e-9)
        deep = (LEVELS - 1 + p) / p
        if_late[i] = quantiles(curve, LEVELS, already)
        whole[i] = np.where(deep > 0, quantiles(curve, np.maximum(deep, 0.0), already), 0.0)
        average[i] = mean(curve, already)
    return if_late, whole, average
