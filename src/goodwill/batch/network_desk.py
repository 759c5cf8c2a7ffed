"""The desk of a divided network: it deals the ratings out, adds up what concerns everyone, and keeps the order of time.

It holds the plain columns of ratings and questions and a few numbers for each moment of the clock, and no record of a
party, but while it goes through the days to see who vouches for whom. What it adds up is the network's usual share of
good ratings, and what usually follows praise and blame.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.letters import DESK, Letter, Table
from goodwill.batch.mind_tables import mind_table
from goodwill.batch.network_share import Division, distinct
from goodwill.measures.network_blocks import Blocks, blocks
from goodwill.measures.network_columns import Columns
from goodwill.measures.network_places import Moment
from goodwill.measures.network_ratings import DAY, Ratings, base_rate
from goodwill.measures.network_sequence import Mind
from goodwill.measures.network_sizes import sizes
from goodwill.measures.network_votes import Votes, votes
from goodwill.measures.network_witness import AFTER

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many ratings make a part, and how many moments a stretch of time."""

    part: int = 250_000
    stretch: int = 50_000


@dataclass(frozen=True, slots=True)
class Desk:
    """Ratings and questions in time order with the block each belongs to, and the stretch of each.

    `order` is where each question stood when asked; `cut` the steps of learning; events of the last, open block have
    stretch -1 unless the questions are the events themselves, which `alike` tells.
    """

    seen: Ratings
    vote: Votes
    questions: Moment
    order: NDArray[np.int32]
    cut: Blocks
    event_stretch: Ints
    question_stretch: Ints
    alike: bool
    division: Division

    @property
    def asking(self) -> str:
        """Return the kind of letter that holds the questions."""
        return "events" if self.alike else "questions"

    def dealt_out(self) -> Iterator[Letter]:
        """Yield to each part the ratings by and about its parties, and the questions by and about them."""
        asked = self.questions
        for part in range(self.division.parts):
            rows = self._rows_of(part)
            yield Letter(part, DESK, "ratings", self._ratings(rows))
            if self.alike:
                continue
            mine = self._concerns(part, asked.by, asked.about)
            table = {"by": asked.by, "about": asked.about, "rank": asked.rank, "slab": self.question_stretch}
            narrow = {name: column[mine].astype(np.int32) for name, column in table.items()}
            yield Letter(part, DESK, "asked", narrow)

    def _rows_of(self, part: int) -> Ints:
        return self._concerns(part, self.seen.by, self.seen.about)

    def _concerns(self, part: int, by: Ints, about: Ints) -> Ints:
        owner = self.division.owner
        return np.flatnonzero((owner(by) == part) | (owner(about) == part))

    def _ratings(self, rows: Ints) -> Table:
        seen = self.seen
        told: Table = {"id": rows.astype(np.int32), "value": seen.value[rows], "days": seen.days[rows]}
        told |= {"vote": self.vote.share[rows], "witness": self.vote.witness[rows], "heeded": self.vote.heeded[rows]}
        columns = {"by": seen.by, "about": seen.about, "rank": seen.rank, "slab": self.event_stretch}
        return told | {name: column[rows].astype(np.int32) for name, column in columns.items()}

    def usual(self, tallies: Iterable[Table]) -> dict[str, Floats]:
        """Return the share of good that followed praise, and blame, before each time of the clock."""
        total = {name: np.zeros(len(self.seen.clock)) for kind in AFTER for name in (kind, kind + "_good")}
        for tally in tallies:
            for name, column in total.items():
                column[tally["rank"]] += tally[name]
        found = {}
        for kind, (share, weight) in AFTER.items():
            count, good = np.cumsum(total[kind]), np.cumsum(total[kind + "_good"])
            found[kind] = np.append(share, (good + weight * share) / (count + weight))
        return found

    def base(self, says: Iterable[Table]) -> Floats:
        """Return the recent share of good ratings before each time, from the say of each rating."""
        weight = np.zeros(len(self.seen.value))
        for say in says:
            weight[say["id"]] = say["weight"]
        return base_rate(self.seen, weight * self.vote.share)

    def levels(self, base: Floats, usual: dict[str, Floats]) -> Iterator[Letter]:
        """Yield to each part what was usual in the network at the times it knows."""
        for part in range(self.division.parts):
            ranks = distinct(np.append(0, self.seen.rank[self._rows_of(part)]))
            table = {"base": base[ranks]} | {kind: share[ranks] for kind, share in usual.items()}
            yield Letter(part, DESK, "level", table)

    def moments(self, base: Floats) -> Iterator[Letter]:
        """Yield to each stretch its moments: events to learn from, and questions to answer."""
        seen, asked, common = self.seen, self.questions, sizes(self.seen)
        own = Moment(seen.by, seen.about, seen.days, seen.rank, base)
        told = [("events", own, self.event_stretch)]
        told += [] if self.alike else [("questions", asked, self.question_stretch)]
        for kind, moment, stretch in told:
            for number in distinct(stretch[stretch >= 0]).tolist():
                rows = _run(stretch, number)
                rank = moment.rank[rows]
                table: Table = {
                    "by": moment.by[rows],
                    "about": moment.about[rows],
                    "now": moment.now[rows],
                    "rank": rank,
                }
                levels: Table = {"base": base[rank], "warmth": common.warmth[rank], "harm": common.harm[rank]}
                yield Letter(number, DESK, kind, table | levels | {"block": self.cut.of(rank)})

    def lessons(self, stretch: int) -> Iterator[tuple[slice, Floats, NDArray[np.bool_]]]:
        """Yield the steps of learning of a stretch: rows within it, their values, and which teach."""
        run = _run(self.event_stretch, stretch)
        for begin, end in zip(self.cut.events[:-1].tolist(), self.cut.events[1:].tolist(), strict=True):
            if run.start <= begin < run.stop:
                rows = slice(begin, end)
                yield slice(begin - run.start, end - run.start), self.seen.value[rows], self.vote.lesson[rows]

    def minds(self, held: list[Mind]) -> Iterator[Letter]:
        """Yield to each stretch the minds its questions are answered with; `held` is one a block."""
        for stretch in distinct(self.question_stretch[self.question_stretch >= 0]).tolist():
            blocks = distinct(self.cut.of(self.questions.rank[_run(self.question_stretch, stretch)]))
            yield Letter(stretch, DESK, "minds", mind_table(blocks, [held[block] for block in blocks.tolist()]))

    def rows(self, stretch: int) -> NDArray[np.int32]:
        """Return where the questions of a stretch stood when they were asked."""
        return self.order[_run(self.question_stretch, stretch)]


