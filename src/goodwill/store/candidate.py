"""An entry made ready for the book: with an id, the day it was recorded, and a line that reads back the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault
from goodwill.ledger.mint import ASKED, named
from goodwill.ledger.notation import LONGEST_LINE, Invalid, line
from goodwill.store.chain import entry_key
from goodwill.store.recall import recalled

_CARD = ("name", "mail", "phone", "alias", "of")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be taken in, its content as bytes, and the key that tells whether it is there already."""

    entry: Entry
    payload: bytes
    key: bytes


def candidates(entries: Iterable[Entry], recorded: str, secret: bytes) -> Iterator[Candidate | Invalid]:
    """Make entries ready one by one; equal entries without an id of their own are told apart by their count."""
    met: dict[str, int] = {}
    for entry in entries:
        if entry.id == ASKED:
            again = met.get(first := named(entry).id, 0)
            met[first] = again + 1
            entry = named(entry, again)
        yield prepared(entry, recorded, secret)


def prepared(entry: Entry, recorded: str, secret: bytes) -> Candidate | Invalid:
    """Make one entry ready, or say why it cannot be kept."""
    if reason := fault(entry):
        return refused(entry, reason)
    values = dict(entry.values)
    values.setdefault("recorded", recorded)
    whole = Entry(entry.day, entry.kind, entry.id, values, entry.words, entry.time)
    text = line(whole)
    try:
        payload = text.encode()
    except UnicodeEncodeError:
        return refused(entry, "it holds characters that cannot be written down")
    if len(text) > LONGEST_LINE:
        return refused(entry, f"it is longer than {LONGEST_LINE:,} characters")
    if recalled(text) != whole:
        return refused(entry, "its line would not read back the same")
    return Candidate(whole, payload, entry_key(secret, entry.id))


def refused(entry: Entry, reason: str) -> Invalid:
    """Say why an entry was not taken in, with its place and its text."""
    return Invalid(reason, entry.source.file, entry.source.line, line(entry)[:2000])


def mentions(entry: Entry) -> tuple[str, ...]:
    """Name everyone an entry speaks of; a party's own card speaks of them under each of its names.

    >>> from datetime import date
    >>> mentions(Entry(date(2026, 1, 2), "party", "alan", {"mail": "a@b.example", "alias": "Al, Fields"}))
    ('alan', 'a@b.example', 'Al', 'Fields')
    """
    if entry.kind != "party":
        return entry.parties()
    return (entry.id, *(name for key in _CARD for name in entry.many(key)))
