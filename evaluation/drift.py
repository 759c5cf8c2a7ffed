"""How soon a worsening payer is told, and how often a quiet one is flagged by mistake, beside watching the late flag.

Simulated: 32 quiet events, then the odds of late are tenfold and each late item is 10 days later. As shipped: the
alarm heights of `drift.worsened`. At 5 %: one height a column, set where 5 % of the quiet series are flagged, so that
days late and the late flag are compared at the same cost. With --data also the public delivery records: what followed
an alarm. Run from the project's root:

    python -m evaluation.drift [--data DIR] [--series 400]
"""

import argparse
from pathlib import Path

import numpy as np
from training.deliveries import read

from goodwill.measures.drift import worsened

QUIET, AFTER, SEED = 32, 60, 2026
PAYERS = (
    ("late 5 %, median 6 days", 0.05, 6.0, 0.9),
    ("late 10 %, median 6 days", 0.10, 6.0, 0.9),
    ("late 20 %, median 6 days", 0.20, 6.0, 0.9),
    ("late 40 %, median 6 days", 0.40, 6.0, 0.9),
    ("late 10 %, 25 days, wide spread", 0.10, 25.0, 1.3),
    ("irregular: late 30 %, 15 days", 0.30, 15.0, 1.0),
)
NEVER = 999


def main():
    """Print the delays and the mistaken alarms of every kind of payer."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path)
    options.add_argument("--series", type=int, default=400)
    chosen = options.parse_args()
    print(f"{chosen.series} series a line, monthly events; delay in events, median (and 80 % of series)\n")
    ways = ("as shipped, days late", "hint: one a year", "at 5 %, days late", "at 5 %, late flag")
    print(f"{'':34}" + "".join(f"{way:30}" for way in ways))
    for name, share, median, spread in PAYERS:
        print(f"{name:34}" + line(simulated(chosen.series, share, median, spread)))
    if chosen.data is not None:
        followed(read(chosen.data))


def simulated(series, share, median, spread):
    """Days late (series, QUIET + AFTER): log-normal when late, worsening after QUIET events."""
    chance = np.random.default_rng([SEED, round(share * 100), round(median)])
    odds = 10 * share / (1 - share)
    p = np.repeat([share, odds / (1 + odds)], [QUIET, AFTER])
    more = np.repeat([0.0, 10.0], [QUIET, AFTER])
    days = np.ceil(median * np.exp(spread * chance.standard_normal((series, QUIET + AFTER))))
    return np.where(chance.random(days.shape) < p, days + more, 0.0)


def line(values):
    """One kind of payer: mistaken alarms and delays, each way of watching."""
    shipped, hint = alarms(values, None), alarms(values, 1.0)
    flag = (values > 0).astype(float)
    cells = [f"{delay(told):12} {mistaken(told):5.1%} mistaken" for told in (shipped, hint)]
    cells += [delay(at_five(sums(values, "log"))), delay(at_five(sums(flag, "plain")))]
    return "".join(f"{cell:30}" for cell in cells)


def alarms(values, wish):
    """The first alarm of each series, NEVER when there is none; one that was followed by recovery counts."""
    return np.array([first_alarm(row, wish) for row in values])


def first_alarm(row, wish):
    """The event of the first alarm, NEVER when there is none."""
    return next(iter(worsened(row, np.arange(row.size) * 30.4, false_alarms_a_year=wish).alarms), NEVER)


def sums(values, scale):
    """The sum after each event, of each series."""
    return np.array([worsened(row, np.arange(row.size) * 30.4, scale=scale).path for row in values])


def at_five(paths):
    """First alarms at the one height that flags 5 % of the quiet series."""
    over = paths > np.quantile(paths[:, :QUIET].max(1), 0.95)
    return np.where(over.any(1), over.argmax(1), NEVER)


def mistaken(first):
    """Share of series flagged while still quiet."""
    return float(np.mean(first < QUIET))


def delay(first):
    """Median events from the change to the alarm, and within how many 80 % are told, of series not flagged before."""
    waits = first[first >= QUIET] - QUIET + 1
    told = [f"{w:.0f}" if w <= AFTER else "never" for w in np.quantile(waits, [0.5, 0.8], method="inverted_cdf")]
    return f"{told[0]} ({told[1]})"


def followed(deliveries):
    """What came after an alarm on real deliveries: the share late before it and in the next ten."""
    before, after, quiet, years = [], [], 0, 0.0
    for vendor in np.unique(deliveries.vendor):
        mine = np.flatnonzero(deliveries.vendor == vendor)
        mine = mine[np.argsort(deliveries.done[mine], kind="stable")]
        if mine.size < 15:
            continue
        late, days = deliveries.late[mine], (deliveries.done - deliveries.due)[mine]
        told = worsened(days, deliveries.done[mine])
        years += (deliveries.done[mine[-1]] - deliveries.done[mine[0]]) / 365.25
        quiet += not told.alarms
        for alarm in told.alarms:
            if alarm + 1 < mine.size:
                before.append(late[:alarm].mean())
                after.append(late[alarm + 1 : alarm + 11].mean())
    print(f"\npublic deliveries, vendors with 15 or more: {len(before)} alarms in {years:.0f} vendor years")
    print(f"  {quiet} vendors without an alarm")
    print(f"  late before the alarm {np.mean(before):.0%}, in the ten after it {np.mean(after):.0%}")


if __name__ == "__main__":
    main()
