"""Which one question would tell most: is a swap better for the other side, or which of some packages is best."""

from collections.abc import Mapping
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.priorities import Floats

Flags = NDArray[np.bool_]
Question = tuple[int, ...]


def telling(which: NDArray[np.intp], answers: Mapping[Question, Flags], chance: Floats) -> tuple[Question, float]:
    """The question whose answer leaves the least doubt, and how much of the doubt it takes away, 0 to 1.

    `which` (m,): what is to be known, a small number for each imagined side; `answers`: yes or no to each question
    (m,); `chance` (m,). Of questions that tell as much the shorter is taken; with no doubt there is none: `((), 0.0)`.

    >>> telling(np.array([0, 1]), {(4,): np.array([True, False])}, np.array([0.5, 0.5]))
    ((4,), 1.0)
    """
    doubt = _doubt(which, chance)
    if doubt <= 0 or not answers:
        return (), 0.0
    told = {question: 1 - _left(which, answer, chance) / doubt for question, answer in answers.items()}
    best = max(told, key=lambda question: (round(told[question], 6), -len(question)))
    return best, float(told[best])


def settling(changes: Mapping[int, Floats], chance: Floats) -> tuple[Question, float]:
    """The question that tells most of whether a swap is better for them, and how much of the doubt it takes away.

    `changes`: for each issue changed, what that alone brings each imagined side (m,). The question is `(issue,)`, is
    this change good for you, or `(one, other)`, is the first change worth the second to you.

    >>> settling({0: np.array([3.0, 1.0]), 2: np.array([-2.0, -2.0])}, np.array([0.5, 0.5]))
    ((0, 2), 1.0)
    """
    asked: dict[Question, Flags] = {(n,): one > 0 for n, one in changes.items()}
    asked |= {
        (a, b): changes[a] + changes[b] > 0
        for a, b in permutations(changes, 2)
        if chance @ changes[a] > 0 >= chance @ changes[b]
    }
    better = np.asarray(np.sum([*changes.values()], axis=0)) > 0
    return telling(better.astype(np.intp), asked, chance)


def _left(which: NDArray[np.intp], answer: Flags, chance: Floats) -> float:
    """Give the doubt that is left once the answer is known, on average."""
    return sum(float(chance[part].sum()) * _doubt(which[part], chance[part]) for part in (answer, ~answer))


def _doubt(which: NDArray[np.intp], chance: Floats) -> float:
    """Give the entropy of what is to be known."""
    shares = np.bincount(which, chance) if len(which) else np.zeros(1)
    shares = shares[shares > 0] / shares.sum() if shares.sum() > 0 else np.ones(1)
    doubt = float(-(shares * np.log(shares)).sum())
    return doubt if doubt > 1e-9 else 0.0
