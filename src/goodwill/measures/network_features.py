"""What speaks for and against a person at one moment, each in plain words, so that an estimate can give its reasons."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_past import Past, edge, log_odds
from goodwill.measures.network_places import Moment, Places
from goodwill.measures.network_sizes import size
from goodwill.measures.network_track import NEVER, Look

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class View:
    """All that was known of both at some moments: ratings `heard` and `said`, `words` of witnesses, between the two."""

    moment: Moment
    heard: Look
    words: Look
    said: Look
    asker_heard: Look
    asker_words: Look
    asker_said: Look
    answer: tuple[Floats, Floats]
    again: Floats


TRUST = (
    "usual share of good ratings in this network",
    "ratings received in the last week",
    "ratings received in the last two months",
    "ratings received in the last year",
    "ratings ever received",
    "how many ratings in the last two months",
    "how many ratings ever",
    "no rating from anyone heeded yet",
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


def view(past: Past, moment: Moment, found: Places) -> View:
    """Look up each moment in every track, at the places found for it."""
    now = moment.now
    told_age = now - past.dyads.line.days(found.told)
    return View(
        moment,
        past.received.look(found.person_heard, now),
        past.witnesses.look(found.person_heard, now),
        past.given.look(found.person_said, now),
        past.received.look(found.asker_heard, now),
        past.witnesses.look(found.asker_heard, now),
        past.given.look(found.asker_said, now),
        (past.dyads.said(found.told), _elapsed(told_age, found.told >= 0)),
        past.dyads.said(found.again),
    )


def about_person(seen: View) -> list[Floats]:
    """Return the columns named in TRUST."""
    heard, base = seen.heard, seen.moment.base
    spoken = heard.remembers("first")
    columns = [log_odds(base)]
    columns += [edge(heard, clock, base) for clock in ("7", "60", "365", "ever")]
    columns += [np.log1p(heard.count("60")), np.log1p(heard.count("ever")), (~heard.known).astype(float)]
    columns += [heard["value365"] / (heard.count("365") + 2.0), *_words(seen.words, heard)]
    columns.append(np.where(spoken, heard.marks["last"] - base, 0.0))
    columns += _fading(heard.since("bad"), (3.0, 20.0, 120.0))
    columns += [_elapsed(heard.age, heard.known), _elapsed(heard.since("first"), spoken)]
    return columns + _as_rater(seen) + _answer(seen)


def about_rater(seen: View) -> list[Floats]:
    """Return the columns named in RATER: how the asker rates, and how others rate the asker."""
    said, base = seen.asker_said, seen.moment.base
    ever = said.count("ever")
    columns = [edge(said, clock, base) for clock in ("1", "7", "60", "ever")]
    columns += [np.log1p(ever), (~said.known).astype(float), np.log1p(said.count("7"))]
    columns += [said["departure"] / (ever + 5.0), said["departure60"] / (said.count("60") + 5.0)]
    columns += [(said["warmth"] - said["harm"]) / (ever + 2.0), (said["warmth"] + said["harm"]) / (ever + 2.0)]
    columns += _fading(said.since("bad"), (1.0, 7.0, 60.0))
    columns += [np.where(said.known, said.marks["last"] - base, 0.0), _elapsed(said.age, said.known)]
    return [*columns, *_asker_standing(seen), seen.again]


def expected_value(past: Past, seen: View, p_rating: Floats) -> Floats:
    """Return the expected rating in -1..1: chances times the sizes that the asker, and the person, are used to."""
    rank = seen.moment.rank
    warm = size("warmth", past.sizes.warmth[rank], seen.asker_said, seen.heard)
    cold = size("harm", past.sizes.harm[rank], seen.asker_said, seen.heard)
    return p_rating * warm - (1.0 - p_rating) * cold


def _asker_standing(seen: View) -> list[Floats]:
    heard, base = seen.asker_heard, seen.moment.base
    return [
        edge(heard, "60", base),
        edge(heard, "ever", base),
        np.log1p(heard["number"]),
        seen.asker_words["word365"] / (heard.count("365") + 2.0),
        *_fading(heard.since("bad"), (20.0,)),
    ]


def _words(words: Look, heard: Look) -> list[Floats]:
    clocks = {"word60": "60", "word365": "365", "wordever": "ever"}
    clocks |= dict.fromkeys(("standing", "praise_leaning", "blame_leaning"), "365")
    return [words[name] / (heard.count(clock) + 2.0) for name, clock in clocks.items()]


def _as_rater(seen: View) -> list[Floats]:
    said, base = seen.said, seen.moment.base
    ever = said.count("ever")
    columns = [edge(said, "60", base), edge(said, "ever", base), np.log1p(ever), np.log1p(said.count("7"))]
    columns += [(~said.known).astype(float), _elapsed(said.age, said.known)]
    return [*columns, said["departure"] / (ever + 5.0)]


def _answer(seen: View) -> list[Floats]:
    value, age = seen.answer
    bad = (value < 0).astype(float)
    return [(value > 0).astype(float), bad, value, age, bad * age]


def _fading(days: Floats, half_lives: tuple[float, ...]) -> list[Floats]:
    return [np.where(days < NEVER, np.exp2(-days / life), 0.0) for life in half_lives]


def _elapsed(days: Floats, known: NDArray[np.bool_]) -> Floats:
    return np.where(known, np.log1p(np.clip(days, 0.0, NEVER)), 0.0)
