"""What is believed at some steps of learning, as a table: enough to answer with, without what only learning needs."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.letters import Table
from goodwill.measures.network_learner import Belief
from goodwill.measures.network_reasons import Usual
from goodwill.measures.network_sequence import Mind


def mind_table(blocks: NDArray[np.int64], minds: list[Mind]) -> Table:
    """Return the minds held before `blocks`, one row each."""
    return {
        "block": blocks,
        "weights": np.stack([mind.trust.weights for mind in minds]),
        "precision": np.stack([mind.trust.precision for mind in minds]),
        "shifts": np.array([(mind.trust.shift, mind.rating.shift) for mind in minds]),
        "rating": np.stack([mind.rating.weights for mind in minds]),
        "total": np.stack([mind.usual.total for mind in minds]),
        "count": np.stack([mind.usual.count for mind in minds]),
    }


def answering_only(mind: Mind) -> Mind:
    """Return a mind without the outcomes it has learnt from, which would add up to the whole network."""
    rating = replace(mind.rating, precision=np.zeros((0, 0)), recent=())
    return Mind(replace(mind.trust, recent=()), rating, mind.usual)


def minds_of(table: Table) -> dict[int, Mind]:
    """Return the minds of a table by block; their beliefs can answer and cannot learn.

    >>> belief = Belief(np.ones(2), np.eye(2))
    >>> held = Mind(belief, belief, Usual(np.zeros((3, 2)), np.ones(3)))
    >>> minds_of(mind_table(np.array([7]), [held]))[7].trust.weights.tolist()
    [1.0, 1.0]
    """
    found = {}
    for row, block in enumerate(table["block"].tolist()):
        shift, other = table["shifts"][row].tolist()
        trust = Belief(table["weights"][row], table["precision"][row], shift=shift)
        rating = Belief(table["rating"][row], np.zeros((0, 0)), shift=other)
        found[block] = Mind(trust, rating, Usual(table["total"][row], table["count"][row]))
    return found