def _run(stretch: Ints, number: int) -> slice:
    """Return the rows of one stretch, which are next to each other; the open block's rows are -1 and come last."""
    rows = np.flatnonzero(stretch == number)
    return slice(int(rows[0]), int(rows[-1]) + 1)


def desk(seen: Ratings, asked: Columns, size: Sizes) -> Desk:
    """Lay out ratings in time order and questions in any order."""
    order = np.argsort(asked.at, kind="stable").astype(np.int32)
    questions, alike = _in_order(seen, asked, order)
    cut = blocks(seen)
    events = _event_stretch(cut, len(seen.value), size.stretch, alike)
    first = int(events.max(initial=-1)) + 1
    asking = events if alike else first + np.arange(len(order)) // size.stretch
    parts = max(-(-len(seen.value) // size.part), 1)
    origin = float(seen.clock[0]) if len(seen.clock) else 0.0
    return Desk(seen, votes(seen), questions, order, cut, events, asking, alike, Division(parts, seen.parties, origin))


def _in_order(seen: Ratings, asked: Columns, order: NDArray[np.int32]) -> tuple[Moment, bool]:
    """Return the questions in the order of time, and whether they are the events: then their columns are held once."""
    by, about, days = asked.by[order], asked.about[order], asked.at[order] / DAY
    pairs = ((seen.by, by), (seen.about, about), (seen.days, days))
    if all(np.array_equal(one, other) for one, other in pairs):
        return Moment(seen.by, seen.about, seen.days, seen.rank, np.zeros(0)), True
    return Moment(by, about, days, np.searchsorted(seen.clock, days), np.zeros(0)), False


def _event_stretch(cut: Blocks, size: int, stretch: int, alike: bool) -> Ints:
    """Give each event the stretch of its block; blocks are not cut."""
    lengths = np.diff(np.append(cut.events, size))
    out = np.repeat(cut.events // stretch, lengths)
    if not alike:
        out[cut.events[-1] :] = -1
    return out.astype(np.int64)
