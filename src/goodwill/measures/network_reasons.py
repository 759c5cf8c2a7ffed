"""Why the estimate is what it is: what lifted or lowered it, against what is usual for people known equally well."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_features import TRUST
from goodwill.measures.network_gate import Gate, segment
from goodwill.measures.network_learner import Belief
from goodwill.measures.network_products import weighed

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
BASE = 1  # the scaled column of the base rate; column 0 is the constant
TOP = 3
_LENT = 50.0


class Reasons(NamedTuple):
    """Log odds of `p_trust` = `usual` + the `terms` of the strongest reasons `top` (places in `names`) + `rest`.

    `usual` is the log odds of an average person with as much evidence; `top` and `terms` are n by 3, strongest first.
    """

    names: tuple[str, ...]
    top: NDArray[np.int16]
    terms: NDArray[np.float32]
    usual: Floats
    rest: Floats

    def put(self, rows: Ints, found: "Reasons") -> None:
        """Write reasons found for the questions `rows` into this room."""
        self.top[rows], self.terms[rows] = found.top, found.terms
        self.usual[rows], self.rest[rows] = found.usual, found.rest


@dataclass(frozen=True, slots=True)
class Usual:
    """Running sums of the scaled columns of the people seen so far, by state: none, thin, enough."""

    total: Floats
    count: Floats

    @classmethod
    def at_first(cls, elsewhere: Floats) -> "Usual":
        """Return what is usual before anyone was seen: fifty people as they are `elsewhere` (3 by k)."""
        return cls(_LENT * elsewhere, np.full(3, _LENT))

    def after(self, seen: Floats, evidence: Floats) -> "Usual":
        """Return what is usual once the people `seen` (n by k) are counted in."""
        groups = segment(evidence)
        total = np.stack([seen[groups == group].sum(axis=0) for group in range(3)])
        return Usual(self.total + total, self.count + np.bincount(groups, minlength=3))


def reasons(gate: Gate, belief: Belief, usual: Usual, seen: Floats) -> Reasons:
    """Return the strongest additive terms of each estimate; `seen` n by k scaled columns.

    The network's base rate is no trait of a person: it counts to what is usual.
    """
    typical = (usual.total / usual.count[:, None])[segment(gate.evidence)]
    typical[:, BASE] = seen[:, BASE]
    terms = (seen - typical) * belief.weights * gate.openness[:, None]
    order = np.argsort(-np.abs(terms), axis=1, kind="stable")[:, :TOP]
    strongest = np.take_along_axis(terms, order, axis=1)
    level = gate.through(weighed(typical, belief.weights) + belief.shift)
    rest = terms.sum(axis=1) - strongest.sum(axis=1)
    return Reasons(TRUST, (order - 1).astype(np.int16), strongest.astype(np.float32), level, rest)


def blank(size: int) -> Reasons:
    """Return room for the reasons of `size` questions."""
    top, terms = np.zeros((size, TOP), dtype=np.int16), np.zeros((size, TOP), dtype=np.float32)
    return Reasons(TRUST, top, terms, np.zeros(size), np.zeros(size))
