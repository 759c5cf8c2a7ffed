"""On what terms entries come in: how, when, and what is made of an id that is there already."""

from dataclasses import dataclass

ERASURE = "erase"


@dataclass(frozen=True, slots=True)
class Terms:
    """How entries came in, when they were recorded, the book's secret, and whether other content is a conflict."""

    came: str
    recorded: str
    secret: bytes
    strict: bool = True
