"""How likely is each delivery or payment of a whole file to come late, and by how many days.

The file is read twice: once for its days, once for its names when the answers are written, so that no more than some
columns of numbers is held. A row that cannot be read is left out with its line and the reason, and the rest goes on.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from goodwill.batch.item_figures import STATES, figures
from goodwill.batch.item_layout import Plan
from goodwill.batch.item_lines import Answers, write
from goodwill.batch.item_moments import last_day, moments
from goodwill.batch.item_rows import Codes, rows
from goodwill.batch.item_table import Rejected, table
from goodwill.batch.party_codes import PartyCodes


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a file: from which day it is judged (None: its last day), what is open alone, and reasons."""

    as_of: date | None = None
    only_open: bool = False
    explain: bool = False


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """What was done: rows read, items they tell of, how many came after the day `as_of`, are open and were scored, how
    many had no day of issue, by state; and the rows left out.
    """

    rows: int
    items: int
    later: int
    open: int
    scored: int
    undated: int
    states: dict[str, int]
    as_of: date
    rejected: Rejected


def score_items(path: Path, seen: Plan, out: Path, today: date, asked: Asked | None = None) -> ItemSummary:
    """Read a file laid out as `seen`, foretell each item from what was known before it, and write `out`.

    The columns are in the documentation of bulk formats. `today` bounds the day from which the file is judged where
    none is told. Raises ValueError or OSError when it cannot be read or written.
    """
    asked = asked or Asked()
    told = table(rows(path, seen, Codes(PartyCodes(), PartyCodes())))
    as_of = float(asked.as_of.toordinal()) if asked.as_of else last_day(told, float(today.toordinal()))
    known = moments(told, as_of)
    places = np.flatnonzero(known.open) if asked.only_open else np.arange(len(known.at))
    found = figures(known, places, explain=asked.explain)
    kept = known.rows[places]
    days = told.issued[kept], told.due[kept], known.known.settled[places], known.days[places]
    write(path, seen, Answers(told.lines[kept], days, found), out)
    counts = np.bincount(found.state, minlength=len(STATES)).tolist()
    return ItemSummary(
        rows=told.rows,
        items=len(told.lines),
        later=len(told.lines) - len(known.rows),
        open=int(known.open.sum()),
        scored=len(places),
        undated=int(np.isnan(told.issued[known.rows[places]]).sum()),
        states={state: count for state, count in zip(STATES, counts, strict=True) if count},
        as_of=date.fromordinal(int(as_of)),
        rejected=told.rejected,
    )
