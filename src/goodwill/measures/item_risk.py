"""How likely each item of a book is to end late: worked out for some parties at a time, so that no book is too large.

What is usual in the whole book is worked out once, for the days on which something is asked; each counterparty's own
record then stands beside it. The equations are in `promptness`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from goodwill.measures import trained_promptness as shipped
from goodwill.measures.days_late import own_days_late
from goodwill.measures.due_items import Items
from goodwill.measures.early_share import Early, early, leads, own_still_open
from goodwill.measures.hurdle import chance
from goodwill.measures.late_pool import Pool, days_late, late_items, pool
from goodwill.measures.late_record import NAMES, Book, book, own_record
from goodwill.measures.late_weights import Learnt, quarterly
from goodwill.measures.party_slices import slices

ENOUGH = 3.0
Z90 = 1.645
INTERVAL_ITEMS = 8.0
WANDER = 0.65
OWN_CLOCK = 365.0
CELLS = 1 << 22

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
State = Literal["enough", "thin", "none"]
_STATES: tuple[State, ...] = ("none", "thin", "enough")


@dataclass(frozen=True, slots=True)
class Risk:
    """One row an item asked about, in the order asked.

    `p_late` chance that it ends late, `low` and `high` its 90 % interval, `usual` the recent share of late items in the
    book, little evidence pulled to the shipped share, `n` own items known (recency-weighted), `newest` days since the
    newest of them (NaN without), `so_far` days late already; `if_late` (q, 3) days late at 50, 80 and 95 % if it is
    late at all, `days` (q, 3) the same for the item as a whole (0 where it is likelier on time), `expected` days late,
    the two parts multiplied; `reasons` (q, 7) additive log-odds terms in the order of NAMES; `state` enough (n of 3 or
    more), thin or none.
    """

    p_late: Floats
    low: Floats
    high: Floats
    usual: Floats
    n: Floats
    newest: Floats
    so_far: Floats
    if_late: Floats
    days: Floats
    expected: Floats
    reasons: Floats
    state: tuple[State, ...]


_COLUMNS = tuple(field.name for field in fields(Risk) if field.name != "state")


@dataclass(frozen=True, slots=True)
class Whole:
    """What is usual in the whole book on the days asked about: its record, weights, late items and early ones."""

    book: Book
    weights: Learnt
    pool: Pool
    early: Early


def risks(known: Items, asked: Items, at: Floats, *, learn: bool = True) -> Iterator[tuple[Ints, Risk]]:
    """Yield the places of some items asked about and their risk, as `promptness.risk` gives it, until all are told.

    `known`, `asked` and `learn` as there, `at` (q,) finite days. Whole counterparties are told together, in an order of
    their own; a book of millions takes no more room than a few columns beside it.
    """
    if not at.size:
        return
    started, late = book(known), late_items(known)
    weights = quarterly(started, known, at, learn=learn)
    grids = days_late(late), leads(known)
    days = np.unique(at)
    for some in np.split(days, range(0, days.size, max(1, CELLS // (grids[0].size + grids[1].size)))[1:]):
        whole = Whole(started, weights, pool(late, grids[0], some), early(known, grids[1], some))
        here = np.flatnonzero((at >= some[0]) & (at <= some[-1]))
        for own, mine in slices(known.party, asked.party[here]):
            rows = here[mine]
            yield rows, _told(whole, known.only(own), asked.only(rows), at[rows])


@dataclass(frozen=True, slots=True)
class Ready:
    """A book on the day `at`, what is usual in it worked out once: then each counterparty asks of its own record."""

    known: Items
    at: float
    whole: Whole

    def risk(self, asked: Items) -> Risk:
        """The risk of some items (q,) as `promptness.risk` gives it on this day, in the order asked."""
        at = np.full(asked.due.shape, self.at)
        return joined(
            (rows, _told(self.whole, self.known.only(own), asked.only(rows), at[rows]))
            for own, rows in slices(self.known.party, asked.party)
        )


def ready(known: Items, at: float, *, learn: bool = True) -> Ready:
    """Make a book ready for questions of one day; `known` and `learn` as in `promptness.risk`.

    Raises ValueError when `at` is not finite.
    """
    if not np.isfinite(at):
        raise ValueError("at must be finite")
    day, started, late = np.array([at], np.float64), book(known), late_items(known)
    weights = quarterly(started, known, day, learn=learn)
    whole = Whole(started, weights, pool(late, days_late(late), day), early(known, leads(known), day))
    return Ready(known, float(at), whole)


def _told(whole: Whole, own: Items, asked: Items, at: Floats) -> Risk:
    """The risk of items of some parties, `own` being every item of theirs."""
    told = own_record(whole.book, own, asked, at, shipped.USUAL)
    reasons, variance = whole.weights.additive_terms(told.x, at)
    score = reasons.sum(1) - np.log(own_still_open(whole.early, own, asked, at))
    so_far = np.maximum(at - asked.due, 0.0)
    p, low, high = (np.where(so_far > 0, 1.0, c) for c in _interval(score, variance, told.n))
    late = own_days_late(whole.pool, own, asked, at, p)
    return Risk(
        p_late=p,
        low=low,
        high=high,
        usual=chance(told.x[:, NAMES.index("usual")]),
        n=told.n,
        newest=told.newest,
        so_far=so_far,
        if_late=late.if_late,
        days=late.whole,
        expected=p * late.average,
        reasons=reasons,
        state=_states(told.n, told.newest),
    )


def _interval(score: Floats, variance: Floats, n: Floats) -> tuple[Floats, Floats, Floats]:
    """The chance and its 90 % interval, wider the fewer own items there are."""
    p = chance(score)
    noise = 1 / ((n + INTERVAL_ITEMS) * np.clip(p * (1 - p), 1e-6, None))
    half = Z90 * np.sqrt(variance + noise + WANDER**2)
    return p, chance(score - half), chance(score + half)


def joined(parts: Iterable[tuple[Ints, Risk]]) -> Risk:
    """One risk of the parts that `risks` yields, in the order asked."""
    told = list(parts)
    if not told:
        none, wide = np.zeros(0), np.zeros((0, 3))
        return Risk(none, none, none, none, none, none, none, wide, wide, none, np.zeros((0, len(NAMES))), ())
    order = np.argsort(np.concatenate([rows for rows, _ in told]))
    columns = {name: np.concatenate([getattr(part, name) for _, part in told])[order] for name in _COLUMNS}
    states = [state for _, part in told for state in part.state]
    return Risk(**columns, state=tuple(states[place] for place in order.tolist()))


def _states(n: Floats, newest: Floats) -> tuple[State, ...]:
    """Whether there is enough of each counterparty's own record to say."""
    code = np.where(np.isnan(newest), 0, np.where(n >= ENOUGH, 2, 1))
    return tuple(_STATES[c] for c in code.tolist())
