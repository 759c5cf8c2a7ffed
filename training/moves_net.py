"""Trains the small net beside the linear model: words as vectors, filters over one to three, the strongest kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from moves_lessons import Lessons
from moves_words import SIZE, Batch, Words
from threadpoolctl import threadpool_limits

from goodwill.moves.net import BEFORE, TEXT, Net

WIDE, WIDE_BEFORE = 48, 24
ROUNDS, AT_ONCE, RATE = 12, 32, 4e-3
HIDDEN, HIDDEN_WORDS = 0.25, 0.1
SHARE = 0.28
"""What the net's score counts beside the linear one (about two fifths of the spread)."""
Params = dict[str, np.ndarray]


def first_params(words: Words, dense: int, labels: int, chance: np.random.RandomState) -> Params:
    """Give the weights a net begins with; filter part j looks at the word j places on, in the last columns only."""

    def spread(rows: int, columns: int, near: int) -> np.ndarray:
        return chance.uniform(-1, 1, (rows, columns)) / np.sqrt(near)

    near = np.repeat((1, 2, 3), WIDE) * SIZE
    seen = 3 * WIDE + WIDE_BEFORE
    started = {
        "vectors": words.start,
        **{f"text{at}": spread(SIZE, WIDE * (3 - at), 1) / np.sqrt(near[WIDE * at :]) for at in range(3)},
        **{f"before{at}": spread(SIZE, WIDE_BEFORE, 2 * SIZE) for at in range(2)},
        "bias": np.zeros(seen),
        "out": spread(seen + dense, labels, seen),
        "out_bias": np.zeros(labels),
    }
    return {name: np.array(value, np.float32) for name, value in started.items()}


@dataclass(frozen=True, slots=True)
class Side:
    """The texts of a batch through one bank of filters: what is needed to learn from it."""

    name: str
    ids: np.ndarray
    vectors: np.ndarray
    at: np.ndarray
    top: np.ndarray


def filtered(name: str, params: Params, ids: np.ndarray, keep: np.ndarray | float = 1.0) -> Side:
    """Run one bank of filters over a batch and keep the strongest place of each filter."""
    vectors = params["vectors"][ids] * keep
    kernels = [params[key] for key in sorted(params) if key.startswith(name)]
    places = ids.shape[1] - len(kernels) + 1
    heat = vectors[:, :places] @ kernels[0]
    for on, kernel in enumerate(kernels[1:], 1):
        heat[:, :, -kernel.shape[1] :] += vectors[:, on : on + places] @ kernel
    at = heat.argmax(1)
    return Side(name, ids, vectors, at, np.take_along_axis(heat, at[:, None], 1)[:, 0])


def unfiltered(side: Side, params: Params, slopes: np.ndarray) -> tuple[Params, np.ndarray]:
    """Give the slopes of the bank's filters and of the vectors it read."""
    kernels = {key: params[key] for key in sorted(params) if key.startswith(side.name)}
    back = np.zeros_like(side.vectors)
    found = {}
    for on, (key, kernel) in enumerate(kernels.items()):
        width = kernel.shape[1]
        heat = np.zeros((*side.ids.shape, width), np.float32)
        np.put_along_axis(heat, side.at[:, None, -width:] + on, slopes[:, None, -width:], 1)
        flat = heat.reshape(-1, width)
        found[key] = side.vectors.reshape(len(flat), -1).T @ flat
        back += (flat @ kernel.T).reshape(back.shape)
    return found, back


