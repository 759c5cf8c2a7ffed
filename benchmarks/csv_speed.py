"""How fast tables of payments, deliveries and ratings are read, and in how much memory: entries a second, peak RSS.

Run: `python benchmarks/csv_speed.py [--rows N]`. The tables are made here, with days, amounts and rejects as in life;
beside each figure stands the time the standard library's csv module alone needs for the same file.
"""

import argparse
import csv
import random
import resource
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from goodwill.doors.deliveries_csv import DeliveriesCsv
from goodwill.doors.door import Door, Hints
from goodwill.doors.payments_csv import PaymentsCsv
from goodwill.doors.ratings_csv import RatingsCsv
from goodwill.ledger.entry import Entry

START = date(2020, 1, 1)


def payments(path: Path, count: int, chance: random.Random) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["Invoice No", "Supplier", "Issue date", "Due date", "Paid on", "Amount", "Currency"])
        for number in range(count):
            issued = START + timedelta(days=number * 2000 // count)
            due, late = issued + timedelta(days=30), chance.randint(-5, 20)
            paid = "" if chance.random() < 0.05 else f"{due + timedelta(days=late):%d/%m/%Y}"
            amount = "?1" if chance.random() < 0.01 else f"{chance.uniform(5, 9000):,.2f}"
            supplier = f"Supplier {chance.randint(1, 300)} Ltd"
            table.writerow([f"A-{number}", supplier, f"{issued:%d/%m/%Y}", f"{due:%d/%m/%Y}", paid, amount, "GBP"])


def deliveries(path: Path, count: int, chance: random.Random) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["PO #", "Vendor", "Order Date", "Scheduled Delivery Date", "Delivered to Client Date"])
        for number in range(count):
            ordered = START + timedelta(days=number * 2000 // count)
            promised, came = ordered + timedelta(days=40), ordered + timedelta(days=chance.randint(30, 60))
            vendor = f"Vendor {chance.randint(1, 80)}"
            table.writerow([f"PO-{number}", vendor, *(f"{day:%d-%b-%y}" for day in (ordered, promised, came))])


def ratings(path: Path, count: int, chance: random.Random) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["by", "about", "value", "at"])
        for number in range(count):
            by, about = chance.randint(1, 9000), chance.randint(1, 9000)
            table.writerow([by, about, chance.randint(-10, 10), 1_300_000_000 + number * 60])


def bare(path: Path) -> float:
    """The seconds the csv module alone needs: the floor."""
    began = time.perf_counter()
    with path.open(newline="", encoding="utf-8") as file:
        for _ in csv.reader(file):
            pass
    return time.perf_counter() - began


def measured(door: Door, path: Path) -> None:
    entries = others = 0
    began = time.perf_counter()
    for item in door.read(path, Hints()):
        entries += isinstance(item, Entry)
        others += not isinstance(item, Entry)
    took, floor = time.perf_counter() - began, bare(path)
    size, peak = path.stat().st_size / 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{door.name:18} {size:7.1f} MB {entries:8} entries {others:6} others {took:7.2f} s"
        f" {entries / took:9,.0f} entries/s {size / took:6.1f} MB/s  (csv alone {floor:5.2f} s)  peak {peak:5.0f} MB"
    )


def main() -> None:
    """Make and read one table of each kind."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=100_000)
    rows = options.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        for door, make in ((PaymentsCsv(), payments), (DeliveriesCsv(), deliveries), (RatingsCsv(), ratings)):
            path = Path(folder) / "table.csv"
            make(path, rows, random.Random(1))
            measured(door, path)


if __name__ == "__main__":
    main()
