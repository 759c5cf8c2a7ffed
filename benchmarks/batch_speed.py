"""What it costs to score a file of ratings in parts: seconds and memory by runner and size, and each doubling's price.

    python benchmarks/batch_speed.py [--rows 100000 200000 1000000 2000000] [--runners local native ray]

Needs goodwill[batch], and ray for that runner. Every rating of a made network is foretold from its own past, from file
to file, each time in a program of its own. `desk` is the peak memory of that program; `parts` that of the processes it
started, the largest of them at its peak. A figure's distance is the largest difference from what `local` wrote.
"""

import argparse
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
from score_speed import make

RUNNERS = ("local", "native", "ray")


def scored(source: Path, out: Path, runner: str) -> tuple[float, float, float]:
    """Score in a process of its own; return seconds without the engine's start, and peak memory in GB, here and below."""
    code = (
        "import resource, sys, time; from pathlib import Path;"
        "from goodwill.batch.runners import estimator; from goodwill.batch.score_file import score;"
        "trust = estimator(sys.argv[3]); begun = time.perf_counter();"
        "score(Path(sys.argv[1]), Path(sys.argv[1]), Path(sys.argv[2]), trust=trust);"
        "print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6)"
    )
    told = [sys.executable, "-c", code, str(source), str(out), runner]
    with subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        below = [0.0]
        watch = threading.Thread(target=_watched, args=(program, below), daemon=True)
        watch.start()
        said = program.communicate()[0]
        watch.join()
    if program.returncode:
        raise SystemExit(f"{runner} ended with {program.returncode}")
    seconds, gigabytes = said.split()[-2:]
    return float(seconds), float(gigabytes), below[0]


def _watched(program: subprocess.Popen, below: list[float]) -> None:
    """Write down the largest resident memory of any process that the program started."""
    while program.poll() is None:
        below[0] = max([below[0], *_resident(program.pid)])
        time.sleep(0.2)


def _resident(parent: int) -> list[float]:
    """Return the resident memory in GB of every descendant, from the tables of the system."""
    held, parents = {}, {}
    for entry in Path("/proc").glob("[0-9]*/status"):
        try:
            status = dict(line.split(":", 1) for line in entry.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        number = int(entry.parent.name)
        parents[number] = int(status["PPid"])
        held[number] = int(status.get("RssAnon", "0 kB").split()[0]) / 1e6
    found, waiting = [], [parent]
    while waiting:
        above = waiting.pop()
        children = [number for number, owner in parents.items() if owner == above]
        found += [held[number] for number in children]
        waiting += children
    return found


def figures(out: Path) -> np.ndarray:
    """Return the numbers of a file of scores."""
    return np.loadtxt(out, delimiter=",", skiprows=1, usecols=range(3, 9))


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--rows", type=int, nargs="+", default=[100_000, 200_000, 1_000_000, 2_000_000])
    ask.add_argument("--runners", nargs="+", default=list(RUNNERS), choices=RUNNERS)
    told = ask.parse_args()
    print("| ratings | runner | seconds | against half the rows | desk GB | parts GB | distance |")
    print("|--:|---|--:|--:|--:|--:|--:|", flush=True)
    took: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for rows in told.rows:
            source, first = Path(folder) / "ratings.csv", None
            make(rows, source)
            for runner in told.runners:
                out = Path(folder) / f"{runner}.csv"
                seconds, desk, parts = scored(source, out, runner)
                took[runner, rows] = seconds
                half = took.get((runner, rows // 2))
                found = figures(out)
                first = found if first is None else first
                doubling = f"{seconds / half:.2f} x" if half else "-"
                distance = f"{np.abs(found - first).max():.0e}"
                print(
                    f"| {rows:,} | {runner} | {seconds:.1f} | {doubling} | {desk:.2f} | {parts:.2f} | {distance} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
