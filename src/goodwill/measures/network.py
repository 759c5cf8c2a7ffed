"""How far may A trust B, from the ratings people gave each other: an estimate, its range, its evidence, its reasons.

Every answer is made from ratings strictly earlier than the moment asked about. It starts from weights learnt on
another network and shifts to this one as its ratings come in. Someone without ratings gets a wide range and the
state none.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple, SupportsIndex

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodwill.measures.network_blocks import blocks
from goodwill.measures.network_columns import Columns, asked, numbered, rated
from goodwill.measures.network_defaults import Defaults, shipped
from goodwill.measures.network_fairness import FairnessGoodness, fairness_goodness
from goodwill.measures.network_gate import segment
from goodwill.measures.network_past import Past, past
from goodwill.measures.network_places import Moment
from goodwill.measures.network_ratings import DAY, Ratings, ratings
from goodwill.measures.network_reasons import Reasons, blank
from goodwill.measures.network_sequence import Answer, Known, answers, moments

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
STATES = ("none", "thin", "enough")


class TrustColumns(NamedTuple):
    """The columns of an answer, in their order."""

    p_trust: Floats
    low: Floats
    high: Floats
    n: Floats
    p_rating: Floats
    mean: Floats
    state: NDArray[np.str_]
    reasons: Reasons | None = None


class Trust(TrustColumns):
    """One value a question: chances and range 0..1, `n` in reports, `mean` in -1..1, `state` none, thin or enough.

    A column is asked for as `told.p_trust` or as `told["p_trust"]`.
    """

    __slots__ = ()

    def __getitem__(self, name: str | SupportsIndex | slice) -> Any:  # noqa: ANN401
        """Give a column by its name, or as a tuple does by its place."""
        return getattr(self, name) if isinstance(name, str) else super().__getitem__(name)

    def keys(self) -> tuple[str, ...]:
        """Name the columns."""
        return self._fields


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
    its 90 % range; `n`: reports behind it, crowds, repeats and words that nobody vouches for counted for less;
    `p_rating`: chance that this very rating is positive, all knowledge used; `mean`: that rating as expected. With
    `explain`, also the strongest reasons. `defaults` replaces the shipped weights. Raises ValueError on unequal
    lengths, values outside -1..1 and times that are not finite.

    Source: pseudo-counts on four clocks, witnesses weighted by what followed their words (after Teacy et al. 2006,
    TRAVOS), in a logistic model updated by Laplace steps; invented names held off by chains of praise that start from
    the founders (see `network_vouched`).

    >>> by, about, at = [1, 2, 3, 1], [9, 9, 9, 8], [0, 1e6, 2e6, 2e6]
    >>> seen = trust(by, about, [0.5, 0.3, 1.0, -1.0], at, [4] * 3, [9, 8, 7], [3e6] * 3)
    >>> seen.state.tolist()
    ['thin', 'thin', 'none']
    >>> bool(seen.p_trust[0] > seen.p_trust[2] > seen.p_trust[1])
    True
    """
    events, questions, parties = numbered(rated(by, about, value, at), asked(pairs_by, pairs_about, pairs_at))
    seen = ratings(*events, parties)
    known = Known(past(seen), shipped() if defaults is None else defaults, explain)
    order = np.argsort(questions.at, kind="stable")
    found = answers(known, seen, _moment(known.past, seen, questions, order), blocks(seen))
    columns, why = _gathered(found, order, explain)
    del found, known, seen  # the walk's memory, before the words of the state take theirs
    p_trust, low, high, n, p_rating, mean = columns
    return Trust(p_trust, low, high, n, p_rating, mean, np.array(STATES)[segment(n)], why)


def _moment(known: Past, seen: Ratings, questions: Columns, order: Ints) -> Moment:
    days = questions.at[order] / DAY
    rank = np.searchsorted(seen.clock, days)
    return moments(known, (questions.by[order], questions.about[order]), days, rank)


def _gathered(found: Iterator[Answer], order: Ints, explain: bool) -> tuple[list[Floats], Reasons | None]:
    columns = [np.empty(len(order)) for _ in range(6)]
    why = blank(len(order)) if explain else None
    for answer in found:
        rows = order[answer.rows]
        for column, part in zip(columns, answer[1:7], strict=True):
            column[rows] = part
        if why is not None and answer.reasons is not None:
            why.put(rows, answer.reasons)
    return columns, why


__all__ = ["FairnessGoodness", "Trust", "fairness_goodness", "trust"]
