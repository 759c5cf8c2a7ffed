"""How fast mail is brought for good: read, read by the cue reader, and written with synchronous=FULL.

The mails are those of the stories, repeated under new ids.
Run: uv run python benchmarks/bring_mail_speed.py [--times N]
"""

import argparse
import re
import resource
import tempfile
import time
from pathlib import Path

from goodwill.desk.desk import Desk

STORIES = Path(__file__).parents[1] / "examples"
HEAD = b"From someone@mail.example Mon Jun 01 05:58:00 2025\n"


def make(path: Path, times: int) -> int:
    """Write the stories' mails into one mbox, each as often as asked, every copy under an id of its own."""
    mails = [file.read_bytes().replace(b"\r\n", b"\n") for file in sorted(STORIES.glob("*/mail/*.eml"))]
    with path.open("wb") as out:
        for n in range(times * len(mails)):
            mail = re.sub(
                rb"(?im)^message-id:.*$", b"Message-ID: <%d@made.example>" % n, mails[n % len(mails)], count=1
            )
            out.write(HEAD + re.sub(rb"(?m)^(>*From )", rb">\1", mail).rstrip() + b"\n\n")
    return path.stat().st_size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=120)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "made.mbox"
        size = make(file, asked.times)
        desk = Desk.open(Path(scratch) / "made.book", ["me"])
        began = time.perf_counter()
        brought = desk.bring([file])
        took = time.perf_counter() - began
        mails = brought.kinds["message"]
        again = time.perf_counter()
        twice = desk.bring([file])
        print(f"{mails:,} mails, {size / 1e6:.1f} MB, {brought.accepted:,} entries with their readings")
        print(f"bring: {mails / took:,.0f} mails/s, {brought.accepted / took:,.0f} entries/s")
        print(f"bring again: {mails / (time.perf_counter() - again):,.0f} mails/s, {twice.accepted} added")
        print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
