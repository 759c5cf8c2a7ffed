"""Public delivery records (USAID supply chain pricing) as items due: who promised what for which day, and when it came.

Only lines delivered straight by the vendor; the lines of one order and shipment are one delivery, promised for its
earliest day and done on its latest. The file is not part of the project: give its folder with --data.
"""

import csv
import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from goodwill.measures.due_items import Items, items

SHA256 = "13b5a62825b076a4125187e91e49f1ff4704ac6ed767cbda6a421398aae531e7"
DECISION = 45.0


@dataclass(frozen=True, slots=True)
class Deliveries:
    """`vendor` and `country` codes, `due`, `done` and `ordered` as day numbers, in order of the promised day;
    an order without a day counts as placed on the day it was promised for, so that it tells nothing early.
    """

    vendor: NDArray[np.int64]
    country: NDArray[np.int64]
    due: NDArray[np.float64]
    done: NDArray[np.float64]
    ordered: NDArray[np.float64]

    @property
    def late(self) -> NDArray[np.float64]:
        """1.0 where it came after its day."""
        return (self.done > self.due).astype(np.float64)

    @property
    def asked_at(self) -> NDArray[np.float64]:
        """The moment of the decision: before anything that happens on the 45th day before the promised day."""
        return self.due - DECISION - 0.5

    def items(self, *, with_country: bool) -> Items:
        """The deliveries as items due."""
        return items(self.vendor, self.due, self.done, self.country if with_country else None, self.ordered)


def read(folder: Path) -> Deliveries:
    """The deliveries of `payments/deliveries.csv` below a data folder, the file checked first."""
    found = [p for p in (folder / "deliveries.csv", folder / "payments" / "deliveries.csv") if p.is_file()]
    if not found:
        raise SystemExit(f"no deliveries.csv in {folder}; give the folder with --data")
    if hashlib.sha256(found[0].read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{found[0].name} is not the file these figures were made on")
    with found[0].open(encoding="utf-8", newline="") as lines:
        return _merged([row for row in csv.DictReader(lines) if row["Fulfill Via"] == "Direct Drop"])


def _merged(rows: list[dict[str, str]]) -> Deliveries:
    """One delivery for each order and shipment."""
    seen: dict[tuple[str, str], tuple[str, str, float, float, float]] = {}
    for row in rows:
        key = (row["PO / SO #"], row["ASN/DN #"])
        due, done = _day(row["Scheduled Delivery Date"]), _day(row["Delivered to Client Date"])
        ordered = _ordered(row["PO Sent to Vendor Date"], due)
        vendor, country, first, last, sent = seen.get(key, (row["Vendor"], row["Country"], due, done, ordered))
        seen[key] = (vendor, country, min(first, due), max(last, done), max(sent, ordered))
    merged = sorted(seen.values(), key=lambda d: d[2])
    codes = [np.unique([d[i] for d in merged], return_inverse=True)[1].astype(np.int64) for i in (0, 1)]
    days = [np.array([d[i] for d in merged]) for i in (2, 3, 4)]
    return Deliveries(codes[0], codes[1], days[0], days[1], days[2])


def _ordered(text: str, due: float) -> float:
    """The day an order was placed, in either of the file's two ways of writing it."""
    for form in ("%m/%d/%y", "%d-%b-%y"):
        try:
            return float(datetime.strptime(text, form).toordinal())
        except ValueError:
            continue
    return due


def _day(text: str) -> float:
    """A day number from the file's way of writing days."""
    return float(datetime.strptime(text, "%d-%b-%y").toordinal())
