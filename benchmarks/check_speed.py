"""How soon `goodwill check FILE` answers, from a start: beside what Python itself takes to start.

    uv run --no-sync python benchmarks/check_speed.py [--runs 25] [DRAFT]

CPU time (user and system) of whole programs, by the operating system's own accounting, the four in turn; the least and
the median of the runs. Modules are kept compiled, as where goodwill is installed, also where the surroundings say not
to. Without a draft one of five lines is checked. The user's own book is left out: what is read is the draft alone, and
beside it the same draft with a small book.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

DRAFT = """\
Hi Alan,
I'll send the revised quote by Thursday and we can drop the price to 1.20 a crate for you.
As I said before, this is final and you know that nobody else pays more.
Could you let me know what matters most to you here? Sorry about the delay last week.
Best, Maria
"""
LEFT_OUT = ("GOODWILL_BOOK", "GOODWILL_KEY", "PYTHONDONTWRITEBYTECODE")
THANKS = ("record", "thanks", "by=me", "to=alan", "| two crates")


def cpu(command: list[str], home: Path) -> float:
    """CPU seconds of one run of a program."""
    here = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    here |= {"HOME": str(home), "XDG_DATA_HOME": str(home)}
    run = subprocess.Popen(command, env=here, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(run.pid, 0)
    run.returncode = 0
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("draft", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=25)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        draft = home / "draft.txt"
        draft.write_text(asked.draft.read_text("utf-8") if asked.draft else DRAFT, "utf-8")
        book, goodwill = str(home / "small.book"), [sys.executable, "-m", "goodwill"]
        cpu([*goodwill, "--book", book, *THANKS], home)
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "goodwill --version": [*goodwill, "--version"],
            "goodwill check FILE, no book": [*goodwill, "check", str(draft)],
            "goodwill check FILE, a small book": [*goodwill, "--book", book, "check", str(draft)],
        }
        runs = [{name: cpu(command, home) for name, command in commands.items()} for _ in range(asked.runs + 1)][1:]
    for name in commands:
        took = [1000 * run[name] for run in runs]
        print(f"{name}: least {min(took):.0f} ms, median {statistics.median(took):.0f} ms of CPU")


if __name__ == "__main__":
    main()
