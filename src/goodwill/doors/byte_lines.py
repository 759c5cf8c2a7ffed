"""A file line by line, however long its lines are: what is past the bound of a line is dropped, not kept in memory."""

from collections.abc import Iterator
from typing import BinaryIO

LONGEST_LINE = 1_000_000


def byte_lines(file: BinaryIO, longest: int = LONGEST_LINE) -> Iterator[bytes]:
    r"""Give each line without its line end, cut at the bound.

    >>> import io
    >>> list(byte_lines(io.BytesIO(b"one\r\nlonger\n\nlast"), 4))
    [b'one', b'long', b'', b'last']
    """
    while line := file.readline(longest):
        whole = line.endswith(b"\n")
        while not whole and (rest := file.readline(longest)):
            whole = rest.endswith(b"\n")
        yield line.removesuffix(b"\n").removesuffix(b"\r")
