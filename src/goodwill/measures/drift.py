"""Has a relationship worsened against its own past, and since which day.

A series of days late, of reply gaps or of the balance of concessions is compared with what the same pair was used to,
never with strangers. The sum starts again from nothing whenever things are as usual, so early quality earns no credit
that could hide later lateness.

Equations. Each event adds the logarithm of how much likelier it is in a worse time than as usual (drift_usual), a
ratio of mean 1 for any payer whose events come in no order: S = max(0, S + log ratio - 0.05). A climb is flagged when
S > h. The height h is that of the pair's own past and the climb's first slip, drawn from again and again
(drift_threshold), for 1.2 times the events asked for, since the usual is itself only estimated; it is never below
what one event can add, nor below log 4, so one slip alone is no worsening. After an alarm the sum never stands more
than 4 above h, and an event as usual takes 0.5 more from it, so that who recovered is no longer called worse.

Limits. What returns with the season, or runs in spells, is an order: until it has been seen a few times it is a
worsening, and is called one. A change that is small beside the pair's own spread takes long to tell, and so does any
change after 8 to 12 events (figures: evaluation/drift.py).

Sources: Page 1954 (Biometrika 41, continuous inspection schemes); Hawkins 1987 (The Statistician 36, self-starting
CUSUM); Vovk 2021 (Statistical Science 36, testing randomness online); the constants were set on simulated payers.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodwill.measures.drift_usual import Usual
from goodwill.measures.drift_walk import LEAST, Walk

RARE = 640.0
YEAR = 365.25
SHORTEST_SPAN = 30.0

State = Literal["enough", "thin", "none"]


@dataclass(frozen=True, slots=True)
class Drift:
    """What a series says of itself; every index is into the series in time order.

    `worsened` is None when there are too few events to say. `since` is the first event of the present worsening and
    `alarm` the event at which it could first be told; `delay` = events from the one to the other, both counted;
    `lead` = time between the alarm and the newest event. `statistic` is S now, `threshold` its alarm height now,
    `path` S after each event, `usual` the baseline's middle in the units of the values, `n` its events, `alarms` the
    event of every alarm so far, of spells that ended too.
    """

    state: State
    worsened: bool | None
    since: int | None
    since_time: float | None
    alarm: int | None
    alarm_time: float | None
    delay: int | None
    lead: float | None
    statistic: float
    threshold: float | None
    usual: float | None
    n: int
    path: tuple[float, ...]
    alarms: tuple[int, ...]


def worsened(
    values: ArrayLike,
    times: ArrayLike,
    *,
    false_alarms_a_year: float | None = None,
    worse: Literal["higher", "lower"] = "higher",
    scale: Literal["log", "plain"] = "log",
) -> Drift:
    """Has this series worsened against its own past, since when, and how sure is the alarm.

    `values` (n,): days late, hours until a reply (scale "log": below nothing counts as nothing) or a balance (scale
    "plain", worse "lower"); `times` (n,): days, any order. `false_alarms_a_year`: wished mistakes a year for this one
    relationship, turned into events by the pace so far; None = one mistake in 640 events, which is about 5 % of quiet
    series of 32 events (a warning); 1 = sooner and more often wrong (a hint). The first four events are baseline only.
    Raises ValueError for lengths that differ, values that are not finite, or a wish not above 0. Source: the module.

    >>> quiet = worsened([0, 2, 0, 1, 0, 3, 0, 1, 2, 0], range(0, 300, 30))
    >>> quiet.worsened, quiet.state
    (False, 'enough')
    >>> slipped = [0, 2, 0, 1, 0, 3, 0, 14, 19, 25]
    >>> told = worsened(slipped, range(0, 300, 30), false_alarms_a_year=1)
    >>> told.worsened, told.since, told.since_time, told.alarm, told.lead
    (True, 7, 210.0, 8, 30.0)
    >>> worsened([0, 9, 30], [0, 30, 60]).worsened is None
    True
    """
    series, days = _in_order(values, times)
    if false_alarms_a_year is not None and not false_alarms_a_year > 0:
        raise ValueError("false_alarms_a_year must be above 0")
    sign = -1.0 if worse == "lower" else 1.0
    x = sign * (np.maximum(series, 0.0) if scale == "log" else series)
    walk = Walk(
        Usual(by_days=scale == "log" and worse == "higher"), lambda i: _events(days[: i + 1], false_alarms_a_year)
    )
    path = tuple(walk.take(i, value) for i, value in enumerate(x.tolist()))
    if days.size <= LEAST:
        state: State = "thin" if days.size else "none"
        return Drift(state, None, None, None, None, None, None, None, 0.0, None, None, days.size, path, ())
    past = sign * np.array(walk.usual.values)
    usual = float(np.expm1(np.log1p(past).mean())) if scale == "log" else float(past.mean())
    return _told(walk, path, days, usual)


def _in_order(values: ArrayLike, times: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Both series as floats, sorted by time; equal times keep the caller's order."""
    series, days = np.asarray(values, np.float64), np.asarray(times, np.float64)
    if series.ndim != 1 or series.shape != days.shape:
        raise ValueError(f"values and times must be 1-d and of one length, got {series.shape} and {days.shape}")
    if not (np.isfinite(series).all() and np.isfinite(days).all()):
        raise ValueError("values and times must be finite")
    order = np.argsort(days, kind="stable")
    return series[order], days[order]


def _events(days: NDArray[np.float64], wish: float | None) -> float:
    """Wished events between two mistaken alarms, at the pace seen so far."""
    if wish is None or days.size < 2:
        return RARE
    pace = (days.size - 1) * YEAR / max(float(days[-1] - days[0]), SHORTEST_SPAN)
    return max(pace / wish, 1.0)


def _told(walk: Walk, path: tuple[float, ...], days: NDArray[np.float64], usual: float) -> Drift:
    """The walk's end in the caller's units."""
    n = len(walk.usual.values)
    flagged = walk.alarm is not None
    since = walk.since if flagged else None
    return Drift(
        state="enough" if n >= 2 * LEAST else "thin",
        worsened=flagged,
        since=since,
        since_time=None if since is None else float(days[since]),
        alarm=walk.alarm,
        alarm_time=None if walk.alarm is None else float(days[walk.alarm]),
        delay=None if walk.alarm is None or since is None else walk.alarm - since + 1,
        lead=None if walk.alarm is None else float(days[-1] - days[walk.alarm]),
        statistic=walk.total,
        threshold=walk.asked(days.size - 1),
        usual=usual,
        n=n,
        path=path,
        alarms=tuple(walk.alarms),
    )