def slopes_of(
    params: Params, batch: Batch, labels: np.ndarray, weight: np.ndarray,
    chance: np.random.RandomState,
) -> Params:  # fmt: skip
    """Give the slope of the loss in each parameter, some of what the net sees hidden; each label has its weight."""
    sides = []
    for name, ids in zip(("text", "before"), batch[:2], strict=True):
        shown = np.where(chance.random_sample(ids.shape) < HIDDEN_WORDS, np.minimum(ids, 1), ids)
        keep = (chance.random_sample((*ids.shape, SIZE)) >= HIDDEN).astype(np.float32) / (1 - HIDDEN)
        keep *= (ids > 0)[:, :, None]
        sides.append((filtered(name, params, shown, keep), keep))
    top = np.hstack([side.top for side, _ in sides]) + params["bias"]
    keep_top = (chance.random_sample(top.shape) >= 0.5) * 2.0
    inner = np.hstack([np.maximum(top, 0) * keep_top, 2 * batch[2]]).astype(np.float32)
    said = 1 / (1 + np.exp(-(inner @ params["out"] + params["out_bias"])))
    wrong = (weight * (said - labels) / said.size).astype(np.float32)
    found = {"out": inner.T @ wrong, "out_bias": wrong.sum(0)}
    back = ((wrong @ params["out"][: top.shape[1]].T) * keep_top * (top > 0)).astype(np.float32)
    found["bias"] = back.sum(0)
    found["vectors"] = np.zeros_like(params["vectors"])
    for (side, keep), part in zip(sides, np.split(back, [3 * WIDE], axis=1), strict=True):
        kernels, vectors = unfiltered(side, params, part)
        found |= kernels
        rows = (vectors * keep).reshape(-1, SIZE)
        ones = sp.csr_matrix(
            (np.ones(len(rows), np.float32), (side.ids.ravel(), np.arange(len(rows)))),
            (len(found["vectors"]), len(rows)),
        )
        found["vectors"] += ones @ rows
    found["vectors"][0] = 0
    return found


def trained(words: Words, lessons: Lessons, rows: np.ndarray) -> Params:
    """Give the weights learnt from the rows, by one processor thread, so that they come out the same each time."""
    chance = np.random.RandomState(0)
    labels, texts = lessons.labels, lessons.texts
    params = first_params(words, texts.dense.shape[1], labels.shape[1], chance)
    moments = [{name: np.zeros_like(value) for name, value in params.items()} for _ in range(2)]
    rare = labels[rows].mean(0)
    weight = lessons.counts * np.where(labels > 0, np.sqrt((1 - rare) / rare), 1)
    every = np.concatenate([rows, lessons.always])
    batches = [some for _ in range(ROUNDS) for some in _batches(every, chance)]
    with threadpool_limits(1):
        for step, some in enumerate(batches, 1):
            slopes = slopes_of(params, texts.some(some), labels[some], weight[some], chance)
            stepped(params, slopes, moments, step, step / len(batches))
    return params


def stepped(params: Params, slopes: Params, moments: list[Params], step: int, done: float) -> None:
    """Move the weights by Adam's rule; the rate rises for a third of the way, then falls."""
    mean, power = moments
    rate = RATE * (0.04 + 0.96 * min(done / 0.3, 0.5 + 0.5 * np.cos(np.pi * (done - 0.3) / 0.7)))
    for name, slope in slopes.items():
        mean[name] += 0.1 * (slope - mean[name])
        power[name] += 0.001 * (slope**2 - power[name])
        near = np.sqrt(power[name] / (1 - 0.999**step)) + 1e-8
        params[name] -= np.float32(rate / (1 - 0.9**step)) * mean[name] / near


def _batches(rows: np.ndarray, chance: np.random.RandomState) -> list[np.ndarray]:
    mixed = chance.permutation(rows)
    return np.array_split(mixed, -(-len(rows) // AT_ONCE))


def settled(params: Params, words: Words) -> Net:
    """Give the net as it ships: vectors and filters in 127 whole steps either way."""
    banks = {name: params[name] for name in (*TEXT, *BEFORE)}
    vector_step = float(np.quantile(np.abs(params["vectors"]), 0.9999)) / 127
    step = max(float(np.abs(one).max()) for one in banks.values()) / 127
    return Net(
        tuple(words.ids),
        _whole(params["vectors"], vector_step),
        {name: _whole(one, step) for name, one in banks.items()},
        vector_step * step,
        params["bias"].astype(float),
        SHARE * params["out"].astype(float),
        SHARE * params["out_bias"].astype(float),
    )


def _whole(values: np.ndarray, step: float) -> np.ndarray:
    return np.clip(np.round(values / step), -127, 127).astype(np.int8)


def net_scorer(words: Words, lessons: Lessons) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """Give a function (training rows, test rows) -> scores."""
    texts = lessons.texts

    def score(train: np.ndarray, test: np.ndarray) -> np.ndarray:
        net = settled(trained(words, lessons, train), words)
        return net.scores([texts.text[at] for at in test], [texts.before[at] for at in test], texts.dense[test])

    return score
