"""All that a network has shown so far, arranged so that any moment can be asked what was known before it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.network_given import given
from goodwill.measures.network_pairs import Dyads, dyads
from goodwill.measures.network_ratings import Ratings, base_rate
from goodwill.measures.network_received import received
from goodwill.measures.network_sizes import Sizes, sizes
from goodwill.measures.network_timeline import Groups, groups
from goodwill.measures.network_track import EVER, Look, Track, track
from goodwill.measures.network_votes import votes
from goodwill.measures.network_weight import crowd_weight, settled_weight
from goodwill.measures.network_witness import readings

Floats = NDArray[np.float64]
Slim = NDArray[np.float32]
_ROWS = 500_000
WORDS = (
    {"word60": 60.0}
    | dict.fromkeys(("word365", "standing", "praise_leaning", "blame_leaning"), 365.0)
    | {"wordever": EVER}
)


@dataclass(frozen=True, slots=True)
class Past:
    """What was received, what was given, what the witnesses' words foretell, who told whom, and what is usual.

    `lesson`: from which ratings the weights are learnt, one a rating.
    """

    received: Track
    given: Track
    witnesses: Track
    dyads: Dyads
    base: Floats
    sizes: Sizes
    lesson: NDArray[np.bool_]


def log_odds(share: Floats) -> Floats:
    """Return log(p / (1 - p))."""
    return np.log(share) - np.log1p(-share)


def edge(look: Look, clock: str, base: Floats) -> Floats:
    """Return the share of good on one clock against the network's base, in log odds; 0 without evidence."""
    good, bad = look["good" + clock], look["bad" + clock]
    return np.log(good + 2.0 * base) - np.log(bad + 2.0 * (1.0 - base)) - log_odds(base)


def past(seen: Ratings) -> Past:
    """Arrange ratings in time order into tracks; cost is that of sorting them six times."""
    heard = groups(seen.about, seen.rank, seen.clock)
    spoken = groups(seen.by, seen.rank, seen.clock)
    vote = votes(seen)
    alone = crowd_weight(heard, vote.share)
    base = base_rate(seen, np.sqrt(alone * crowd_weight(spoken)) * vote.share)
    foretold = _foretold(seen.part(vote.witness), vote.witness, base)
    pairs, repeats = dyads(seen)
    weight = _slim(alone * repeats * settled_weight(seen) * vote.share)
    del alone, repeats
    reports = received(seen, heard, weight, vote.heeded)
    said = given(seen, spoken, expected_of(reports, seen, base))
    leanings = leanings_of(reports, said, seen, base)
    words = track(heard, WORDS, words_of(seen, heard, weight, foretold, leanings), {})
    return Past(reports, said, words, pairs, base, sizes(seen), vote.lesson)


def _slim(values: Floats) -> Slim:
    """Halve the memory of a column that need not be exact to more than seven digits."""
    return values.astype(np.float32)


def _foretold(seen: Ratings, witness: NDArray[np.bool_], base: Floats) -> Slim:
    """Return what each report foretells beyond what is usual, 0 unless `seen`, by an independent witness."""
    out = np.zeros(len(witness), dtype=np.float32)
    out[witness] = readings(seen, groups(seen.about, seen.rank, seen.clock)) - log_odds(base[seen.rank])
    return out


def _pieces(length: int) -> Iterator[slice]:
    for begin in range(0, length, _ROWS):
        yield slice(begin, min(begin + _ROWS, length))


def expected_of(reports: Track, seen: Ratings, base: Floats) -> Slim:
    """Return, for each rating, the share of good to expect of that person from what was heard before."""
    out = np.empty(len(seen.value), dtype=np.float32)
    for part in _pieces(len(out)):
        usual = base[seen.rank[part]]
        look = reports.look(reports.line.before(seen.about[part], seen.rank[part]), seen.days[part])
        out[part] = (look["good365"] + 2.0 * usual) / (look.count("365") + 2.0)
    return out


def leanings_of(reports: Track, said: Track, seen: Ratings, base: Floats) -> tuple[Slim, Slim]:
    """Return, for each rating, how its author was rated by others and how its author usually rates."""
    standing, leaning = (np.empty(len(seen.value), dtype=np.float32) for _ in range(2))
    for part in _pieces(len(standing)):
        usual, who, rank = base[seen.rank[part]], seen.by[part], seen.rank[part]
        standing[part] = edge(reports.look(reports.line.before(who, rank), seen.days[part]), "365", usual)
        leaning[part] = edge(said.look(said.line.before(who, rank), seen.days[part]), "ever", usual)
    return standing, leaning


def words_of(seen: Ratings, heard: Groups, weight: Slim, foretold: Slim, authors: tuple[Slim, Slim]) -> Iterator[Slim]:
    """Give, column by column, what witnesses' words add up to at each moment somebody was rated."""
    standing, leaning = authors
    word = heard.total(weight * foretold)
    sign = weight * np.sign(seen.value, dtype=np.float32)
    yield from (word, word)
    yield heard.total(sign * standing)
    yield heard.total(np.maximum(sign, 0.0) * leaning)
    yield heard.total(np.maximum(-sign, 0.0) * leaning)
    yield word
