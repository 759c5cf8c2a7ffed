"""How fast entries are kept: batches of 500, each synced to the disk before it is acknowledged.

Beside it the same rows written by the bare driver, with no chain, no key and no reading back: the floor of the disk.
Run: python benchmarks/append_speed.py [--entries 50000] [--folder DIR]
"""

import argparse
import tempfile
import time
from pathlib import Path

from sqlcipher3 import dbapi2
from store_load import messages

from goodwill.store.journal import open_journal

BATCH = 500


def bare(path: Path, rows: list[tuple[str, bytes]]) -> float:
    opened = dbapi2.connect(str(path), isolation_level=None)
    opened.execute("PRAGMA journal_mode = WAL")
    opened.execute("PRAGMA synchronous = FULL")
    opened.execute("CREATE TABLE row (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, payload BLOB)")
    began = time.perf_counter()
    for start in range(0, len(rows), BATCH):
        opened.execute("BEGIN IMMEDIATE")
        opened.executemany("INSERT INTO row (id, payload) VALUES (?, ?)", rows[start : start + BATCH])
        opened.execute("COMMIT")
    return len(rows) / (time.perf_counter() - began)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, default=50_000)
    asked.add_argument("--folder", type=Path, help="measure on this disk, not on that of the temporary folder")
    told = asked.parse_args()
    entries = list(messages(told.entries))
    rows = [(entry.id, entry.written.encode()) for entry in entries]
    with tempfile.TemporaryDirectory(dir=told.folder) as folder:
        journal = open_journal(Path(folder) / "book.db")
        floor = bare(Path(folder) / "bare.db", rows)
        began = time.perf_counter()
        kept = sum(len(one.accepted) for one in journal.append_stream(entries, "mail", recorded="2026-11-23"))
        speed = kept / (time.perf_counter() - began)
        began = time.perf_counter()
        again = sum(one.duplicate for one in journal.append_stream(entries, "mail", recorded="2026-11-24"))
        known = again / (time.perf_counter() - began)
        waits = []
        for entry in messages(100, told.entries):
            began = time.perf_counter()
            journal.append([entry], recorded="2026-11-23")
            waits.append(time.perf_counter() - began)
    print(f"appended        {kept:>9,} entries  {speed:>9,.0f} a second (wanted: 10,000)")
    print(f"brought again   {again:>9,} entries  {known:>9,.0f} a second, 0 added")
    print(f"bare driver     {len(rows):>9,} rows     {floor:>9,.0f} a second (baseline)")
    p50, p95 = (sorted(waits)[at] * 1e3 for at in (50, 95))
    print(f"one by one      {len(waits):>9,} entries  p50 {p50:.1f} ms, p95 {p95:.1f} ms")


if __name__ == "__main__":
    main()
