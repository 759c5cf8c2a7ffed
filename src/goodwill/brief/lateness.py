"""How likely each open item is to come late, and by how many days: from this pair's record and the whole book's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from goodwill.case.case import Case

if TYPE_CHECKING:
    from goodwill.measures.promptness import Risk

LEAST_KNOWN = 3


@dataclass(frozen=True, slots=True)
class Lateness:
    """The chance that an item comes late, its 90 % interval, on how many items, and days late at 50, 80, 95 %."""

    p_late: float
    low: float
    high: float
    n: float
    state: str
    days: tuple[float, ...]


Expected = dict[tuple[str, date], Lateness]


def lateness(case: Case) -> Expected:
    """Give the lateness to expect of each open dated item between the two sides, by its id and day.

    With fewer than 3 settled items in the whole book nothing is said.
    """
    return lateness_in((case,))[0]


def lateness_in(cases: Sequence[Case]) -> tuple[Expected, ...]:
    """Give the lateness to expect in each of several cases, all narrowed from one; they are asked about at once."""
    asked = [tuple(item for item in case.dated if item.settled is None) for case in cases]
    every = [item for some in asked for item in some]
    if not every or cases[0].pool.settled < LEAST_KNOWN:
        return tuple({} for _ in cases)
    told = iter(_each(cases[0].pool.risk(every)))
    return tuple({(item.id, item.due): next(told) for item in some} for some in asked)


def _each(told: "Risk") -> Iterator[Lateness]:
    for n, state in enumerate(told.state):
        p, low, high = float(told.p_late[n]), float(told.low[n]), float(told.high[n])
        yield Lateness(p, low, high, float(told.n[n]), state, tuple(told.days[n].tolist()))
