"""A whole mail folder in one file (mbox, as mail programs and Google Takeout write it), read message by message."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from goodwill.doors import mail
from goodwill.doors.charset import named
from goodwill.doors.door import Hints, Item
from goodwill.ledger.notation import Invalid

_BLOCK = 1_048_576
_LONGEST_LINE = 1_000
# A line that begins a message is followed by a field. After an empty line, one with a clock and a year will do, or one
# that names no more than a sender; some programs write no empty line, so the full form counts without it.
_LOOSE = re.compile(
    rb"From (?:[^\n]{0,300}?\d\d:\d\d[^\n]{0,40}?\d{4}[^\n]{0,60}|-? ?\S{0,120}[ \t]*)\r?\n(?:[!-9;-~]{1,80}:|>From )"
)
_STRICT = re.compile(
    rb"From [^\n]{1,300}? (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d"
    rb" [^\n]{0,10}\d{4}[^\n]{0,10}\r?\n"
    rb"[!-9;-~]{1,80}:"
)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


class Mbox:
    """Reads an mbox as a stream, however large; a last message that was cut off is still read."""

    name = "mail folder (mbox)"

    def knows(self, path: Path, head: bytes) -> bool:
        """Know an mbox by its first line, or an empty one by its ending."""
        return bool(_LOOSE.match(head)) or (path.suffix.lower() in (".mbox", ".mbx") and head[:5] in (b"", b"From "))

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read the messages in the order of the file."""
        try:
            with path.open("rb") as file:
                for line, raw in messages(file):
                    yield from mail.message(raw, named(path), line, hints)
        except OSError as error:
            yield Invalid(f"cannot be read: {error.strerror}", named(path))


def messages(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give each message without its separator and escapes, with the line of its separator; memory stays bounded."""
    line = 1
    kept: list[bytes] = []
    size = lines = 0
    for piece, begins in _pieces(file):
        if begins and kept:
            yield from _whole(line, kept)
            line, size, lines, kept = line + lines, 0, 0, []
        if size < mail.LONGEST_MESSAGE:
            kept.append(piece)
        size += len(piece)
        lines += piece.count(b"\n")
    yield from _whole(line, kept)


def _whole(line: int, kept: list[bytes]) -> Iterator[tuple[int, bytes]]:
    raw = b"".join(kept)
    if not raw.strip():
        return
    if raw.startswith(b"From "):
        raw = raw[raw.find(b"\n") + 1 or len(raw) :]
    if b">From " in raw:
        raw = _ESCAPED.sub(rb"\1", raw)
    yield line, raw


def _pieces(file: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Give the file in pieces of bounded size, and say of each whether a message begins with it."""
    held, begins, tail = b"", True, b"\n\n"
    while True:
        block = file.read(_BLOCK)
        data = held + block
        # The last bytes wait for the next block, since a separator may be cut in two at its end.
        sure = len(data) - _LONGEST_LINE if block else len(data)
        at = 0
        for cut in _cuts(tail, data, sure):
            if cut > at:
                yield data[at:cut], begins
                begins = False
            at, begins = cut, True
        end = max(sure, at)
        if end > at:
            yield data[at:end], begins
            begins = False
        if not block:
            return
        tail = (tail + data[max(0, end - 3) : end])[-3:]
        held = data[end:]


def _cuts(tail: bytes, data: bytes, sure: int) -> Iterator[int]:
    """Find where messages begin in the sure part of the data; `tail` is what stood before it."""
    whole = tail + data
    at = whole.find(b"\nFrom ", max(0, len(tail) - 1))
    while at != -1 and (start := at + 1 - len(tail)) < sure:
        before = whole[max(0, at - 2) : at]
        if _begins(whole, at + 1, before.endswith((b"\n", b"\n\r"))):
            yield start
        at = whole.find(b"\nFrom ", at + 1)


def _begins(whole: bytes, at: int, after_empty: bool) -> bool:
    return bool((_LOOSE if after_empty else _STRICT).match(whole, at))
