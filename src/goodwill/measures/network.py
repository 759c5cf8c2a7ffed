"""How far may A trust B, from the ratings people gave each other: an estimate, its range, its evidence, its reasons.

Every answer is made from ratings strictly earlier than the moment asked about. It starts from weights learnt on
another network and shifts to this one as its ratings come in. Someone without ratings gets a wide range and the
state none.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodwill.measures.network_blocks import blocks
from goodwill.measures.network_columns import Columns, asked, numbered, rated
from goodwill.measures.network_defaults import Defaults, shipped
from goodwill.measures.network_fairness import FairnessGoodness, fairness_goodness
from goodwill.measures.network_features import Moment
from goodwill.measures.network_past import Past, past
from goodwill.measures.network_range import interval
from goodwill.measures.network_ratings import DAY, Ratings, ratings
from goodwill.measures.network_reasons import Reasons, joined_reasons, no_reasons, segment
from goodwill.measures.network_sequence import Answer, answers, moments
from goodwill.measures.network_sizes import expected_value, sizes

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
STATES = ("none", "thin", "enough")


class Trust(NamedTuple):
    """One value a question: chances and range 0..1, `n` in reports, `mean` in -1..1, `state` none, thin or enough."""

    p_trust: Floats
    low: Floats
    high: Floats
    n: Floats
    p_rating: Floats
    mean: Floats
    state: NDArray[np.str_]
    reasons: Reasons | None = None


def trust(  # noqa: PLR0913 - the seven columns are the published contract
    by: ArrayLike,
    about: ArrayLike,
    value: ArrayLike,
    at: ArrayLike,
    pairs_by: ArrayLike,
    pairs_about: ArrayLike,
    pairs_at: ArrayLike,
    *,
    explain: bool = False,
    defaults: Defaults | None = None,
) -> Trust:
    """Return how far each `pairs_by` may trust each `pairs_about` at `pairs_at`, from ratings strictly before it.

    `by`, `about`: integer party codes; `value`: ratings in -1..1; `at`: epoch seconds, in any order. All 1-d.
    Ratings at one time are foretold together and then learnt from. Ratings of oneself are left out. `p_trust`:
    chance that the person treats the asker well, read without knowing how the asker usually rates; `low`, `high`:
    its 90 % range; `n`: reports behind it, crowds and repeats counted for less; `p_rating`: chance that this very
    rating is positive, all knowledge used; `mean`: that rating as expected. With `explain`, also the strongest
    reasons. `defaults` replaces the shipped weights. Raises ValueError on unequal lengths, values outside -1..1 and
    times that are not finite.

    Source: pseudo-counts on four clocks, witnesses weighted by what followed their words (after Teacy et al. 2006,
    TRAVOS), in a logistic model updated by Laplace steps.

    >>> by, about, at = [1, 2, 3, 1], [9, 9, 9, 8], [0, 1e6, 2e6, 2e6]
    >>> seen = trust(by, about, [0.5, 0.3, 1.0, -1.0], at, [4] * 3, [9, 8, 7], [3e6] * 3)
    >>> seen.state.tolist()
    ['thin', 'thin', 'none']
    >>> bool(seen.p_trust[0] > seen.p_trust[2] > seen.p_trust[1])
    True
    """
    events, questions, parties = numbered(rated(by, about, value, at), asked(pairs_by, pairs_about, pairs_at))
    seen = ratings(*events, parties)
    known = past(seen)
    order = np.argsort(questions.at, kind="stable")
    moment = _moment(known, seen, questions, order)
    start = shipped() if defaults is None else defaults
    found = _joined(list(answers(known, seen, moment, blocks(seen), start, explain)), explain)
    low, high = interval(found.p_trust, moment.base, found.evidence, found.doubt)
    mean = expected_value(known, sizes(seen), moment, found.p_rating)
    state = np.array(STATES)[segment(found.evidence)]
    sorted_columns = Trust(found.p_trust, low, high, found.evidence, found.p_rating, mean, state, found.reasons)
    return _asked_order(sorted_columns, order)


def _moment(known: Past, seen: Ratings, questions: Columns, order: Ints) -> Moment:
    days = questions.at[order] / DAY
    rank = np.searchsorted(seen.clock, days)
    return moments(known, (questions.by[order], questions.about[order]), days, rank)


def _joined(found: list[Answer], explain: bool) -> Answer:
    if not found:
        empty = np.zeros(0)
        return Answer(np.zeros(0, dtype=np.int64), empty, empty, empty, empty, no_reasons() if explain else None)
    rows = np.concatenate([answer.rows for answer in found])
    chances = [np.concatenate([answer[place] for answer in found]) for place in (1, 3)]
    support = [np.concatenate([answer[place] for answer in found]) for place in (2, 4)]
    why = [answer.reasons for answer in found if answer.reasons is not None]
    return Answer(rows, chances[0], support[0], chances[1], support[1], joined_reasons(why) if explain else None)


def _asked_order(columns: Trust, order: Ints) -> Trust:
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    why = columns.reasons
    if why is not None:
        why = Reasons(why.names, why.top[back], why.terms[back], why.usual[back], why.rest[back])
    low, high, mean = columns.low[back], columns.high[back], columns.mean[back]
    chances = columns.p_trust[back], columns.p_rating[back]
    return Trust(chances[0], low, high, columns.n[back], chances[1], mean, columns.state[back], why)


__all__ = ["FairnessGoodness", "Trust", "fairness_goodness", "trust"]
