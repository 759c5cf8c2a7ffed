"""What comes by standard input, laid in a file for as long as a command reads it, since doors read files."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from goodwill.doors.pasted import suffix_of


@contextmanager
def laid_down(paths: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give the paths with a file in the place of each `-`; it is gone when the command ends."""
    if "-" not in paths:
        yield tuple(paths)
        return
    raw = sys.stdin.buffer.read()
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / f"stdin{suffix_of(raw)}"
        file.write_bytes(raw)
        yield tuple(str(file) if path == "-" else path for path in paths)
