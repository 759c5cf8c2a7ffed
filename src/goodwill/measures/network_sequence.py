"""A walk through a network's history: at each step foretell, then look, then learn.

Questions are answered with the belief held before their moment. Nothing that happened at that moment or after it has a
part in the answer, whether as evidence or in the weights. Words that nobody stands behind teach nothing: otherwise
invented names, who praise each other, would teach that praise by the unknown comes true.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_blocks import Blocks
from goodwill.measures.network_defaults import Defaults
from goodwill.measures.network_features import View, about_person, about_rater, expected_value, view
from goodwill.measures.network_gate import Gate
from goodwill.measures.network_learner import Belief, chance, learnt
from goodwill.measures.network_past import Past, edge, log_odds
from goodwill.measures.network_places import Ahead, Moment, Places
from goodwill.measures.network_products import spreads, weighed
from goodwill.measures.network_range import interval
from goodwill.measures.network_ratings import Ratings, liked
from goodwill.measures.network_reasons import Reasons, Usual, reasons

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Known:
    """What walks along: the past, where learning starts, and whether reasons are wanted."""

    past: Past
    start: Defaults
    explain: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """The columns of some moments, scaled: for the person, for the rating, the evidence, the view itself."""

    trust: Floats
    rating: Floats
    evidence: Floats
    view: View


class Answer(NamedTuple):
    """Answers to the questions `rows`: chances, range, evidence, expected value, and reasons when wanted."""

    rows: slice
    p_trust: Floats
    low: Floats
    high: Floats
    n: Floats
    p_rating: Floats
    mean: Floats
    reasons: Reasons | None


@dataclass(frozen=True, slots=True)
class Mind:
    """What is believed at one step, of persons and of ratings, and what is usual for persons known as well."""

    trust: Belief
    rating: Belief
    usual: Usual


def moments(past: Past, codes: tuple[Ints, Ints], now: Floats, rank: Ints) -> Moment:
    """Return moments for `by` and `about` codes at days `now`, with the network's base rate before each."""
    return Moment(codes[0], codes[1], now, rank, past.base[rank])


def looked_at(known: Known, moment: Moment, found: Places) -> Seen:
    """Return the scaled columns of some moments."""
    seen = view(known.past, moment, found)
    person = about_person(seen)
    both = person + about_rater(seen)
    return Seen(known.start.trust_scale(person), known.start.rating_scale(both), seen.heard.count("ever"), seen)


def answers(known: Known, events: Ratings, asked: Moment, cut: Blocks) -> Iterator[Answer]:
    """Yield answers to `asked` block by block; `asked` must be in ascending rank."""
    mind = Mind(known.start.trust, known.start.rating, Usual.at_first(known.start.usual))
    own = moments(known.past, (events.by, events.about), events.days, events.rank)
    alike = _alike(own, asked)
    if alike:
        asked = own  # the same columns, held once
    own_places, asked_places = Ahead(known.past, own), Ahead(known.past, asked)
    ends = np.append(cut.events[1:], len(events.value))
    questions = np.searchsorted(cut.of(asked.rank), np.arange(len(cut.events) + 1))
    for block, (begin, end) in enumerate(zip(cut.events, ends, strict=True)):
        learning = block + 1 < len(cut.events)
        block_rows = slice(int(begin), int(end))
        seen = None
        if learning or alike:
            seen = looked_at(known, own.part(block_rows), own_places.places(block_rows))
        for rows in _pieces(questions[block], questions[block + 1]):
            whole = alike and rows == block_rows
            fresh = (
                seen if seen is not None and whole else looked_at(known, asked.part(rows), asked_places.places(rows))
            )
            yield answered_by(known, mind, fresh, rows)
        if learning and seen is not None:
            mind = _moved(mind, seen, liked(events.value[block_rows]), known.past.lesson[block_rows])


def _alike(own: Moment, asked: Moment) -> bool:
    mine, theirs = (own.by, own.about, own.now), (asked.by, asked.about, asked.now)
    return all(np.array_equal(one, other) for one, other in zip(mine, theirs, strict=True))


def _pieces(begin: int, end: int) -> Iterator[slice]:
    for first in range(int(begin), int(end), _ROWS):
        yield slice(first, min(first + _ROWS, int(end)))


def answered_by(known: Known, mind: Mind, seen: Seen, rows: slice) -> Answer:
    """Return the estimates of some questions by what was believed at their time."""
    held = np.asarray(np.linalg.inv(mind.trust.precision), dtype=np.float64)
    doubt = spreads(seen.trust, held)
    base = seen.view.moment.base
    gate = Gate(seen.evidence, log_odds(base) + edge(seen.view.heard, "ever", base))
    p_trust = chance(gate.through(weighed(seen.trust, mind.trust.weights) + mind.trust.shift))
    p_rating = chance(weighed(seen.rating, mind.rating.weights) + mind.rating.shift)
    low, high = interval(p_trust, base, seen.evidence, doubt)
    mean = expected_value(known.past, seen.view, p_rating)
    why = reasons(gate, mind.trust, mind.usual, seen.trust) if known.explain else None
    return Answer(rows, p_trust, low, high, seen.evidence, p_rating, mean, why)


def _moved(mind: Mind, seen: Seen, outcome: Floats, lesson: NDArray[np.bool_]) -> Mind:
    return Mind(
        learnt(mind.trust, seen.trust[lesson], outcome[lesson]),
        learnt(mind.rating, seen.rating[lesson], outcome[lesson]),
        mind.usual.after(seen.trust, seen.evidence),
    )
