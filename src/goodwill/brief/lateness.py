"""How likely each open item is to come late, and by how many days: from this pair's record and the whole book's."""

from dataclasses import dataclass
from datetime import date

from goodwill.case.case import Case
from goodwill.case.dated import Dated

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


def lateness(case: Case) -> dict[tuple[str, date], Lateness]:
    """Give the lateness to expect of each open dated item between the two sides, by its id and day.

    With fewer than 3 settled items in the whole book nothing is said.
    """
    asked = [item for item in case.dated if item.settled is None]
    if not asked or sum(item.settled is not None for item in case.pool) < LEAST_KNOWN:
        return {}
    from goodwill.measures.promptness import items, risk

    codes = {pair: n for n, pair in enumerate(dict.fromkeys(_pair(item) for item in (*case.pool, *asked)))}
    known, open_items = (
        items(
            [codes[_pair(item)] for item in some],
            [item.due.toordinal() for item in some],
            [item.settled.toordinal() if item.settled else float("nan") for item in some],
            sent=[item.known.toordinal() for item in some],
        )
        for some in (case.pool, asked)
    )
    told = risk(known, open_items, at=case.today.toordinal())
    return {
        (item.id, item.due): Lateness(
            float(told.p_late[n]),
            float(told.low[n]),
            float(told.high[n]),
            float(told.n[n]),
            told.state[n],
            tuple(float(days) for days in told.days[n]),
        )
        for n, item in enumerate(asked)
    }


def _pair(item: Dated) -> tuple[str, str, str]:
    return (item.by, item.to, item.kind)
