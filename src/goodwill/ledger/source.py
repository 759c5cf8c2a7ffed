"""Where an entry came from: the file, the line and the span a person can open to see it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a file: its name, 1-based line, and the span of characters within the entry's words."""

    file: str = ""
    line: int | None = None
    start: int | None = None
    end: int | None = None
