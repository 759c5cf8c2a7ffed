"""Taking entries in, a batch at a time: a batch is on the disk as a whole before it is acknowledged."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.dialects import sqlite

from goodwill.ledger.entry import Entry
from goodwill.ledger.mint import content
from goodwill.ledger.notation import Invalid
from goodwill.store.candidate import Candidate, candidates, mentions, refused
from goodwill.store.chain import SALT, Event, commitment, genesis, party_key, sealed
from goodwill.store.engine import writer
from goodwill.store.recall import recalled
from goodwill.store.records import Appended
from goodwill.store.schema import EVENT, PARTY, PAYLOAD
from goodwill.store.terms import Terms

BATCH = 500


def append(where: tuple[Path, str], entries: Iterable[Entry], terms: Terms) -> Iterator[Appended]:
    """Take entries in, and tell of each batch once it is safely kept; never more than a batch is held."""
    with writer(*where) as opened:
        ready = candidates(entries, terms.recorded, terms.secret)
        while batch := list(islice(ready, BATCH)):
            with opened.begin():
                told = _take(opened, batch, terms)
            yield told


def _take(opened: Connection, batch: Sequence[Candidate | Invalid], terms: Terms) -> Appended:
    """Sort a batch into fresh, duplicate and refused, and write the fresh ones."""
    bad = [item for item in batch if isinstance(item, Invalid)]
    fine = [item for item in batch if isinstance(item, Candidate)]
    there = _stored(opened, [item.key for item in fine])
    fresh: dict[bytes, Candidate] = {}
    duplicate = 0
    for item in fine:
        before = fresh.get(item.key)
        if item.key not in there and before is None:
            fresh[item.key] = item
            continue
        first = before.entry if before else _entry(there[item.key])
        if terms.strict and first is not None and content(first) != content(item.entry):
            bad.append(refused(item.entry, _clash(item.entry, first)))
        else:
            duplicate += 1
    write(opened, list(fresh.values()), terms)
    return Appended(tuple(item.entry.id for item in fresh.values()), duplicate, tuple(bad))


def write(opened: Connection, fresh: Sequence[Candidate], terms: Terms) -> None:
    """Add events to the end of the chain, inside the transaction that is open."""
    if not fresh:
        return
    named = {item.key: dict.fromkeys(party_key(terms.secret, name) for name in mentions(item.entry)) for item in fresh}
    tokens = _tokens(opened, list(dict.fromkeys(key for keys in named.values() for key in keys)))
    salts = secrets.token_bytes(SALT * len(fresh))
    row = opened.execute(select(EVENT.c.seq, EVENT.c.hash).order_by(EVENT.c.seq.desc()).limit(1)).first()
    seq, seal = (row[0], row[1]) if row else (0, genesis(terms.secret))
    events: list[tuple[object, ...]] = []
    payloads: list[tuple[object, ...]] = []
    for at, item in enumerate(fresh):
        salt = salts[SALT * at : SALT * (at + 1)]
        parties = b"".join(tokens[key] for key in named[item.key])
        seq += 1
        promised = commitment(salt, item.payload)
        event = Event(seq, seal, b"", promised, item.key, parties, terms.recorded, terms.came)
        seal = sealed(event)
        events.append((seq, event.prev, seal, *event[3:]))
        payloads.append((seq, salt, item.payload))
    _insert(opened, EVENT, events)
    _insert(opened, PAYLOAD, payloads)


def _stored(opened: Connection, keys: list[bytes]) -> dict[bytes, bytes | None]:
    """Give the content of each key that is there already; None where the content was erased."""
    joined = EVENT.outerjoin(PAYLOAD, EVENT.c.seq == PAYLOAD.c.seq)
    rows = opened.execute(select(EVENT.c.key, PAYLOAD.c.payload).select_from(joined).where(EVENT.c.key.in_(keys)))
    return {row[0]: row[1] for row in rows}


def _tokens(opened: Connection, keys: list[bytes]) -> dict[bytes, bytes]:
    """Give each party's token: a number drawn by lot, which says nothing once its row here is erased."""
    known: dict[bytes, bytes] = {}
    for start in range(0, len(keys), BATCH):
        some = keys[start : start + BATCH]
        known |= {row[0]: row[1] for row in opened.execute(select(PARTY).where(PARTY.c.key.in_(some)))}
    missing = {key: secrets.token_bytes(16) for key in keys if key not in known}
    _insert(opened, PARTY, list(missing.items()))
    return known | missing


def _insert(opened: Connection, table: Table, rows: list[tuple[object, ...]]) -> None:
    """Insert rows as they are, column by column: half the time that named values would take."""
    if rows:
        opened.exec_driver_sql(_statement(table), rows)


@cache
def _statement(table: Table) -> str:
    return str(insert(table).compile(dialect=sqlite.dialect(paramstyle="qmark")))


def _entry(payload: bytes | None) -> Entry | None:
    read = recalled(payload.decode()) if payload is not None else None
    return read if isinstance(read, Entry) else None


def _clash(entry: Entry, first: Entry) -> str:
    source = first.source
    place = f"{source.file}:{source.line}" if source.line else source.file
    where = f"from {place}" if place else f"recorded {first.get('recorded')}"
    return f"id {entry.id} is already there with other content, {where}"
