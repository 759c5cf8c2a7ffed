"""A walk through a network's history: at each step foretell, then look, then learn.

Questions are answered with the belief held before their moment. Nothing that happened at that moment or after it
has a part in the answer, whether as evidence or in the weights.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_blocks import Blocks
from goodwill.measures.network_defaults import Defaults
from goodwill.measures.network_features import Moment, about_person, about_rater
from goodwill.measures.network_learner import Belief, chance, learnt
from goodwill.measures.network_past import Past
from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_reasons import Reasons, Usual, reasons

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Seen:
    """The columns of some moments, scaled: for the person, for the rating, and the evidence behind them."""

    trust: Floats
    rating: Floats
    evidence: Floats


class Answer(NamedTuple):
    """Answers to the questions `rows`: chances, the doubt in the weights, the evidence, and reasons when asked for."""

    rows: Ints
    p_trust: Floats
    doubt: Floats
    p_rating: Floats
    evidence: Floats
    reasons: Reasons | None


@dataclass(frozen=True, slots=True)
class Mind:
    """What is believed at one step, of persons and of ratings, and what is usual for persons known as well."""

    trust: Belief
    rating: Belief
    usual: Usual


def looked_at(past: Past, moment: Moment, defaults: Defaults) -> Seen:
    """Return the scaled columns of some moments."""
    person, evidence = about_person(past, moment)
    both = person + about_rater(past, moment)
    return Seen(defaults.trust_scale(person), defaults.rating_scale(both), evidence)


def moments(past: Past, codes: tuple[Ints, Ints], now: Floats, rank: Ints) -> Moment:
    """Return moments for `by` and `about` codes at days `now`, with the network's base rate before each."""
    return Moment(codes[0], codes[1], now, rank, past.base[rank])


def answers(
    past: Past, events: Ratings, asked: Moment, cut: Blocks, start: Defaults, explain: bool
) -> Iterator[Answer]:
    """Yield answers to `asked` block by block; `asked` must be in ascending rank."""
    mind = Mind(start.trust, start.rating, Usual.at_first(len(start.trust.weights)))
    ends = np.append(cut.events[1:], len(events.value))
    questions = np.searchsorted(cut.of(asked.rank), np.arange(len(cut.events) + 1))
    for first, last in _stretches(cut.events, ends, questions):
        known = _seen_events(past, events, slice(cut.events[first], ends[last - 1]), start)
        put = slice(questions[first], questions[last])
        seen = looked_at(past, _some(asked, put), start) if questions[last] > questions[first] else known
        for block in range(first, last):
            rows = np.arange(questions[block], questions[block + 1])
            if len(rows):
                yield _answered(mind, seen, rows, rows - put.start, explain)
            if block + 1 < len(cut.events):
                own = slice(cut.events[block] - cut.events[first], ends[block] - cut.events[first])
                mind = _moved(mind, known, own, events.good[cut.events[block] : ends[block]])


def _stretches(begins: Ints, ends: Ints, questions: Ints) -> Iterator[tuple[int, int]]:
    first = 0
    for block in range(len(begins)):
        rows = max(ends[block] - begins[first], questions[block + 1] - questions[first])
        if rows >= _ROWS or block + 1 == len(begins):
            yield first, block + 1
            first = block + 1


def _seen_events(past: Past, events: Ratings, rows: slice, start: Defaults) -> Seen:
    rank = events.rank[rows]
    codes = (events.by[rows], events.about[rows])
    return looked_at(past, moments(past, codes, events.days[rows], rank), start)


def _some(asked: Moment, rows: slice) -> Moment:
    return Moment(asked.by[rows], asked.about[rows], asked.now[rows], asked.rank[rows], asked.base[rows])


def _answered(mind: Mind, seen: Seen, rows: Ints, own: Ints, explain: bool) -> Answer:
    trust = seen.trust[own]
    held = np.linalg.inv(mind.trust.precision)
    doubt = np.einsum("ij,ij->i", trust @ held, trust)
    return Answer(
        rows,
        chance(trust @ mind.trust.weights + mind.trust.shift),
        doubt,
        chance(seen.rating[own] @ mind.rating.weights + mind.rating.shift),
        seen.evidence[own],
        reasons(mind.trust, mind.usual, trust, seen.evidence[own]) if explain else None,
    )


def _moved(mind: Mind, known: Seen, own: slice, outcome: Floats) -> Mind:
    return Mind(
        learnt(mind.trust, known.trust[own], outcome),
        learnt(mind.rating, known.rating[own], outcome),
        mind.usual.after(known.trust[own], known.evidence[own]),
    )
