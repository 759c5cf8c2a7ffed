"""All that a network has shown so far, arranged so that any moment can be asked what was known before it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_given import given
from goodwill.measures.network_pairs import Dyads, dyads, repeat_weight
from goodwill.measures.network_ratings import Ratings, base_rate
from goodwill.measures.network_received import crowd_weight, received
from goodwill.measures.network_timeline import Groups, groups
from goodwill.measures.network_track import EVER, Track, track
from goodwill.measures.network_witness import readings

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Past:
    """What was received, what was given, what the witnesses' words foretell, who told whom, and the usual share."""

    received: Track
    given: Track
    witnesses: Track
    dyads: Dyads
    base: Floats


def log_odds(share: Floats) -> Floats:
    """Return log(p / (1 - p))."""
    return np.log(share) - np.log1p(-share)


def edge(track: Track, clock: str, place: Ints, now: Floats, base: Floats) -> Floats:
    """Return the share of good on one clock against the network's base, in log odds; 0 without evidence."""
    good, bad = track.read("good" + clock, place, now), track.read("bad" + clock, place, now)
    return np.log(good + 2.0 * base) - np.log(bad + 2.0 * (1.0 - base)) - log_odds(base)


def past(seen: Ratings) -> Past:
    """Arrange ratings in time order into tracks; cost is that of sorting them four times."""
    base = base_rate(seen)
    pairs, told = dyads(seen)
    heard = groups(seen.about, seen.rank, seen.clock)
    weight = crowd_weight(heard) * repeat_weight(told)
    reports = received(seen, heard, weight)
    usual = base[seen.rank]
    expected = _expected(reports, seen, usual)
    said = given(seen, groups(seen.by, seen.rank, seen.clock), expected)
    return Past(reports, said, _witnesses(seen, heard, weight, reports, said, usual), pairs, base)


def _expected(reports: Track, seen: Ratings, usual: Floats) -> Floats:
    place = reports.line.before(seen.about, seen.rank)
    good, bad = reports.read("good365", place, seen.days), reports.read("bad365", place, seen.days)
    return (good + 2.0 * usual) / (good + bad + 2.0)


def _witnesses(seen: Ratings, heard: Groups, weight: Floats, reports: Track, said: Track, usual: Floats) -> Track:
    word = weight * (readings(seen, heard) - log_odds(usual))
    standing = edge(reports, "365", reports.line.before(seen.by, seen.rank), seen.days, usual)
    leaning = edge(said, "ever", said.line.before(seen.by, seen.rank), seen.days, usual)
    sign = weight * np.sign(seen.value)
    summed = heard.total(word)
    amounts = {
        "word60": (summed, 60.0),
        "word365": (summed, 365.0),
        "wordever": (summed, EVER),
        "standing": (heard.total(sign * standing), 365.0),
        "praise_leaning": (heard.total(np.maximum(sign, 0.0) * leaning), 365.0),
        "blame_leaning": (heard.total(np.maximum(-sign, 0.0) * leaning), 365.0),
    }
    return track(heard, amounts, {})
