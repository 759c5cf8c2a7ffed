"""Erasing a party: the content of every event that touches them goes; the chain and everyone else's entries stay."""

import secrets
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, delete, select

from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid
from goodwill.store.appending import BATCH, write
from goodwill.store.candidate import mentions, prepared
from goodwill.store.chain import canonical, party_key
from goodwill.store.engine import writer
from goodwill.store.fault import StoreFault
from goodwill.store.ranges import ranges
from goodwill.store.reading import reader
from goodwill.store.recall import recalled
from goodwill.store.records import Erased
from goodwill.store.schema import EVENT, MARK, PARTY, PAYLOAD
from goodwill.store.terms import ERASURE, Terms

_RANGES_A_LINE = 30_000
T = TypeVar("T")


def erase(where: tuple[Path, str], named: Collection[str], terms: Terms, reason: str) -> Erased:
    """Delete what touches the named, say so in an event without personal data, and scrub the file."""
    keys = [party_key(terms.secret, name) for name in named]
    with writer(*where) as opened, opened.begin():
        seqs = _touched(opened, keys, {canonical(name) for name in named})
        for some in _slices(seqs, BATCH):
            opened.execute(delete(PAYLOAD).where(PAYLOAD.c.seq.in_(some)))
        for each in _slices(keys, BATCH):
            opened.execute(delete(PARTY).where(PARTY.c.key.in_(each)))
        opened.execute(delete(MARK))
        seq = _tell(opened, seqs, terms, _unnamed(reason, named)) if seqs else 0
    scrub(where)
    return Erased(len(seqs), seq)


def scrub(where: tuple[Path, str]) -> None:
    """Leave nothing of what was deleted in the file, its free pages or its log."""
    with reader(*where) as opened:
        for step in ("wal_checkpoint(TRUNCATE)", "", "wal_checkpoint(TRUNCATE)"):
            if not step:
                opened.execute("VACUUM")
            elif opened.execute(f"PRAGMA {step}").fetchone()[0]:
                told = "erased, but another program still reads the book: end it and erase again to clear the file"
                raise StoreFault(where[0], told)


def _touched(opened: Connection, keys: list[bytes], names: set[str]) -> list[int]:
    """Number the events that name a party, and those that cite such an event, and so on."""
    tokens = {row[0] for row in opened.execute(select(PARTY.c.token).where(PARTY.c.key.in_(keys)))}
    joined = EVENT.join(PAYLOAD, EVENT.c.seq == PAYLOAD.c.seq)
    rows = opened.execute(
        select(EVENT.c.seq, EVENT.c.parties, PAYLOAD.c.payload).select_from(joined).where(EVENT.c.came != ERASURE)
    )
    found: dict[int, str] = {}
    citing: dict[str, list[tuple[int, str]]] = {}
    for seq, parties, payload in rows:
        entry = recalled(payload.decode())
        if not isinstance(entry, Entry):
            continue
        if cited := entry.get("of"):
            citing.setdefault(cited, []).append((seq, entry.id))
        held = tokens and not tokens.isdisjoint(parties[at : at + 16] for at in range(0, len(parties), 16))
        if held or any(canonical(name) in names for name in mentions(entry)):
            found[seq] = entry.id
    return sorted(_with_citing(found, citing))


def _with_citing(found: dict[int, str], citing: dict[str, list[tuple[int, str]]]) -> set[int]:
    """Add what cites the found, however far: an amendment or a reading repeats what it cites."""
    open_ids, seqs = list(found.values()), set(found)
    while open_ids:
        for seq, name in citing.get(open_ids.pop(), ()):
            if seq not in seqs:
                seqs.add(seq)
                open_ids.append(name)
    return seqs


def _tell(opened: Connection, seqs: list[int], terms: Terms, reason: str) -> int:
    """Add the events that say what was erased, under a name drawn by lot; give the number of the last."""
    about = f"erased-{secrets.token_hex(4)}"
    for some in _slices(ranges(seqs), _RANGES_A_LINE):
        values = {"about": about, "by": "me", "count": str(len(seqs)), "events": ",".join(some)}
        name = f"erase-{secrets.token_hex(6)}"
        entry = Entry(date.fromisoformat(terms.recorded[:10]), "erase", name, values, reason)
        ready = prepared(entry, terms.recorded, terms.secret)
        if isinstance(ready, Invalid):
            raise StoreFault("erase", ready.reason)
        write(opened, [ready], terms)
    return int(opened.execute(select(EVENT.c.seq).order_by(EVENT.c.seq.desc()).limit(1)).scalar_one())


def _unnamed(reason: str, named: Collection[str]) -> str:
    """Give the reason without a word of the erased party's names."""
    theirs = {word for name in named for word in _words(name) if len(word) > 2}
    kept = (word for word in reason.split() if not theirs & {*_words(word), word.casefold()})
    return " ".join(kept)


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()


def _slices(items: list[T], size: int) -> Iterator[list[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
