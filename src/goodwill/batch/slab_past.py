"""The past of a stretch of time, put together from what the parts tell, and its questions answered from it."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.letters import DESK, Letter, Post, Table, together
from goodwill.batch.mind_tables import minds_of
from goodwill.batch.network_share import Calendar, Division, calendar
from goodwill.batch.track_tables import dyads_of, line_of, nothing, track_of
from goodwill.measures import network_given, network_received
from goodwill.measures.network_defaults import Defaults
from goodwill.measures.network_features import about_person, about_rater, view
from goodwill.measures.network_pairs import Dyads
from goodwill.measures.network_past import WORDS, Past
from goodwill.measures.network_places import Moment, places
from goodwill.measures.network_reasons import Reasons
from goodwill.measures.network_sequence import Answer, Known, answered_by, looked_at
from goodwill.measures.network_sizes import Sizes
from goodwill.measures.network_track import Track

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_GROUP = ("party", "rank", "day")
WHY = ("top", "terms", "usual", "rest")
FIGURES = ("p_trust", "low", "high", "n", "p_rating", "mean")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The past as far as one stretch of time asks for it, and the moments it asks about."""

    past: Past
    moment: Moment


def stretch(division: Division, post: Post, kind: str) -> Stretch:
    """Put together what was told for the moments of a `kind`: events to learn from, or questions to answer."""
    told = {name: together(post.get(name, [])) for name in ("heard", "said", "pairs")}
    asked = together(post[kind])
    known = _calendar(division, [*told.values(), asked])
    heard, words = _heard(told["heard"], known, division.origin)
    said = _track(told["said"], known, network_given.HALF_LIVES, division.origin)
    rank = known.place(asked["rank"])
    base, warmth, harm = (_levels(asked[name], rank, known) for name in ("base", "warmth", "harm"))
    sizes = Sizes(warmth.astype(np.float32), harm.astype(np.float32))
    pairs = _pairs(told["pairs"], known, division.parties)
    past = Past(heard, said, words, pairs, base, sizes, np.zeros(0, dtype=bool))
    return Stretch(past, Moment(asked["by"], asked["about"], asked["now"], rank, asked["base"]))


def _calendar(division: Division, told: list[Table]) -> Calendar:
    held = [table for table in told if table]
    rank = np.concatenate([table["rank"] for table in held])
    days = np.concatenate([table.get("day", table.get("now")) for table in held])
    return calendar(rank, days, division.origin)


def _levels(value: Floats, rank: Ints, known: Calendar) -> Floats:
    """Return a level of the whole network as a list by local rank: equal ranks are equal moments."""
    out = np.zeros(len(known.clock) + 1)
    out[rank] = value
    return out


def _heard(told: Table, known: Calendar, origin: float) -> tuple[Track, Track]:
    sums = {name: column for name, column in told.items() if name != "words"}
    reports = _track(sums, known, network_received.HALF_LIVES, origin)
    words = {"rows": told["words"]} if told else nothing(WORDS)
    order = line_of(told["party"], told["rank"], known)[1] if told else np.zeros(0, dtype=np.int64)
    return reports, track_of(reports.line, order, words, WORDS, origin)


def _track(told: Table, known: Calendar, half_lives: dict[str, float], origin: float) -> Track:
    held = told or nothing(half_lives) | {name: np.zeros(0, dtype=np.int64) for name in _GROUP}
    line, order = line_of(held["party"], held["rank"], known)
    return track_of(line, order, held, half_lives, origin)


def _pairs(told: Table, known: Calendar, parties: int) -> Dyads:
    none = np.zeros(0, dtype=np.int64)
    empty: Table = {"by": none, "about": none, "rank": none, "value": np.zeros(0, dtype=np.float32)}
    return dyads_of(told or empty, known, parties)


def columns(division: Division, slab: int, post: Post) -> list[Letter]:
    """Return to the desk what was known at each event of a stretch, one row an event, so that it can learn."""
    if "events" not in post:
        return []
    held = stretch(division, post, "events")
    seen = view(held.past, held.moment, places(held.past, held.moment))
    person = about_person(seen)
    told = {"person": np.column_stack(person), "rater": np.column_stack(about_rater(seen))}
    return [Letter(DESK, slab, "columns", told | {"evidence": seen.heard.count("ever")})]


@dataclass(frozen=True, slots=True)
class Answering:
    """The last work of a stretch: its questions of a `kind` answered, each with the mind held before its moment."""

    division: Division
    kind: str
    start: Defaults
    explain: bool

    def __call__(self, slab: int, post: Post) -> list[Letter]:
        """Return the answers of a stretch to the desk, one row a question."""
        if self.kind not in post:
            return []
        held = stretch(self.division, post, self.kind)
        found = places(held.past, held.moment)
        known = Known(held.past, self.start, self.explain)
        block, minds = together(post[self.kind])["block"], minds_of(together(post["minds"]))
        edges = [*np.unique(block, return_index=True)[1].tolist(), len(block)]
        answers = []
        for begin, end in pairwise(edges):
            rows = slice(begin, end)
            seen = looked_at(known, held.moment.part(rows), found.part(rows))
            answers.append(_told(answered_by(known, minds[int(block[begin])], seen, rows)))
        return [Letter(DESK, slab, "answers", together(answers))]


def _told(answer: Answer) -> Table:
    told: Table = {name: getattr(answer, name) for name in FIGURES}
    why: Reasons | None = answer.reasons
    return told if why is None else told | {name: getattr(why, name) for name in WHY}
