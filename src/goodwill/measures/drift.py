"""Has a relationship worsened against its own past, and since which day.

A series of days late, of reply gaps or of the balance of concessions is compared with what the same pair was used to,
never with strangers. The sum starts again from nothing whenever things are as usual, so early quality earns no credit
that could hide later lateness.

Equations. x = log(1 + max(value, 0)) ("log") or the value itself ("plain"), turned so that higher is worse. The
baseline is every event before the present excursion (one that was flagged never joins it): n events, mean m, and
spread s^2 = (sum (x - m)^2 + 4 s0^2) / (n + 3), where s0 = 1 ("log") or a tenth of the largest |x| ("plain"), since a
handful of equal values says little of the spread. z = (x - m) / (s sqrt(1 + 1/n)), held within -4..4;
S = max(0, S + z - 0.75 - 0.5/sqrt(n)), at most 40; flagged when S > h. The height h is found so that a chain of quiet
events, drawn from the baseline with one unseen slip in n + 1 added, is flagged as rarely as wished; it is never below
what one event can add, so one slip alone is no worsening.

Sources: Page 1954 (Biometrika 41, continuous inspection schemes); Brook and Evans 1972 (Biometrika 59); Hawkins 1987
(The Statistician 36, self-starting CUSUM); the constants were set on simulated payers (evaluation/drift.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodwill.measures.drift_threshold import threshold

SLACK = 0.75
CAUTION = 0.5
LIMIT = 4.0
PRIOR_EVENTS = 4.0
UNSEEN = 1.0
FLOOR_LOG = 1.0
FLOOR_PLAIN = 0.1
CEILING = 40.0
LEAST = 4
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


@dataclass(frozen=True, slots=True)
class _Walk:
    """Where the sum stands after one event."""

    baseline: tuple[float, ...] = ()
    pending: tuple[float, ...] = ()
    total: float = 0.0
    since: int | None = None
    alarm: int | None = None
    alarms: tuple[int, ...] = ()


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
    x = np.log1p(np.maximum(series, 0.0)) if scale == "log" else series
    x = -x if worse == "lower" else x
    walk, path = _Walk(), []
    for i, value in enumerate(x.tolist()):
        walk = _step(walk, i, value, _floor(x[: i + 1], scale), _events(days[: i + 1], false_alarms_a_year))
        path.append(walk.total)
    sign = -1.0 if worse == "lower" else 1.0
    return _told(walk, path, days, _Reading(_floor(x, scale), _events(days, false_alarms_a_year), scale, sign))


@dataclass(frozen=True, slots=True)
class _Reading:
    """How to turn the sum back into the caller's units."""

    floor: float
    events: float
    scale: str
    sign: float


def _in_order(values: ArrayLike, times: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Both series as floats, sorted by time; equal times keep the caller's order."""
    series, days = np.asarray(values, np.float64), np.asarray(times, np.float64)
    if series.ndim != 1 or series.shape != days.shape:
        raise ValueError(f"values and times must be 1-d and of one length, got {series.shape} and {days.shape}")
    if not (np.isfinite(series).all() and np.isfinite(days).all()):
        raise ValueError("values and times must be finite")
    order = np.argsort(days, kind="stable")
    return series[order], days[order]


def _floor(x: NDArray[np.float64], scale: str) -> float:
    """The spread taken for granted before the series has shown its own."""
    if scale == "log":
        return FLOOR_LOG
    return max(FLOOR_PLAIN * float(np.max(np.abs(x), initial=0.0)), 1e-9)


def _events(days: NDArray[np.float64], wish: float | None) -> float:
    """Wished events between two mistaken alarms, at the pace seen so far."""
    if wish is None or days.size < 2:
        return RARE
    pace = (days.size - 1) * YEAR / max(float(days[-1] - days[0]), SHORTEST_SPAN)
    return max(pace / wish, 1.0)


def _step(walk: _Walk, i: int, value: float, floor: float, events: float) -> _Walk:
    """The sum after one more event; the event joins the baseline once things are as usual."""
    pending = (*walk.pending, value)
    if len(walk.baseline) < LEAST:
        return _Walk(baseline=walk.baseline + pending)
    middle, spread, slack = _baseline(walk.baseline, floor)
    z = (value - middle) / (spread * (1 + 1 / len(walk.baseline)) ** 0.5)
    total = min(max(0.0, walk.total + min(max(z, -LIMIT), LIMIT) - slack), CEILING)
    if total == 0.0:
        kept = walk.baseline if walk.alarm is not None else walk.baseline + pending
        return _Walk(baseline=kept, alarms=walk.alarms)
    since = i if walk.since is None else walk.since
    if walk.alarm is None and total > _height(walk.baseline, floor, events):
        return _Walk(walk.baseline, pending, total, since, i, (*walk.alarms, i))
    return _Walk(walk.baseline, pending, total, since, walk.alarm, walk.alarms)


def _baseline(baseline: Sequence[float], floor: float) -> tuple[float, float, float]:
    """Middle, spread and slack of what this pair is used to."""
    x = np.asarray(baseline)
    middle = float(x.mean())
    spread = ((float(((x - middle) ** 2).sum()) + PRIOR_EVENTS * floor**2) / (x.size + PRIOR_EVENTS - 1)) ** 0.5
    return middle, spread, SLACK + CAUTION / x.size**0.5


def _height(baseline: Sequence[float], floor: float, events: float) -> float:
    """Alarm height for this baseline, with one slip not seen yet allowed for."""
    middle, spread, slack = _baseline(baseline, floor)
    steps = np.clip((np.asarray(baseline) - middle) / spread, -LIMIT, LIMIT)
    share = 1 / (steps.size + UNSEEN)
    weights = np.append(np.full(steps.size, share), UNSEEN * share)
    return max(threshold(np.append(steps, LIMIT) - slack, weights, events), LIMIT - slack)


def _told(walk: _Walk, path: list[float], days: NDArray[np.float64], reading: _Reading) -> Drift:
    """The walk's end in the caller's units."""
    n = len(walk.baseline)
    if n < LEAST or days.size <= LEAST:
        state: State = "thin" if days.size else "none"
        return Drift(state, None, None, None, None, None, None, None, 0.0, None, None, n, tuple(path), ())
    middle = _baseline(walk.baseline, reading.floor)[0] * reading.sign
    usual = float(np.expm1(middle)) if reading.scale == "log" else middle
    flagged = walk.alarm is not None
    since = walk.since if flagged else None
    height = _height(walk.baseline, reading.floor, reading.events)
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
        threshold=height,
        usual=usual,
        n=n,
        path=tuple(path),
        alarms=walk.alarms,
    )
