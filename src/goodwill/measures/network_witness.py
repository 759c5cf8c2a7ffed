"""How much a witness's word has been worth: what came of the people they praised or blamed before.

Each report is followed by the next two days on which the same person was rated by anyone; what was seen there is
what the report foretold. A witness about whom little is known is read as witnesses usually are.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_timeline import Groups, groups
from goodwill.measures.network_track import EVER, Track, track

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_AHEAD = 2
_USUAL = 6.0  # reports a new witness is lent from all witnesses
_AFTER_PRAISE, _AFTER_BLAME = (0.97, 100.0), (0.6, 20.0)


@dataclass(frozen=True, slots=True)
class _Sequel:
    who: Ints
    rank: Ints
    praised: Floats
    outcome: Floats


def readings(past: Ratings, heard: Groups) -> Floats:
    """Return what each report foretells, as log odds of a good rating to come; one a rating, from the past alone.

    Source: the shrunk frequency q = (n1 + 6 g) / (n + 6) of what followed earlier reports of that witness and sign.
    """
    later = _sequels(past, heard)
    record = groups(later.who, later.rank, past.clock)
    memory = _memory(record, later)
    place = record.line.before(past.by, past.rank)
    chance = np.where(past.value > 0, _foretold("praise", memory, place), _foretold("blame", memory, place))
    usual = np.where(
        past.value > 0,
        _usual(later, later.praised, _AFTER_PRAISE, past),
        _usual(later, 1.0 - later.praised, _AFTER_BLAME, past),
    )
    heard_count = np.where(past.value > 0, _count("praise", memory, place), _count("blame", memory, place))
    share = np.clip((chance + _USUAL * usual) / (heard_count + _USUAL), 0.01, 0.995)
    return np.log(share / (1.0 - share))


def _sequels(past: Ratings, heard: Groups) -> _Sequel:
    last = len(heard.line.keys) - 1
    share = heard.total(past.good) / np.maximum(heard.total(np.ones(len(past.value))), 1.0)
    own = heard.spread(np.arange(last + 1.0)).astype(np.int64)
    rank = heard.line.keys % heard.line.span
    parts = []
    for step in range(1, _AHEAD + 1):
        then = np.minimum(own + step, last)
        same = (own + step <= last) & (heard.start[then] == heard.start[own])
        parts.append((past.by[same], rank[then[same]], (past.value[same] > 0).astype(float), share[then[same]]))
    return _Sequel(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _memory(record: Groups, later: _Sequel) -> Track:
    amounts = {}
    for name, said in (("praise", later.praised), ("blame", 1.0 - later.praised)):
        amounts[name] = (record.total(said), EVER)
        amounts[name + "_good"] = (record.total(said * later.outcome), EVER)
    return track(record, amounts, {})


def _foretold(name: str, memory: Track, place: Ints) -> Floats:
    return memory.read(name + "_good", place, np.zeros(len(place)))


def _count(name: str, memory: Track, place: Ints) -> Floats:
    return memory.read(name, place, np.zeros(len(place)))


def _usual(later: _Sequel, said: Floats, prior: tuple[float, float], past: Ratings) -> Floats:
    share, weight = prior
    size = len(past.clock)
    count = np.cumsum(np.bincount(later.rank, weights=said, minlength=size))
    good = np.cumsum(np.bincount(later.rank, weights=said * later.outcome, minlength=size))
    known = (good + weight * share) / (count + weight)
    return np.append(share, known)[past.rank]
