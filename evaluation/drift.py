"""How soon a worsening payer is told, and how often a quiet one is flagged by mistake, beside watching the late flag.

Simulated: quiet events (32 unless said), then the odds of late are tenfold and each late item is 10 days later. As
shipped: the alarm heights of `drift.worsened`, mistaken in 32 quiet events. At 5 %: one height a line, set where 5 % of
the quiet series are flagged: watching the late flag alone, and, for the best that anybody could do, knowing both laws
beforehand. A line that misses 9 events or 5 % says so. The kinds stand in evaluation/drift_payers.py; the constants
were chosen on others, with other figures and seeds. With --data also the public deliveries and invoices. Run from the
project's root:

    python -m evaluation.drift [--data DIR] [--series 1000]
"""

import argparse
from pathlib import Path

import numpy as np
from evaluation.drift_payers import AFTER, PAYERS, QUIET
from evaluation.drift_real import printed

from goodwill.measures.drift import worsened

NEVER, MONTH, DAYS, POOL = 999, 30.4, 400, 2000
LONGEST, MOST = 9, 0.05
WAYS = ("as shipped", "hint: one a year", "at 5 %, late flag", "at 5 %, laws known")


def main():
    """Print the delays and the mistaken alarms of every kind of payer."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path)
    options.add_argument("--series", type=int, default=1000)
    chosen = options.parse_args()
    print(f"{chosen.series} series a line, monthly events; delay in events, median (and 80 % of series)\n")
    print(f"{'':34}" + "".join(f"{way:{27 if n < 2 else 20}}" for n, way in enumerate(WAYS)))
    for payer in PAYERS:
        print(f"{payer.name:34}" + line(payer, payer.quiet(chosen.series), payer.changed(chosen.series)))
    if chosen.data is not None:
        printed(chosen.data)


def line(payer, quiet, changed):
    """One kind of payer: mistaken alarms and delays, each way of watching, and what is missed."""
    cells, known = "", payer.known
    for wish in (None, 1.0):
        told, share = alarms(changed, wish), float(np.mean(alarms(quiet, wish) < QUIET))
        cells += f"{f'{delay(told, known):10} {share:6.1%} mistaken':27}"
        if wish is None:
            missed = judged(payer, middle(told, known), share, quiet.shape[0])
    flags = [sums((days > 0).astype(float)) for days in (quiet, changed)]
    known_laws = [best(payer, days) for days in (quiet, changed)]
    return cells + "".join(f"{delay(at_five(*paths), known):20}" for paths in (flags, known_laws)) + missed


def judged(payer, waited, share, series):
    """What of the bar is missed; a share within the error of its own simulation is not."""
    error = 2 * (MOST * (1 - MOST) / series) ** 0.5
    missed = ["slow"] * (waited > LONGEST) + ["mistaken" if payer.even else "its own order"] * (share > MOST + error)
    return f"missed: {', '.join(missed)}" if missed else ""


def alarms(values, wish):
    """The first alarm of each series, NEVER when there is none; one that was followed by recovery counts."""
    times = np.arange(values.shape[1]) * MONTH
    return np.array([next(iter(worsened(row, times, false_alarms_a_year=wish).alarms), NEVER) for row in values])


def sums(values):
    """The sum after each event, of each series."""
    times = np.arange(values.shape[1]) * MONTH
    return np.array([worsened(row, times, scale="plain").path for row in values])


def best(payer, values):
    """The sum that knows both laws: of the logarithms of how much likelier each event is in the worse one."""
    pool = payer.changed(POOL).astype(np.int64).clip(0, DAYS)
    usual, worse = (np.bincount(part.ravel(), minlength=DAYS + 1) for part in np.split(pool, [payer.known], axis=1))
    near = np.maximum(1, np.arange(DAYS + 1) // 8)
    smooth = [np.array([law[max(1, d - w) : d + w + 1].mean() for d, w in enumerate(near)]) for law in (usual, worse)]
    smooth[0][0], smooth[1][0] = usual[0], worse[0]
    share = [(law + 0.1) / (law + 0.1).sum() for law in smooth]
    step = np.log(share[1] / share[0])[values.astype(np.int64).clip(0, DAYS)]
    total, path = np.zeros(values.shape[0]), []
    for i in range(values.shape[1]):
        total = np.maximum(total + step[:, i], 0.0)
        path.append(total)
    return np.array(path).T


def at_five(quiet, changed):
    """First alarms at the one height that flags 5 % of the quiet series."""
    over = changed > np.quantile(quiet.max(1), 1 - MOST)
    return np.where(over.any(1), over.argmax(1), NEVER)


def waits(first, known):
    """Events from the change to the alarm, of series not flagged before."""
    return first[first >= known] - known + 1


def middle(first, known):
    """The median of the waits."""
    return float(np.quantile(waits(first, known), 0.5, method="inverted_cdf"))


def delay(first, known):
    """Median wait, and within how many 80 % are told."""
    told = np.quantile(waits(first, known), [0.5, 0.8], method="inverted_cdf")
    said = [f"{w:.0f}" if w <= AFTER else "never" for w in told]
    return f"{said[0]} ({said[1]})"


if __name__ == "__main__":
    main()
