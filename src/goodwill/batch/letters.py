"""What one part of a network tells another: columns of numbers with an address, so that no part needs the whole.

A network too large for one machine is dealt out to parts. They work in rounds: each reads its post, works, and writes
letters, which are handed over before the next round. Who carries the letters is a runner's business.
"""

import json
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

Table = dict[str, NDArray[Any]]
Post = dict[str, list[Table]]
Ints = NDArray[np.int64]
Mail = TypeVar("Mail")
DESK = -1  # the address of the one who asked


@dataclass(frozen=True, slots=True)
class Letter:
    """A table of some `kind` from one part `to` another."""

    to: int
    sender: int
    kind: str
    table: Table


Work = Callable[[int, Post], list[Letter]]


class Runner(Protocol[Mail]):
    """Whoever carries letters and has the parts work; the order of work is free, the order of post is not."""

    def sent(self, letters: Iterable[Letter]) -> Mail:
        """Take letters in."""

    def joined(self, one: Mail, other: Mail) -> Mail:
        """Put two mails together."""

    def round(self, mail: Mail, work: Work) -> Mail:
        """Have every part that has post work on it once; return what they write. Letters to the desk are left out."""

    def kept(self, mail: Mail) -> Mail:
        """Have the work done now, once, for a mail that is read more than once."""

    def read(self, mail: Mail) -> Iterator[Letter]:
        """Yield the letters to the desk, in the order of their senders."""


def packed(table: Table) -> bytes:
    """Return the columns as bytes: a line that tells their names, types and shapes, then the numbers as they lie.

    >>> unpacked(packed({"id": np.arange(3)}))["id"].tolist()
    [0, 1, 2]
    """
    columns = [(name, np.ascontiguousarray(column)) for name, column in table.items()]
    head = json.dumps([(name, column.dtype.str, column.shape) for name, column in columns])
    return b"".join([head.encode(), b"\n", *(column.tobytes() for _, column in columns)])


def unpacked(body: bytes) -> Table:
    """Return the columns held in bytes, not to be written to; raises ValueError when they are not numbers."""
    begin = body.index(b"\n") + 1
    table: Table = {}
    for name, kind, shape in json.loads(body[: begin - 1]):
        held = np.dtype(kind)
        if held.kind not in "iufb":
            raise ValueError(f"a letter's column {name!r} is not of numbers")
        count = math.prod(shape)
        table[name] = np.frombuffer(body, held, count, begin).reshape(shape)
        begin += count * held.itemsize
    return table


def post_of(letters: Iterable[Letter]) -> Post:
    """Sort a part's letters by kind, each kind by sender."""
    post: Post = {}
    for letter in sorted(letters, key=lambda letter: letter.sender):
        post.setdefault(letter.kind, []).append(letter.table)
    return post


def dealt(sender: int, kind: str, to: Ints, table: Table) -> list[Letter]:
    """Return letters with the rows of a table, each row to the part named in `to`; rows keep their order.

    >>> [(one.to, one.table["id"].tolist()) for one in dealt(0, "x", np.array([1, 0, 1]), {"id": np.arange(3)})]
    [(0, [1]), (1, [0, 2])]
    """
    if not len(to):
        return []
    order = np.argsort(to, kind="stable")
    parts, begins = np.unique(to[order], return_index=True)
    ends = np.append(begins[1:], len(order))
    return [
        Letter(int(part), sender, kind, {name: column[order[begin:end]] for name, column in table.items()})
        for part, begin, end in zip(parts, begins, ends, strict=True)
    ]


def together(tables: list[Table], sort: str = "") -> Table:
    """Put tables below each other, in ascending order of one column when it is named."""
    if len(tables) == 1:
        joined = tables[0]
    else:
        joined = {name: np.concatenate([table[name] for table in tables]) for name in tables[0]} if tables else {}
    if not sort or not joined:
        return joined
    order = np.argsort(joined[sort], kind="stable")
    return {name: column[order] for name, column in joined.items()}
