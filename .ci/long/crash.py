"""Kill writers without warning, many times, and see that nothing acknowledged is lost and nothing is there twice.

Writers are forked from one warm program, so that a kill lands in the work and not in the start-up of Python. Each
writes down in shared memory where it is; a killed writer's successor brings again what was not acknowledged.
"""

import argparse
import json
import mmap
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from goodwill.ledger.entry import Entry
from goodwill.store.journal import Journal, open_journal

PLACES = ("starting", "between batches", "waiting its turn", "in a transaction", "committing", "not yet acknowledged")
STARTING, BETWEEN, WAITING, WRITING, COMMITTING, UNACKNOWLEDGED = range(6)


def entries(slot: int, first: int, count: int) -> Iterator[Entry]:
    """Give entries that are the same whenever they are brought again."""
    for number in range(first, first + count):
        values = {"by": f"party{number % 7}", "to": "me", "channel": "mail"}
        yield Entry(date(2026, 3, 1 + number % 28), "message", f"w{slot}-{number}", values, f"words {number} " * 5)


def watch(places: mmap.mmap, slot: int, chance: random.Random) -> None:
    """Write down where this writer is, and linger at the places where a kill is worth most."""

    def before(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("BEGIN"):
            places[slot] = WAITING

    def after(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("BEGIN"):
            places[slot] = WRITING
        elif chance.random() < 0.1:
            time.sleep(chance.random() * 0.004)

    def commit(_conn: object) -> None:
        places[slot] = COMMITTING

    event.listen(Engine, "before_cursor_execute", before)
    event.listen(Engine, "after_cursor_execute", after)
    event.listen(Engine, "commit", commit)


def write(book: Path, slot: int, places: mmap.mmap, seed: int) -> None:
    """Append until killed, acknowledging each batch in a file of this slot's own."""
    chance = random.Random(seed)
    places[slot] = STARTING
    watch(places, slot, chance)
    journal = open_journal(book)
    acknowledged = book.with_name(f"acknowledged-{slot}")
    number = acknowledged.read_text().count("\n") if acknowledged.exists() else 0
    with acknowledged.open("ab", buffering=0) as told:
        while True:
            places[slot] = BETWEEN
            count = chance.choice((1, 3, 20, 60))
            batch = list(entries(slot, number, count))
            for _ in journal.append_stream(batch, "mail", recorded="2026-11-23T10:00"):
                places[slot] = UNACKNOWLEDGED
            time.sleep(chance.random() * 0.002)
            told.write("".join(f"{entry.id}\n" for entry in batch).encode())
            number += count


def start(book: Path, slot: int, places: mmap.mmap, seed: int) -> int:
    """Fork one writer and give its process number."""
    child = os.fork()
    if child:
        return child
    try:
        write(book, slot, places, seed)
    except BaseException as error:
        print(f"writer {slot} ended by itself: {error!r}", file=sys.stderr)
        os._exit(1)
    os._exit(0)


def kill(child: int) -> bool:
    """Kill one writer; tell whether it was alive until then."""
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def victim(places: mmap.mmap, chance: random.Random, writers: int) -> int:
    """Choose whom to kill after a while: half of the time anyone, else one who is at a place worth a kill."""
    time.sleep(chance.uniform(0.004, 0.05))
    aim = chance.choice((None, None, WRITING, COMMITTING, UNACKNOWLEDGED))
    deadline = time.monotonic() + 0.2
    while aim is not None and time.monotonic() < deadline:
        for slot in range(writers):
            if places[slot] == aim:
                return slot
    return chance.randrange(writers)


def run(book: Path, kills: int, writers: int, seed: int) -> dict[str, Any]:
    """Kill as often as asked and count what is left."""
    chance = random.Random(seed)
    places = mmap.mmap(-1, writers)
    journal = open_journal(book)
    children = [start(book, slot, places, seed + slot) for slot in range(writers)]
    landed: Counter[str] = Counter()
    died, slowest = 0, 0.0
    for number in range(kills):
        slot = victim(places, chance, writers)
        died += not kill(children[slot])
        landed[PLACES[places[slot]]] += 1
        began = time.monotonic()
        open_journal(book, create=False).head()
        slowest = max(slowest, time.monotonic() - began)
        children[slot] = start(book, slot, places, seed + writers * (number + 1) + slot)
    for child in children:
        kill(child)
    beside = {"kills": kills, "ended_by_themselves": died, "slowest_start_s": round(slowest, 3)}
    return told(journal, book, landed) | beside


def told(journal: Journal, book: Path, landed: Counter[str]) -> dict[str, Any]:
    """Compare what was acknowledged with what is there."""
    there = Counter(entry.id for entry in journal.entries())
    promised = {name for file in book.parent.glob("acknowledged-*") for name in file.read_text().split("\n")[:-1]}
    found = journal.verify()
    return {
        "acknowledged": len(promised),
        "events": found.events,
        "lost": len(promised - set(there)),
        "twice": sum(count > 1 for count in there.values()),
        "unacknowledged_but_kept": len(set(there) - promised),
        "verified": found.ok,
        "reason": found.reason,
        "landed": dict(landed.most_common()),
    }


def main() -> int:
    """Run from the command line; 0 when nothing was lost."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--writers", type=int, default=4)
    asked.add_argument("--seed", type=int, default=1)
    told_by = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = run(Path(folder) / "book.db", told_by.kills, told_by.writers, told_by.seed)
    print(json.dumps(found, indent=1))
    clean = found["verified"] and not (found["lost"] or found["twice"] or found["ended_by_themselves"])
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main())
