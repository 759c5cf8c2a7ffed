"""A whole file of deliveries or payments as items: rows that tell of the same one are put together."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.csv_cells import Reject
from goodwill.batch.item_rows import ItemRows, mixed

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
KEPT = 1000


@dataclass(frozen=True, slots=True)
class Rejected:
    """How many rows were left out, and the first thousand of them with their lines and reasons."""

    count: int = 0
    first: list[Reject] = field(default_factory=list)

    def and_these(self, more: list[Reject]) -> "Rejected":
        """Return these and more of them."""
        return Rejected(self.count + len(more), (self.first + more)[:KEPT])


@dataclass(frozen=True, slots=True)
class Table:
    """Items in the order of the file: the `lines` on which they stand first, codes of their `party` and `matter`, their
    days as numbers (NaN where not told); how many `rows` there were and which were `rejected`.
    """

    lines: Ints
    party: Ints
    matter: Ints
    issued: Floats
    due: Floats
    settled: Floats
    rows: int
    rejected: Rejected


def table(pieces: Iterable[ItemRows]) -> Table:
    """Return the items of a file.

    Rows with the same parties, number, shipment and due day are lines of one item: it is settled with the last of them,
    and open while one is open; it counts as issued on the latest of their days.
    """
    columns, rejected = [], Rejected()
    for piece in pieces:
        columns.append((piece.lines, piece.matter, piece.mark, *piece.days, *piece.who))
        rejected = rejected.and_these(piece.rejects)
    if not columns:
        return Table(*(np.zeros(0, np.int64),) * 3, *(np.zeros(0),) * 3, rows=0, rejected=rejected)
    lines, matter, mark, issued, due, settled, *who = (np.concatenate(parts) for parts in zip(*columns, strict=True))
    party = _together(who)
    first = _first(mark, party, due)
    _merge(first, issued, settled)
    kept = first == np.arange(len(first))
    if not kept.all():
        lines, party, matter, issued, due, settled = (
            column[kept] for column in (lines, party, matter, issued, due, settled)
        )
    return Table(lines, party, matter, issued, due, settled, len(first), rejected)


def _together(who: list[Ints]) -> Ints:
    """Return one small number for each pair of parties."""
    party = np.unique(who[0], return_inverse=True)[1]
    for codes in who[1:]:
        known, place = np.unique(codes, return_inverse=True)
        party = np.unique(party * max(len(known), 1) + place, return_inverse=True)[1]
    return party


def _first(mark: NDArray[np.uint64], party: Ints, due: Floats) -> Ints:
    """Return for each row the first row of the same item: itself, unless it has a number that was there before."""
    first = np.arange(len(mark))
    numbered = np.flatnonzero(mark)
    if not numbered.size:
        return first
    key = mixed(
        mixed(mark[numbered] ^ party[numbered].astype(np.uint64)) ^ due[numbered].astype(np.int64).view(np.uint64)
    )
    order = np.argsort(key, kind="stable")
    new = np.diff(key[order], prepend=key[order[:1]] ^ np.uint64(1)) != 0
    run = np.maximum.accumulate(np.where(new, np.arange(len(order)), 0))
    first[numbered[order]] = numbered[order[run]]
    return first


def _merge(first: Ints, issued: Floats, settled: Floats) -> None:
    """Put the days of further rows into those of the first, in place."""
    further = np.flatnonzero(first != np.arange(len(first)))
    np.fmax.at(issued, first[further], issued[further])
    settled[np.isnan(settled)] = np.inf
    np.maximum.at(settled, first[further], settled[further])
    settled[np.isinf(settled)] = np.nan
