"""How fast whole files of payments are scored: seconds and memory from CSV to CSV.

    python benchmarks/score_items_speed.py [--rows 35000 1000000 10000000] [--explain]

Every item of a made book is foretold from its own past, with all columns. The book is made here: ten years of invoices,
a few of many customers getting most of them, some of whom often pay late; a hundred items a customer on average.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
from own_process import measured

from goodwill.batch.csv_days import written
from goodwill.batch.score_lines import decimals, lines

DAYS = 3650
BEGUN = 735_000.0  # 2013-05-12
TARGETS = {35_000: 2.0, 1_000_000: 30.0, 10_000_000: 300.0}


def made(rows: int, seed: int = 7) -> dict[str, np.ndarray]:
    """Return a book of invoices in the order of their days: who, number, issued, due and settled (NaN while open)."""
    chance = np.random.default_rng(seed)
    parties = max(rows // 100, 50)
    party = np.minimum((parties * chance.random(rows) ** 2.5).astype(np.int64), parties - 1)
    bad, slow = chance.beta(1.0, 4.0, parties), chance.gamma(2.0, 6.0, parties)
    issued = np.sort(np.floor(chance.random(rows) * DAYS)) + BEGUN
    due = issued + chance.choice([14.0, 30.0, 30.0, 45.0, 60.0], rows)
    late = np.ceil(chance.gamma(1.0, slow[party]) + 0.01)
    settled = due + np.where(chance.random(rows) < bad[party], late, -np.floor(chance.gamma(1.0, 6.0, rows)))
    settled = np.where(settled > BEGUN + DAYS, np.nan, np.maximum(settled, issued))
    return {"party": party, "issued": issued, "due": due, "settled": settled}


def write(book: dict[str, np.ndarray], out: Path) -> None:
    """Write a book as a table."""
    with out.open("wb") as sink:
        sink.write(b"Customer,Invoice number,Invoice date,Due date,Paid on,Amount\n")
        for begin in range(0, len(book["party"]), 200_000):
            part = slice(begin, begin + 200_000)
            who, number = book["party"][part], np.arange(begin, begin + len(book["party"][part]))
            names = [_prefixed(b"Company ", who), _prefixed(b"INV-", number)]
            days = [written(book[name][part]) for name in ("issued", "due", "settled")]
            sink.write(lines([*names, *days, decimals(100.0 + number % 900, 2)]))


def _prefixed(word: bytes, numbers: np.ndarray) -> np.ndarray:
    digits = decimals(numbers.astype(float), 0)
    digits[digits == ord(".")] = 0
    return np.hstack([np.tile(np.frombuffer(word, np.uint8), (len(numbers), 1)), digits])


def scored(source: Path, out: Path, explain: bool) -> tuple[float, float, float]:
    """Score in a process of its own; return seconds, seconds of computing, and peak memory in GB."""
    task = (
        "from datetime import date;"
        "from goodwill.batch.item_pieces import planned; from goodwill.batch.score_items import Asked, score_items;"
        "source = Path(sys.argv[1]); asked = Asked(explain=sys.argv[3] == '1');"
        "score_items(source, planned(source, {}), Path(sys.argv[2]), date(2100, 1, 1), asked)"
    )
    return measured(task, source, out, "1" if explain else "0")


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--rows", type=int, nargs="+", default=[35_000, 1_000_000, 10_000_000])
    ask.add_argument("--explain", action="store_true")
    told = ask.parse_args()
    print("     items  csv to csv  computing   wanted  peak memory  items a second")
    with tempfile.TemporaryDirectory() as folder:
        for rows in told.rows:
            source, out = Path(folder) / "invoices.csv", Path(folder) / "scores.csv"
            write(made(rows), source)
            seconds, computing, gigabytes = scored(source, out, told.explain)
            wanted = f"{TARGETS[rows]:.0f} s" if rows in TARGETS else "-"
            figures = f"{seconds:9.1f} s {computing:8.1f} s {wanted:>8} {gigabytes:9.2f} GB {rows / seconds:14,.0f}"
            print(f"{rows:>10,} {figures}", flush=True)


if __name__ == "__main__":
    main()
