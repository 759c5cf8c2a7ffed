"""How much a witness's word has been worth: what came of the people they praised or blamed before.

Each report is followed by the next two occasions on which the same person was rated by anyone; what was seen there is
what the report foretold. A witness about whom little is known is read as witnesses usually are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_timeline import Groups, groups
from goodwill.measures.network_track import EVER, Look, track

Floats = NDArray[np.float64]
_AHEAD = 2
USUAL = 6.0  # reports a new witness is lent from all witnesses
AFTER = {"praise": (0.97, 100.0), "blame": (0.6, 20.0)}  # what usually follows, and how firmly it is held at first


@dataclass(frozen=True, slots=True)
class Sequels:
    """What followed reports: who reported, when it followed, whether it was praise, and the share of good that came."""

    who: NDArray[np.int32]
    rank: NDArray[np.int32]
    praise: NDArray[np.float32]
    outcome: NDArray[np.float32]

    def said(self, kind: str) -> Floats:
        """Return 1 where the report was of this kind, else 0."""
        praised = self.praise.astype(float)
        return praised if kind == "praise" else 1.0 - praised


def readings(past: Ratings, heard: Groups) -> Floats:
    """Return what each report foretells, as log odds of a good rating to come; one a rating, from the past alone.

    Source: the shrunk frequency q = (n1 + 6 g) / (n + 6) of what followed earlier reports of that witness and kind.
    """
    later = sequels_of(past, heard)
    memory = remembered_words(past, later)
    praised = past.value > 0
    share = np.where(praised, _share("praise", memory, later, past), _share("blame", memory, later, past))
    share = np.clip(share, 0.01, 0.995)
    return np.log(share) - np.log1p(-share)


def sequels_of(past: Ratings, heard: Groups) -> Sequels:
    """Return what was said of the same person at the next two moments after each report."""
    last = len(heard.line.keys) - 1
    share = (heard.total(past.good) / np.maximum(heard.total(np.ones(len(past.value))), 1.0)).astype(np.float32)
    own = heard.spread(np.arange(last + 1.0)).astype(np.int64)
    rank = (heard.line.keys % heard.line.span).astype(np.int32)
    praised = (past.value > 0).astype(np.float32)
    parts = []
    for step in range(1, _AHEAD + 1):
        then = np.minimum(own + step, last)
        same = (own + step <= last) & (heard.start[then] == heard.start[own])
        then = then[same]
        parts.append((past.by[same].astype(np.int32), rank[then], praised[same], share[then]))
    who, when, kind, outcome = zip(*parts, strict=True)
    return Sequels(np.concatenate(who), np.concatenate(when), np.concatenate(kind), np.concatenate(outcome))


def remembered_words(past: Ratings, later: Sequels) -> Look:
    """Return what is remembered of each author when a rating is given: words of each kind, and what came of them."""
    record = groups(later.who.astype(np.int64), later.rank.astype(np.int64), past.clock)
    names = [name for kind in AFTER for name in (kind, kind + "_good")]
    memory = track(record, dict.fromkeys(names, EVER), _amounts(record, later), {})
    return memory.look(record.line.before(past.by, past.rank), past.days)


def _amounts(record: Groups, later: Sequels) -> Iterator[NDArray[np.float32]]:
    for kind in AFTER:
        said = later.said(kind)
        yield record.total(said)
        yield record.total(said * later.outcome)


def _share(kind: str, memory: Look, later: Sequels, past: Ratings) -> Floats:
    usual = _usual(kind, later, len(past.clock))[past.rank]
    return (memory[kind + "_good"] + USUAL * usual) / (memory[kind] + USUAL)


def _usual(kind: str, later: Sequels, size: int) -> Floats:
    share, weight = AFTER[kind]
    said = later.said(kind)
    count = np.cumsum(np.bincount(later.rank, weights=said, minlength=size))
    good = np.cumsum(np.bincount(later.rank, weights=said * later.outcome, minlength=size))
    return np.append(share, (good + weight * share) / (count + weight))
