"""How fast a book is verified and read: the whole chain, and every entry parsed.

Beside it the bare cost of hashing the same bytes, and of parsing the same lines by the full notation.
Run: python benchmarks/verify_speed.py [--entries 100000]
"""

import argparse
import hashlib
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from store_load import messages

from goodwill.ledger.notation import parse_line
from goodwill.store.journal import open_journal


def best(times: int, work: Callable[[], object]) -> float:
    found = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entries", type=int, default=100_000)
    count = asked.parse_args().entries
    with tempfile.TemporaryDirectory() as folder:
        journal = open_journal(Path(folder) / "book.db")
        for _ in journal.append_stream(messages(count), "mail", recorded="2026-11-23"):
            pass
        lines = list(journal.lines())
        payloads = [line.encode() for line in lines]
        assert journal.verify().ok
        verified = best(3, journal.verify)
        hashed = best(3, lambda: [(hashlib.sha256(p).digest(), hashlib.sha256(p[:170]).digest()) for p in payloads])
        parsed = best(3, lambda: sum(1 for line in lines if parse_line(line)))
        read = best(3, lambda: list(journal.entries()))
        booked = best(3, journal.book)
    print(f"verify                   {verified:6.2f} s  {count / verified:>9,.0f} a second (wanted: 50,000)")
    print(f"  hashing alone          {hashed:6.2f} s  {count / hashed:>9,.0f} a second (baseline)")
    print(f"read and parse           {read:6.2f} s  {count / read:>9,.0f} a second (wanted: {1.2 * count / 1e5:.1f} s)")
    print(f"  parse by the notation  {parsed:6.2f} s  {count / parsed:>9,.0f} a second (baseline, nothing read)")
    print(f"read into a book         {booked:6.2f} s  {count / booked:>9,.0f} a second")


if __name__ == "__main__":
    main()
