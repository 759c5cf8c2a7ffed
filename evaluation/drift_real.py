"""Real deliveries and invoices: mistaken alarms where the order is shuffled away, and what followed alarms in time."""

import csv
import hashlib

import numpy as np
from training.deliveries import read

from goodwill.measures.drift import worsened

INVOICES = "2b4fe64671ece470b8046f2929b827e8598a16e386cd975f3c4fdc77db20ac9d"
SPELL, LEAST, SHUFFLES = 32, 15, 40
MONTH = 30.4


def printed(folder):
    """Print both for every set of records."""
    deliveries = read(folder)
    for name, rows in (
        ("deliveries of a vendor", _vendors(deliveries)),
        ("invoices of a customer", _customers(folder)),
    ):
        long = [days for days in rows if days.size >= LEAST]
        print(f"\npublic {name}, {len(long)} with {LEAST} or more, each shuffled {SHUFFLES} times")
        share, worst, spells = shuffled(long)
        print(f"  {share:.1%} of {spells:,} times {SPELL} quiet events flagged; the most for one of them {worst:.1%}")
    followed(deliveries)


def shuffled(rows):
    """Share of shuffled spells with an alarm, the largest for one counterparty, and the spells.

    A record shorter than a spell is worth the part of a spell that it lasts.
    """
    chance = np.random.default_rng(2026)
    alarms, spells = np.zeros(len(rows)), np.zeros(len(rows))
    for i, days in enumerate(rows):
        for _ in range(SHUFFLES):
            spell = chance.permutation(days)[:SPELL]
            alarms[i] += bool(worsened(spell, np.arange(spell.size) * MONTH).alarms)
            spells[i] += spell.size / SPELL
    return alarms.sum() / spells.sum(), (alarms / spells).max(), round(spells.sum())


def followed(deliveries):
    """What came after an alarm on real deliveries: the share late before it and in the next ten."""
    before, after, quiet, years = [], [], 0, 0.0
    for vendor in np.unique(deliveries.vendor):
        mine = np.flatnonzero(deliveries.vendor == vendor)
        mine = mine[np.argsort(deliveries.done[mine], kind="stable")]
        if mine.size < LEAST:
            continue
        late, days = deliveries.late[mine], (deliveries.done - deliveries.due)[mine]
        told = worsened(days, deliveries.done[mine])
        years += (deliveries.done[mine[-1]] - deliveries.done[mine[0]]) / 365.25
        quiet += not told.alarms
        for alarm in told.alarms:
            if alarm + 1 < mine.size:
                before.append(late[:alarm].mean())
                after.append(late[alarm + 1 : alarm + 11].mean())
    print(f"\npublic deliveries in their own order: {len(before)} alarms in {years:.0f} vendor years")
    print(f"  {quiet} vendors without an alarm")
    print(f"  late before the alarm {np.mean(before):.0%}, in the ten after it {np.mean(after):.0%}")


def _vendors(deliveries):
    days = deliveries.done - deliveries.due
    return [days[deliveries.vendor == vendor] for vendor in np.unique(deliveries.vendor)]


def _customers(folder):
    """Days late of each customer's invoices, checked first."""
    path = next((p for p in (folder / "invoices.csv", folder / "payments" / "invoices.csv") if p.is_file()), None)
    if path is None or hashlib.sha256(path.read_bytes()).hexdigest() != INVOICES:
        raise SystemExit(f"no invoices.csv in {folder} like the one these figures were made on")
    found = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["customerID"], []).append(float(row["DaysLate"]))
    return [np.array(days) for days in found.values()]
