"""Erasing a party: the content of every event that touches them goes; the chain and everyone else's entries stay."""

import json
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
from goodwill.store.reading import Connection as Driver
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
        _clear_marks(opened, named)
        seq = _tell(opened, seqs, terms, _unnamed(reason, named)) if seqs else 0
    scrub(where)
    return Erased(len(seqs), seq)


def scrub(where: tuple[Path, str]) -> None:
    """Leave nothing of what was deleted in the file, its free pages or its log."""
    path, key = where
    with reader(path, key) as opened:
        _into_file(opened, path)
        # what is kept is written anew by way of a passing file; for an encrypted book that passes through memory
        opened.execute(f"PRAGMA temp_store = {'MEMORY' if key else 'FILE'}")
        opened.execute("VACUUM")
        _into_file(opened, path)


def _into_file(opened: Driver, path: Path) -> None:
    """Move the log into the file and cut it to nothing."""
    if opened.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise StoreFault(
            path, "erased, but another program still reads the book: end it and erase again to clear the file"
        )


def _touched(opened: Connection, keys: list[bytes], names: set[str]) -> list[int]:
    """Number the events that name a party, and those that cite such an event, and so on."""
    tokens = {row[0] for row in opened.execute(select(PARTY.c.token).where(PARTY.c.key.in_(keys)))}
    joined = EVENT.join(PAYLOAD, EVENT.c.seq == PAYLOAD.c.seq)
    asked = select(EVENT.c.seq, EVENT.c.parties, PAYLOAD.c.payload).select_from(joined).where(EVENT.c.came != ERASURE)
    rows = opened.execute(asked, execution_options={"yield_per": BATCH})
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


def _clear_marks(opened: Connection, named: Collection[str]) -> None:
    """Delete the marks that hold a name of the party; what was marked is then looked at anew."""
    spellings = {f" {' '.join(_words(part))} " for name in named for part in (canonical(name), name.partition("<")[0])}
    for name, value in opened.execute(select(MARK)).all():
        said = f" {' '.join(_words(f'{name} {_plain(value)}'))} "
        if any(spelling in said for spelling in spellings if spelling.strip()):
            opened.execute(delete(MARK).where(MARK.c.name == name))


def _plain(value: str) -> str:
    """Give a mark's text with the letters that JSON writes as numbers written out."""
    try:
        return json.dumps(json.loads(value), ensure_ascii=False)
    except ValueError:
        return value


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
