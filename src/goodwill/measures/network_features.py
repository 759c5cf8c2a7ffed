"""What speaks for and against a person at one moment, each in plain words, so that an estimate can give its reasons."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_past import Past, edge, log_odds
from goodwill.measures.network_track import NEVER, Track

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Moment:
    """Who asks about whom, when: codes, days, ranks in the past's clock, and what was usual then."""

    by: Ints
    about: Ints
    now: Floats
    rank: Ints
    base: Floats


TRUST = (
    "usual share of good ratings in this network",
    "ratings received in the last week",
    "ratings received in the last two months",
    "ratings received in the last year",
    "ratings ever received",
    "how many ratings in the last two months",
    "how many ratings ever",
    "no rating received yet",
    "strength of ratings in the last year",
    "what recent witnesses' words have foretold",
    "what the year's witnesses' words have foretold",
    "what all witnesses' words have foretold",
    "standing of the witnesses",
    "praise from generous witnesses",
    "blame from harsh witnesses",
    "the newest rating received",
    "a bad rating in the last days",
    "a bad rating in the last weeks",
    "a bad rating in the last months",
    "time since the newest rating",
    "time since the first rating",
    "ratings given in the last two months",
    "ratings ever given",
    "how many ratings given",
    "how many ratings given in the last week",
    "no rating given yet",
    "time since a rating was given",
    "ratings given against what was expected",
    "has rated the one who asks well",
    "has rated the one who asks badly",
    "value of that rating",
    "age of that rating",
    "age of that bad rating",
)
RATER = (
    "the asker's ratings in the last day",
    "the asker's ratings in the last week",
    "the asker's ratings in the last two months",
    "the asker's ratings ever",
    "how many ratings the asker gave",
    "the asker has rated no one yet",
    "how many ratings the asker gave in the last week",
    "the asker's departures from what was expected",
    "the asker's recent departures from what was expected",
    "the asker's mean rating",
    "strength of the asker's ratings",
    "a bad rating by the asker in the last day",
    "a bad rating by the asker in the last week",
    "a bad rating by the asker in the last two months",
    "the asker's newest rating",
    "time since the asker's newest rating",
    "the asker's own ratings received in two months",
    "the asker's own ratings ever received",
    "how many ratings the asker received",
    "what witnesses' words foretell of the asker",
    "a bad rating of the asker in the last weeks",
    "the asker's earlier rating of the same person",
)


def about_person(past: Past, moment: Moment) -> tuple[list[Floats], Floats]:
    """Return the columns named in TRUST and the weighted number of ratings behind them."""
    heard, now = past.received, moment.now
    place = heard.line.before(moment.about, moment.rank)
    counts = {clock: _count(heard, clock, place, now) for clock in ("60", "365", "ever")}
    columns = [log_odds(moment.base)]
    columns += [edge(heard, clock, place, now, moment.base) for clock in ("7", "60", "365", "ever")]
    columns += [np.log1p(counts["60"]), np.log1p(counts["ever"]), (place < 0).astype(float)]
    columns.append(heard.read("value365", place, now) / (counts["365"] + 2.0))
    columns += _words(past, place, now, counts)
    columns.append(np.where(place >= 0, heard.mark("last", place) - moment.base, 0.0))
    columns += _fading(heard.since("bad", place, now), (3.0, 20.0, 120.0))
    columns += [_newest(heard, place, now), _elapsed(heard.since("first", place, now), place)]
    return columns + _as_rater(past, moment) + _answer(past, moment), counts["ever"]


def about_rater(past: Past, moment: Moment) -> list[Floats]:
    """Return the columns named in RATER: how the asker rates, and how others rate the asker."""
    said, now = past.given, moment.now
    place = said.line.before(moment.by, moment.rank)
    ever, recent = _count(said, "ever", place, now), _count(said, "60", place, now)
    columns = [edge(said, clock, place, now, moment.base) for clock in ("1", "7", "60", "ever")]
    columns += [np.log1p(ever), (place < 0).astype(float), np.log1p(_count(said, "7", place, now))]
    columns += [
        said.read("departure", place, now) / (ever + 5.0),
        said.read("departure60", place, now) / (recent + 5.0),
    ]
    warmth, harm = said.read("warmth", place, now), said.read("harm", place, now)
    columns += [(warmth - harm) / (ever + 2.0), (warmth + harm) / (ever + 2.0)]
    columns += _fading(said.since("bad", place, now), (1.0, 7.0, 60.0))
    columns += [np.where(place >= 0, said.mark("last", place) - moment.base, 0.0), _newest(said, place, now)]
    again = past.dyads.said(past.dyads.newest(moment.by, moment.about, moment.rank))
    return [*columns, *_asker_standing(past, moment), again]


def _asker_standing(past: Past, moment: Moment) -> list[Floats]:
    heard, now = past.received, moment.now
    place = heard.line.before(moment.by, moment.rank)
    return [
        edge(heard, "60", place, now, moment.base),
        edge(heard, "ever", place, now, moment.base),
        np.log1p(heard.read("count", place, now)),
        past.witnesses.read("word365", place, now) / (_count(heard, "365", place, now) + 2.0),
        *_fading(heard.since("bad", place, now), (20.0,)),
    ]


def _words(past: Past, place: Ints, now: Floats, counts: dict[str, Floats]) -> list[Floats]:
    clocks = {"word60": "60", "word365": "365", "wordever": "ever"}
    clocks |= dict.fromkeys(("standing", "praise_leaning", "blame_leaning"), "365")
    return [past.witnesses.read(name, place, now) / (counts[clock] + 2.0) for name, clock in clocks.items()]


def _as_rater(past: Past, moment: Moment) -> list[Floats]:
    said, now = past.given, moment.now
    place = said.line.before(moment.about, moment.rank)
    ever = _count(said, "ever", place, now)
    return [
        edge(said, "60", place, now, moment.base),
        edge(said, "ever", place, now, moment.base),
        np.log1p(ever),
        np.log1p(_count(said, "7", place, now)),
        (place < 0).astype(float),
        _newest(said, place, now),
        said.read("departure", place, now) / (ever + 5.0),
    ]


def _answer(past: Past, moment: Moment) -> list[Floats]:
    place = past.dyads.newest(moment.about, moment.by, moment.rank)
    value = past.dyads.said(place)
    age = _elapsed(moment.now - past.dyads.line.days(place), place)
    bad = (value < 0).astype(float)
    return [(value > 0).astype(float), bad, value, age, bad * age]


def _count(track: Track, clock: str, place: Ints, now: Floats) -> Floats:
    return track.read("good" + clock, place, now) + track.read("bad" + clock, place, now)


def _fading(days: Floats, half_lives: tuple[float, ...]) -> list[Floats]:
    return [np.where(days < NEVER, np.exp2(-days / life), 0.0) for life in half_lives]


def _newest(track: Track, place: Ints, now: Floats) -> Floats:
    return _elapsed(now - track.line.days(place), place)


def _elapsed(days: Floats, place: Ints) -> Floats:
    return np.where(place >= 0, np.log1p(np.clip(days, 0.0, NEVER)), 0.0)
