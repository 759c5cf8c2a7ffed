"""How long a brief takes: on a made book of 100,000 entries, and on the three stories; medians of several runs.

With --everybody: the briefs of all 200 counterparties at once, as the first page of `goodwill serve` reads them.

Run: uv run python benchmarks/brief_speed.py [--entries N] [--runs N] [--everybody]
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from goodwill.desk.desk import Desk

STORIES = Path(__file__).parents[1] / "examples"
DAY = date(2026, 5, 1)


def lines(entries: int, parties: int = 200, seed: int = 1) -> Iterator[str]:
    """Make invoices, payments, messages and promises with many parties, four entries an order."""
    draw = random.Random(seed)
    for n in range(entries // 4):
        day = date(2022, 1, 1) + timedelta(days=n * 1500 * 4 // entries)
        party, due = f"p{draw.randrange(parties)}", day + timedelta(days=30)
        paid = due + timedelta(days=max(-5, int(draw.gauss(0, 6))))
        yield f"{day} invoice i{n} by={party} to=me amount={draw.randrange(50, 900)} currency=EUR due={due}"
        yield f"{paid} payment y{n} by=me to={party} of=i{n}"
        yield f"{day}T10:00 message m{n} by={party} to=me channel=mail recorded=x | The crates are on their way."
        yield f"{day} promise q{n} by={party} to=me due={due} | the next crates"


def timed(desk: Desk, party: str) -> float:
    """Time one brief from a book on disk, read anew."""
    began = time.perf_counter()
    Desk(desk.journal, desk.me).brief(party, DAY)
    return time.perf_counter() - began


def every(desk: Desk) -> float:
    """Time the briefs of everybody from a book on disk, read anew."""
    began = time.perf_counter()
    Desk(desk.journal, desk.me).briefs(DAY)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--everybody", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "made.goodwill"
        file.write_text("".join(line + "\n" for line in lines(asked.entries)), encoding="utf-8")
        desk = Desk.open(Path(scratch) / "made.book")
        began = time.perf_counter()
        brought = desk.bring([file])
        rate = brought.accepted / (time.perf_counter() - began)
        print(f"bring, {brought.accepted:,} lines of notation: {rate:,.0f} entries/s, synchronous=FULL")
        if asked.everybody:
            report(f"everybody's briefs on {brought.accepted:,} entries", [every(desk) for _ in range(asked.runs)])
            return
        report(f"brief on {brought.accepted:,} entries", [timed(desk, f"p{n}") for n in range(asked.runs)])
        for story, party in (
            ("translator", "Lena Brandt"),
            ("patient", "Dr Kwame Osei"),
            ("restaurant", "Alan Fields"),
        ):
            told = Desk.open(Path(scratch) / f"{story}.book", ["me"])
            told.bring([STORIES / story])
            report(f"brief on the story {story}", [timed(told, party) for _ in range(asked.runs)])


def report(what: str, seconds: list[float]) -> None:
    """Print the median and the range."""
    middle = statistics.median(seconds)
    print(f"{what}: median {middle:.2f} s ({min(seconds):.2f} to {max(seconds):.2f}, {len(seconds)} runs)")


if __name__ == "__main__":
    main()
