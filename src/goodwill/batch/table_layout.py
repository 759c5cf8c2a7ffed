"""Which column of a table says who, about whom, how, and when: told by its header, or by the published order."""

import csv
from dataclasses import dataclass

NAMES = {
    "by": ("by", "source", "rater", "from"),
    "about": ("about", "target", "ratee", "to"),
    "value": ("value", "rating", "weight"),
    "at": ("at", "time", "timestamp", "date"),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How many columns a row has, where the needed ones stand, whether the first line is a header, what parts them."""

    columns: int
    places: dict[str, int]
    header: bool
    mark: str = ","


def layout(first_line: str, needed: tuple[str, ...]) -> Layout:
    """Read the layout from the first line; `needed` lists the columns a caller uses, in the published order.

    Raises ValueError when a header lacks a needed column, or a line without header has too few.

    >>> layout("source,target,rating,time", ("by", "about", "at")).places
    {'by': 0, 'about': 1, 'at': 3}
    >>> layout("7188,1,10,1407470400", ("by", "about", "value", "at")).header
    False
    """
    try:
        cells = [cell.strip().lower() for cell in next(csv.reader([first_line]), [])]
    except csv.Error as error:
        raise ValueError("line 1: not a row of a table") from error
    found = {name: _place(cells, words) for name, words in NAMES.items()}
    known = {name: place for name, place in found.items() if place >= 0}
    if len(known) >= 2:
        missing = [name for name in needed if name not in known]
        if missing:
            raise ValueError(f"line 1: no column {missing[0]!r} among {', '.join(cells)}")
        return Layout(len(cells), {name: known[name] for name in needed}, True)
    order = tuple(NAMES) if len(cells) >= len(NAMES) else needed
    if len(cells) < len(order):
        raise ValueError(f"line 1: {len(cells)} columns, where {', '.join(needed)} are needed")
    return Layout(len(cells), {name: order.index(name) for name in needed}, False)


def _place(cells: list[str], words: tuple[str, ...]) -> int:
    return next((cells.index(word) for word in words if word in cells), -1)
