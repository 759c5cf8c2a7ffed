"""A big table read a piece at a time: whole lines, where each field begins and ends, which lines need a closer look.

Nothing is copied field by field: a piece is an array of bytes, and fields are pairs of places in it.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
_SIZE = 1 << 24
_LONGEST_LINE = 1 << 20
_COMMA, _NEWLINE, _RETURN, _QUOTE, _SPACE = 44, 10, 13, 34, 32


@dataclass(frozen=True, slots=True)
class Chunk:
    """Whole lines as `text`; `number` of the first, and where each begins and ends, the line break left out."""

    text: Bytes
    number: int
    begins: Ints
    ends: Ints

    def line(self, row: int) -> str:
        """Return one line as text; bytes that are not UTF-8 show as a mark."""
        return bytes(self.text[self.begins[row] : self.ends[row]]).decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Fields:
    """The plain `rows` of a chunk, cut at their commas: `begins` and `ends`, rows by columns; `odd` are the others."""

    rows: Ints
    begins: Ints
    ends: Ints
    odd: Ints


def opened(path: Path) -> BinaryIO:
    """Open a file for reading bytes, unpacking it when its name ends in .gz."""
    return cast(BinaryIO, gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")


def chunks(path: Path, size: int = _SIZE) -> Iterator[Chunk]:
    """Yield the file in pieces of whole lines; raises ValueError at a line of more than a megabyte."""
    number, rest = 1, b""
    with opened(path) as source:
        while piece := source.read(size):
            if number == 1 and not rest:
                piece = piece.removeprefix(b"\xef\xbb\xbf")
            cut = piece.rfind(b"\n") + 1
            if not cut:
                rest += piece
                if len(rest) > max(size, _LONGEST_LINE):
                    raise ValueError(f"line {number} is too long for a table")
                continue
            chunk = chunk_of(rest + piece[:cut], number)
            yield chunk
            number, rest = number + len(chunk.begins), piece[cut:]
    if rest:
        yield chunk_of(rest + b"\n", number)


def chunk_of(piece: bytes, number: int) -> Chunk:
    """Return whole lines, each with its line break, as a chunk; `number` is that of the first."""
    text = np.frombuffer(piece, dtype=np.uint8)
    ends = np.flatnonzero(text == _NEWLINE)
    begins = np.append(0, ends[:-1] + 1)
    ends = ends - ((ends > begins) & (text[ends - 1] == _RETURN))
    return Chunk(text, number, begins, ends)


def fields(chunk: Chunk, columns: int, mark: int = _COMMA) -> Fields:
    """Cut plain lines at their commas: `columns` fields, no quotes or null bytes; blank lines are of neither kind."""
    commas = np.flatnonzero(chunk.text == mark)
    owner = np.searchsorted(chunk.ends, commas)
    count = np.bincount(owner, minlength=len(chunk.ends))
    plain = (count == columns - 1) & (chunk.ends > chunk.begins)
    strange = np.flatnonzero((chunk.text == _QUOTE) | (chunk.text == 0))
    plain[np.searchsorted(chunk.ends, strange)] = False
    rows = np.flatnonzero(plain)
    inner = commas[plain[owner]].reshape(len(rows), columns - 1)
    begins = np.column_stack([chunk.begins[rows], inner + 1])
    ends = np.column_stack([inner, chunk.ends[rows]])
    strip(chunk.text, begins, ends)
    odd = np.flatnonzero(~plain & (chunk.ends > chunk.begins))
    return Fields(rows, begins, ends, odd)


def strip(text: Bytes, begins: Ints, ends: Ints) -> None:
    """Move begins and ends inward past spaces, in place."""
    if not np.any(text == _SPACE):
        return
    while np.any(lead := (begins < ends) & (text[begins] == _SPACE)):
        begins += lead
    while np.any(trail := (begins < ends) & (text[ends - 1] == _SPACE)):
        ends -= trail


def padded(text: Bytes, begins: Ints, ends: Ints) -> Bytes:
    """Return fields as rows of bytes of one width, filled up with zeros on the right."""
    widths = ends - begins
    width = int(widths.max(initial=1))
    out = np.zeros((len(begins), max(width, 1)), dtype=np.uint8)
    last = len(text) - 1
    for place in range(width):
        out[:, place] = np.where(place < widths, text[np.minimum(begins + place, last)], 0)
    return out
