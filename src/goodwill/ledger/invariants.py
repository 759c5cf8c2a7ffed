"""What every entry must hold to be taken into the ledger."""

import re

from goodwill.ledger.entry import Entry
from goodwill.ledger.kinds import KINDS, SOURCE_KEYS, Key

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_KEY = re.compile(r"[A-Za-z_][\w-]*")
_ID = re.compile(r"[^\s|\"=,]+")
_BOUNDS = {("rating", "value"): (-1, 1), ("reading", "p"): (0, 1)}


def fault(entry: Entry) -> str:
    """Say in one line why an entry cannot be taken; the empty text means it can.

    >>> from datetime import date
    >>> fault(Entry(date(2026, 1, 2), "promse", "p1"))
    'unknown kind promse; did you mean promise?'
    """
    kind = KINDS.get(entry.kind)
    if kind is None:
        return f"unknown kind {entry.kind}{_nearest(entry.kind, list(KINDS))}"
    if entry.time and not _CLOCK.fullmatch(entry.time):
        return f"no such time: {entry.time}"
    if not _ID.fullmatch(entry.id):
        return f"not a usable id: {entry.id}"
    if unnamed := [name for name in entry.values if not _KEY.fullmatch(name)]:
        return f"not a usable key: {unnamed[0]}"
    missing = [name for name in kind.needs if not entry.get(name)]
    if missing:
        return f"{entry.kind} needs {' and '.join(missing)}"
    for key in kind.keys:
        if key.name in entry.values and (reason := _misfit(key, entry)):
            return reason
    return ""


def unknown_keys(entry: Entry) -> tuple[str, ...]:
    """Name the keys the entry's kind does not know; they are kept, but nothing reads them."""
    known = {key.name for key in KINDS[entry.kind].keys} | set(SOURCE_KEYS)
    if entry.kind == "amend":
        return ()
    return tuple(f"{name}{_nearest(name, sorted(known))}" for name in entry.values if name not in known)


def _misfit(key: Key, entry: Entry) -> str:
    value = entry.get(key.name)
    if key.choices and value not in key.choices:
        return f"{key.name} must be one of {', '.join(key.choices)}, not {value}"
    if key.form == "day" and entry.day_of(key.name) is None:
        return f"{key.name} is not a day: {value}"
    if key.form == "number" and not _finite(entry.number(key.name)):
        return f"{key.name} is not a number: {value}"
    bounds = _BOUNDS.get((entry.kind, key.name))
    if bounds and not bounds[0] <= (entry.number(key.name) or 0.0) <= bounds[1]:
        return f"{key.name} must lie between {bounds[0]} and {bounds[1]}, not {value}"
    return ""


def _finite(value: float | None) -> bool:
    return value is not None and value - value == 0


def _nearest(name: str, known: list[str]) -> str:
    from difflib import get_close_matches  # for a slip of the pen alone

    near = get_close_matches(name, known, 1)
    return f"; did you mean {near[0]}?" if near else ""
