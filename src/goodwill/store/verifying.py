"""Looking at the book from end to end: is every event as it was written, and in its place?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from goodwill.ledger.entry import Entry
from goodwill.store.chain import Event, commitment, genesis, head_read, head_text, sealed
from goodwill.store.fault import reason_of
from goodwill.store.ranges import spans
from goodwill.store.reading import Connection, reader, secret
from goodwill.store.recall import recalled
from goodwill.store.records import Verified
from goodwill.store.terms import ERASURE

_ROWS = """SELECT e.seq, e.prev, e.hash, e.commitment, e.key, e.parties, e.recorded, e.came, p.salt, p.payload
    FROM event e LEFT JOIN payload p ON p.seq = e.seq ORDER BY e.seq"""
_ORPHAN = "SELECT min(seq) FROM payload WHERE seq NOT IN (SELECT seq FROM event)"
_ERASURES = "SELECT e.seq, p.payload FROM event e JOIN payload p ON p.seq = e.seq WHERE e.came = ?"


@dataclass(slots=True)
class Walk:
    """How far the walk along the chain has come."""

    seal: bytes
    seq: int = 0
    erased: list[int] = field(default_factory=list)
    fault: tuple[int, str] | None = None
    anchored: str = ""


def verify(path: Path, key: str = "", head: str = "") -> Verified:
    """Walk the whole chain; with a head that was written down elsewhere, see also that it is still in it."""
    with reader(path, key) as opened:
        walk = Walk(b"")
        try:
            opened.execute("BEGIN")
            walk.seal = genesis(secret(opened))
            anchor = head_read(head)
            _follow(walk, opened, anchor[0] if anchor else -1)
            fault = _first(walk.fault, _missing(walk, opened), _anchor(walk, head, anchor), _sound(opened))
        except (dbapi2.Error, UnicodeDecodeError) as error:
            fault = (walk.seq + 1, reason_of(error))
    bad, reason = fault or (0, "")
    return Verified(fault is None, walk.seq, len(walk.erased), bad or None, reason, head_text(walk.seq, walk.seal))


def _first(*faults: tuple[int, str] | None) -> tuple[int, str] | None:
    """Give the fault of the lowest event; one that has no event (0) only where there is no other."""
    found = [fault for fault in faults if fault]
    return min(found, key=lambda fault: fault[0] or 1 << 62) if found else None


def _follow(walk: Walk, opened: Connection, anchor: int) -> None:
    """Walk until the end or the first event that is not as it was written."""
    walk.anchored = walk.seal.hex() if anchor == 0 else ""
    for row in opened.execute(_ROWS):
        event = Event._make(row[:8])
        if reason := _wrong(event, walk.seq + 1, walk.seal) or _altered(event, row[8], row[9]):
            walk.fault = (walk.seq + 1, reason)
            return
        walk.seq, walk.seal = event.seq, event.hash
        if row[9] is None:
            walk.erased.append(event.seq)
        if event.seq == anchor:
            walk.anchored = event.hash.hex()


def _wrong(event: Event, expected: int, seal: bytes) -> str:
    if event.seq != expected:
        return f"event {expected} is missing"
    try:
        if event.prev != seal:
            return f"event {expected} does not follow the event before it"
        return "" if sealed(event) == event.hash else f"event {expected} was changed"
    except (TypeError, AttributeError):
        return f"event {expected} was changed"


def _altered(event: Event, salt: object, payload: object) -> str:
    if payload is None and salt is None:
        return f"the content of event {event.seq}, an erasure, is gone" if event.came == ERASURE else ""
    if isinstance(salt, bytes) and isinstance(payload, bytes) and commitment(salt, payload) == event.commitment:
        return ""
    return f"the content of event {event.seq} was changed"


def _missing(walk: Walk, opened: Connection) -> tuple[int, str] | None:
    """Find content that is gone though no erasure accounts for it, and content that belongs to no event."""
    if walk.fault:  # behind a break the erasure that accounts for it may have been lost
        return None
    told = list(_told(opened)) if walk.erased else []
    for seq in walk.erased:
        if not any(first <= seq <= end for first, end in told):
            return (seq, f"the content of event {seq} is gone and no erasure accounts for it")
    (orphan,) = opened.execute(_ORPHAN).fetchone()
    return (orphan, f"event {orphan} is missing, though its content is there") if orphan is not None else None


def _told(opened: Connection) -> Iterator[tuple[int, int]]:
    """Give the numbers of events that erasures say they erased: only events before the erasure itself."""
    for seq, payload in opened.execute(_ERASURES, (ERASURE,)):
        entry = recalled(payload.decode()) if isinstance(payload, bytes) else None
        for first, end in spans(entry.get("events") if isinstance(entry, Entry) else ""):
            if first <= end < seq:
                yield first, end


def _anchor(walk: Walk, head: str, anchor: tuple[int, str] | None) -> tuple[int, str] | None:
    """Compare with a head written down before: a cut tail or a rewritten history shows here alone."""
    if not head or walk.fault:
        return None
    if anchor is None:
        return (0, "that is not a head: expected NUMBER:HASH as `verify` prints it")
    seq, seal = anchor
    if seq > walk.seq:
        return (walk.seq + 1, f"the book ends at event {walk.seq}, but the head written down is of event {seq}")
    if walk.anchored != seal:
        return (
            max(seq, 1),
            f"event {seq} is not the one whose head was written down: the book was rewritten up to there",
        )
    return None


def _sound(opened: Connection) -> tuple[int, str] | None:
    """Ask the database itself whether its file is whole."""
    (answer,) = opened.execute("PRAGMA integrity_check(1)").fetchone()
    return None if answer == "ok" else (0, f"the file is damaged: {' '.join(str(answer).split())[:160]}")
