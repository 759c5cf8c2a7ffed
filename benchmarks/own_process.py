"""A task measured in a process of its own, so that nothing read before it counts."""

import subprocess
import sys

BEFORE = "import sys, time; from pathlib import Path; begun = time.perf_counter();"
AFTER = """
import resource
used = resource.getrusage(resource.RUSAGE_SELF)
print(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e6)
"""


def measured(task: str, *words: object) -> tuple[float, float, float]:
    """Run a program text, `words` being its arguments; return seconds, seconds of computing, and peak memory in GB."""
    told = subprocess.run(
        [sys.executable, "-c", BEFORE + task + AFTER, *map(str, words)], check=True, capture_output=True, text=True
    )
    seconds, computing, gigabytes = told.stdout.split()
    return float(seconds), float(computing), float(gigabytes)
