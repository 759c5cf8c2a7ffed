"""Will the next one be late, by how many days, and when does this counterparty usually pay or deliver.

Two questions are kept apart: is it late at all, and if so, by how much. The first is answered from the counterparty's
own record, the newest counting most, pulled towards what is usual in the book and in shipped figures. The second is
answered with quantiles, never with an average, since a few very late items carry the average. An item that is already
late stays so: it cannot be settled less late than it is.

Equations. logit P(late) = w . (1, usual, own60, own365, own, matter, busy), own and matter being the log odds of being
late against the usual, four items' worth of the usual added, and busy the log of how much more than usual falls due
from them until the item's day (late_record); w shipped, corrected by the book's own items (hurdle). The odds are
divided by the share of on-time items that are still open this long before their day. Interval:
logit P -+ 1.645 sqrt(x' C x + 1 / ((n + 8) P (1 - P)) + 0.65^2), C the covariance of w, n the recency-weighted own
items and 0.65 how far the log odds of one counterparty were seen to wander from one quarter to another.

Sources: two-part (hurdle) models, Cragg 1971 (Econometrica 39, 829-844); Kaplan and Meier 1958 for open items; the
weights are trained on public delivery records (USAID supply chain, to the end of 2010; evaluation/promptness.py).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from goodwill.measures.days_late import LEVELS
from goodwill.measures.due_items import Items, items
from goodwill.measures.item_risk import ENOUGH, OWN_CLOCK, Z90, Ready, Risk, State, joined, ready, risks
from goodwill.measures.late_record import NAMES
from goodwill.measures.lateness import Lateness, quantiles, survival
from goodwill.measures.promptness_band import Band, band, points
from goodwill.measures.reliability import Posterior
from goodwill.measures.reliability import posterior as reliability_posterior

__all__ = [
    "ENOUGH", "LEVELS", "NAMES", "Z90", "Band", "Items", "Ready", "Risk", "Usual", "band", "items", "points",
    "posterior", "ready", "risk", "risks", "usual",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Usual:
    """When a counterparty usually settles: `median` days and the middle half `low` to `high` (None without evidence),
    `n` items settled, `open` items still out, `newest` days since the newest was settled.
    """

    state: State
    median: float | None
    low: float | None
    high: float | None
    n: int
    open: int
    newest: float | None


def risk(known: Items, asked: Items, at: ArrayLike, *, learn: bool = True) -> Risk:
    """How likely each open item is to end late, and by how many days, as known on the day of asking.

    `known`: every item of the book (see `items`), of any counterparty, later ones are not looked at; `asked`: the items
    asked about (q,), their settled days are not looked at; `at`: the day of asking, one or (q,), on the same calendar.
    `learn` lets the book's own items known before the quarter correct the shipped weights. One currency of time: days.
    Raises ValueError when `at` does not fit or is not finite. Source: see the module.

    >>> book = items([0] * 8 + [1] * 8, due=list(range(0, 240, 30)) * 2,
    ...              settled=[d + 12 for d in range(0, 240, 30)] + list(range(0, 240, 30)))
    >>> told = risk(book, items([0, 1, 2], due=[260, 260, 260]), at=250)
    >>> bool(told.p_late[0] > told.p_late[2] > told.p_late[1]), told.state
    (True, ('enough', 'enough', 'none'))
    >>> late = risk(book, items([0], due=[230]), at=260)
    >>> late.p_late.tolist(), late.so_far.tolist(), bool(late.if_late.min() >= 30)
    ([1.0], [30.0], True)
    """
    days = np.broadcast_to(np.asarray(at, np.float64), asked.due.shape)
    if not np.isfinite(days).all():
        raise ValueError("at must be finite")
    return joined(risks(known, asked, days, learn=learn))


def usual(
    days_taken: ArrayLike, age_days: ArrayLike, still_out: ArrayLike | None = None, *, half_life: float = OWN_CLOCK
) -> Usual:
    """Tell "usually pays around N days": median and middle half, on whichever clock the days are counted.

    `days_taken` (n,): days from sending, or from the due day (below 0 when sooner), to settling, or until now where
    still out; `age_days` (n,): days since it was settled, 0 where still out; `still_out` (n,): true where open (None =
    none); `half_life` days. Open items count as "longer than this". Raises ValueError for lengths that differ or values
    that are not finite. Source: Kaplan and Meier 1958.

    >>> told = usual([31, 28, 35, 60], [300, 200, 100, 0], [False, False, False, True])
    >>> told.median, told.n, told.open, told.newest, told.state
    (35.0, 3, 1, 100.0, 'enough')
    >>> usual([], []).median is None
    True
    """
    taken, age = (np.atleast_1d(np.asarray(c, np.float64)) for c in (days_taken, age_days))
    out = np.zeros(taken.shape, np.bool_) if still_out is None else np.atleast_1d(np.asarray(still_out, np.bool_))
    if not taken.shape == age.shape == out.shape or taken.ndim != 1:
        raise ValueError("days_taken, age_days and still_out must be 1-d and of one length")
    if not (np.isfinite(taken).all() and np.isfinite(age).all()):
        raise ValueError("days_taken and age_days must be finite")
    n = int((~out).sum())
    if not n:
        return Usual("none", None, None, None, 0, int(out.sum()), None)
    curve = survival(Lateness(taken, out, np.exp2(-np.maximum(age, 0.0) / half_life)))
    low, median, high = quantiles(curve, (0.25, 0.5, 0.75), already=-np.inf).tolist()
    return Usual("enough" if n >= ENOUGH else "thin", median, low, high, n, int(out.sum()), float(age[~out].min()))


def posterior(days_late: ArrayLike, age_days: ArrayLike) -> Posterior:
    """Share of items settled on time or sooner, with its 90 % range, the newest counting most.

    `days_late` (n,): days after the due day, 0 or below on time, so far where late and still out (leave out what is
    open and not due yet); `age_days` (n,): days since it was known. Raises ValueError as `reliability.posterior` does,
    which is the source.

    >>> told = posterior([0, -3, 12, 0, 0], [400, 200, 60, 30, 5])
    >>> told.low < told.mean < told.high, told.state
    (True, 'enough')
    """
    late = np.atleast_1d(np.asarray(days_late, np.float64))
    if not np.isfinite(late).all():
        raise ValueError("days_late must be finite")
    return reliability_posterior((late <= 0).astype(np.float64), age_days)
