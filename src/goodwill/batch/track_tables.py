"""Running records as tables: cut down to the groups that are asked about, sent, and put together again.

A record cut down to the newest group before each question answers these questions as the whole record would.
"""

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.letters import Table
from goodwill.batch.network_share import Calendar
from goodwill.measures.network_pairs import Dyads
from goodwill.measures.network_timeline import Groups, Line
from goodwill.measures.network_track import Track

Ints = NDArray[np.int64]
_MARK = "mark "
_MARKS = ("first", "bad", "last")


def cut_down(line: Line, known: Calendar, places: Ints) -> Table:
    """Return party, rank and day of the groups `places`, told in the whole network's ranks."""
    keys = line.keys[places]
    rank = keys % line.span
    return {"party": keys // line.span, "rank": known.ranks[rank], "day": known.clock[rank]}


def record(track: Track, places: Ints) -> Table:
    """Return the sums and marks of the groups `places`."""
    return {"rows": track.rows[places]} | {_MARK + name: held[places] for name, held in track.marks.items()}


def nothing(half_lives: dict[str, float]) -> Table:
    """Return the sums and marks of no groups at all."""
    marks = {_MARK + name: np.zeros(0, dtype=np.float32) for name in _MARKS}
    return {"rows": np.zeros((0, len(half_lives)), dtype=np.float32)} | marks


def line_of(party: Ints, rank: Ints, known: Calendar) -> tuple[Line, Ints]:
    """Return the line of groups given in any order, and the order that sorts them."""
    keys = party * (len(known.clock) + 1) + known.place(rank)
    order = np.argsort(keys, kind="stable")
    return Line(keys[order], known.clock), order


def track_of(line: Line, order: Ints, table: Table, half_lives: dict[str, float], origin: float) -> Track:
    """Return the record made of a table's sums and marks, sorted as `line` is."""
    marks = {name.removeprefix(_MARK): held[order] for name, held in table.items() if name.startswith(_MARK)}
    return Track(line, table["rows"][order], tuple(half_lives), tuple(half_lives.values()), marks, origin)


def same_track(groups: Groups, table: Table, half_lives: dict[str, float], origin: float) -> Track:
    """Return a whole record that was put away as a table, on the line of its groups."""
    return track_of(groups.line, np.arange(len(groups.line.keys)), table, half_lives, origin)


def dyad_table(pairs: Dyads, known: Calendar, places: Ints) -> Table:
    """Return who rated whom, when and how, for the groups `places` of a record of pairs."""
    table = cut_down(pairs.line, known, places)
    code = pairs.codes[table.pop("party")]
    return table | {"by": code // pairs.parties, "about": code % pairs.parties, "value": pairs.value[places]}


def dyads_of(table: Table, known: Calendar, parties: int) -> Dyads:
    """Return the record of pairs made of such a table."""
    codes, pair = np.unique(table["by"] * parties + table["about"], return_inverse=True)
    line, order = line_of(pair.astype(np.int64), table["rank"], known)
    return Dyads(codes, line, table["value"][order], parties)
