"""What it costs to score a file of ratings in parts: seconds and memory by runner and size, and each doubling's price.

    python benchmarks/batch_speed.py [--rows 100000 200000 1000000 2000000] [--runners local native ray]

Needs goodwill[batch], and ray for that runner. Every rating of a made network is foretold from its own past, from file
to file, each time in a program of its own. `desk` is the peak of that program's own memory, `parts` that of the largest
process it started; what a store of the engine shares between processes is in neither. `distance` is the largest
difference of any figure from what `local` wrote.
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
    """Score in a process of its own; return seconds without the engine's start, and peak GB, here and below."""
    code = (
        "import sys, time; from pathlib import Path;"
        "from goodwill.batch.runners import estimator; from goodwill.batch.score_file import score;"
        "trust = estimator(sys.argv[3]); begun = time.perf_counter();"
        "score(Path(sys.argv[1]), Path(sys.argv[1]), Path(sys.argv[2]), trust=trust);"
        "print(time.perf_counter() - begun)"
    )
    told = [sys.executable, "-c", code, str(source), str(out), runner]
    with subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        peaks = [0.0, 0.0]
        watch = threading.Thread(target=_watched, args=(program, peaks), daemon=True)
        watch.start()
        said = program.communicate()[0]
        watch.join()
    if program.returncode:
        raise SystemExit(f"{runner} ended with {program.returncode}")
    return float(said.split()[-1]), peaks[0], peaks[1]


def _watched(program: subprocess.Popen, peaks: list[float]) -> None:
    """Write down the largest memory of the program, and of any process that it started."""
    while program.poll() is None:
        held, parents = _tables()
        peaks[0] = max(peaks[0], held.get(program.pid, 0.0))
        peaks[1] = max([peaks[1], *(held[number] for number in _below(program.pid, parents))])
        time.sleep(0.1)


def _tables() -> tuple[dict[int, float], dict[int, int]]:
    """Return each process's own memory in GB, what it shares left out, and its parent."""
    held, parents = {}, {}
    for entry in Path("/proc").glob("[0-9]*/status"):
        try:
            status = dict(line.split(":", 1) for line in entry.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        number = int(entry.parent.name)
        parents[number] = int(status["PPid"])
        held[number] = int(status.get("RssAnon", "0 kB").split()[0]) / 1e6
    return held, parents


def _below(parent: int, parents: dict[int, int]) -> list[int]:
    found = [number for number, above in parents.items() if above == parent]
    return found + [lower for number in found for lower in _below(number, parents)]


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
