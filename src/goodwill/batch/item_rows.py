"""Rows of a file of deliveries or payments: who, by when, settled when; or the reason why a row is left out."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.csv_cells import Reject
from goodwill.batch.csv_chunks import Bytes
from goodwill.batch.csv_days import as_texts, days
from goodwill.batch.item_layout import WHO, Plan
from goodwill.batch.item_pieces import Piece, pieces
from goodwill.batch.party_codes import PartyCodes
from goodwill.doors.amounts import amount
from goodwill.doors.days import DAY_FIRST
from goodwill.doors.payments_csv import whose_invoice

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Bools = NDArray[np.bool_]
DAYS = ("issued", "due", "settled")
READ = (*WHO, "direction", *DAYS, "number", "shipment", "item", "matter", "amount")
_SIDES = ("", "theirs", "ours")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_SIGNS = np.frombuffer("-(\u2212".encode()[:3], np.uint8)


@dataclass(frozen=True, slots=True)
class ItemRows:
    """Accepted rows of one piece: their `lines`, codes of who owes whom and of the matter (-1 unknown), the days as
    numbers (NaN where not told), and a `mark` of the item's own number, 0 where it has none.
    """

    lines: Ints
    who: tuple[Ints, ...]
    matter: Ints
    days: tuple[Floats, Floats, Floats]
    mark: Hashes
    rejects: list[Reject]


@dataclass(slots=True)
class Codes:
    """Names met so far: parties and matters."""

    parties: PartyCodes
    matters: PartyCodes


def rows(path: Path, seen: Plan, codes: Codes) -> Iterator[ItemRows]:
    """Yield the rows of a file piece by piece, in file order."""
    for piece in pieces(path, seen, READ):
        yield _rows(piece, seen, codes)


def _rows(piece: Piece, seen: Plan, codes: Codes) -> ItemRows:
    found = piece.cells
    read = {role: days(found[role], seen.orders.get(role, DAY_FIRST)) for role in DAYS if role in found}
    wrong = _wrong(piece, seen, read)
    fine = np.flatnonzero(wrong == 0)
    rejects = piece.rejects + [_reject(piece, seen, int(row), int(wrong[row])) for row in np.flatnonzero(wrong)]
    nothing = np.full(len(fine), np.nan)
    issued, due, settled = (read[role][0][fine] if role in read else nothing for role in DAYS)
    who = [codes.parties.of(_lower(found[role][fine])) for role in seen.who]
    if seen.who == ("counterparty",) and "direction" in found:
        who.append(_sides(found["direction"][fine]))
    matter = codes.matters.of(found["matter"][fine]) if "matter" in found else np.full(len(fine), -1)
    if "matter" in found:
        matter = np.where(found["matter"][fine, 0] == 0, -1, matter)
    mark = _marked([found[role][fine] for role in _numbers(found)], len(fine))
    rejects.sort(key=lambda reject: reject.line)
    return ItemRows(piece.lines[fine], tuple(who), matter, (issued, due, settled), mark, rejects)


def _numbers(found: Collection[str]) -> list[str]:
    """Name the columns that tell items apart: the shipment where there is one, else the line of a numbered order."""
    if "shipment" in found or "number" not in found:
        return [role for role in ("number", "shipment") if role in found]
    return [role for role in ("number", "item") if role in found]


def _wrong(piece: Piece, seen: Plan, read: dict[str, tuple[Floats, Bools]]) -> NDArray[np.int8]:
    """Number each row's fault: 0 none, 1 no counterparty, 2 to 4 a day, 5 no due day, 6 an amount below 0."""
    found = piece.cells
    wrong = np.zeros(len(piece.lines), np.int8)
    if "amount" in found:
        wrong[_negative(found["amount"])] = 6
    wrong[np.isnan(read["due"][0])] = 5
    for number, role in enumerate(DAYS, start=2):
        if role in read:
            wrong[read[role][1]] = number
    wrong[np.all([found[role][:, 0] == 0 for role in seen.who], axis=0)] = 1
    return wrong


def _reject(piece: Piece, seen: Plan, row: int, wrong: int) -> Reject:
    line = int(piece.lines[row])
    if wrong == 1:
        return Reject(line, "no counterparty")
    if wrong == 5:
        return Reject(line, "no due day")
    if wrong == 6:
        return Reject(line, "an amount below 0 is a credit, nothing falls due")
    role = DAYS[wrong - 2]
    text = bytes(piece.cells[role][row]).rstrip(b"\0").decode("utf-8", "replace")
    name = seen.kind.days[wrong - 2]
    return Reject(line, f"the {name} day is not a day: {text[:40]}")


def _negative(cells: Bytes) -> Ints:
    """Return the rows whose amount is below 0; only those with a sign are looked at."""
    signed = np.flatnonzero(np.isin(cells, _SIGNS).any(axis=1))
    texts = (bytes(cells[row]).rstrip(b"\0").decode("utf-8", "replace") for row in signed)
    return signed[[amount(text).startswith("-") for text in texts]] if signed.size else signed


def _sides(cells: Bytes) -> Ints:
    """Return which way each row goes: bills from them, ours to them, or not told; other words of a kind say nothing."""
    texts, place = np.unique(as_texts(cells), return_inverse=True)
    sides = [_SIDES.index(whose_invoice(text.decode("utf-8", "replace"))) for text in texts.tolist()]
    return np.array(sides, np.int64)[place]


def _lower(cells: Bytes) -> Bytes:
    """Return names in lower case, as far as they are ASCII: the same firm is often written in two ways."""
    upper = (cells >= ord("A")) & (cells <= ord("Z"))
    return np.where(upper, cells + np.uint8(32), cells).astype(np.uint8) if upper.any() else cells


def _marked(columns: list[Bytes], size: int) -> Hashes:
    """Return a mark of each row's numbers, the same for the same texts, 0 where all are empty."""
    mark = np.zeros(size, np.uint64)
    for place, cells in enumerate(columns):
        padded = np.zeros((size, -(-cells.shape[1] // 8) * 8), np.uint8)
        padded[:, : cells.shape[1]] = cells
        for word in padded.view(np.uint64).T:
            mark = np.where(word != 0, mixed(mark ^ word ^ np.uint64(place + 1)), mark)
    return mark


def mixed(value: Hashes) -> Hashes:
    """Return numbers well mixed, never 0."""
    turned = value * _MIX
    return np.asarray((turned ^ (turned >> _SHIFT)) * _MIX | np.uint64(1), np.uint64)
