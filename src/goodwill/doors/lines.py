"""Reads a text file line by line, whatever its encoding, without ever holding more than one line of it."""

import codecs
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from goodwill.doors.door import Ignored
from goodwill.ledger.notation import Invalid

LONGEST = 1_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Line(NamedTuple):
    """One line of a file: its 1-based number and its text without the end of line."""

    number: int
    text: str


def sound(text: str) -> str:
    r"""Replace what no file can hold: a lone half of a surrogate pair becomes a question mark.

    >>> sound("a\ud800b")
    'a?b'
    """
    return text.encode("utf-8", "replace").decode("utf-8")


def marked(head: bytes) -> str:
    """Name the encoding a file announces by its first bytes, or the empty text."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), "")


def decoded(head: bytes, charset: str = "") -> str:
    """Decode the head of a file as well as can be; for looking, never for keeping."""
    told = charset or marked(head)
    try:
        if told:
            return head.decode(told, "replace")
        return codecs.getincrementaldecoder("utf-8")().decode(head)
    except (LookupError, ValueError):
        return head.decode("cp1252", "replace")


def lines(path: Path, charset: str = "") -> Iterator[Line | Invalid | Ignored]:
    """Read the lines of a file; a line too long is a reject, a change of encoding a note, both in their place."""
    try:
        with path.open("rb") as file:
            told = charset or marked(file.read(4))
            file.seek(0)
            yield from _told(file, path.name, told) if told else _untold(file, path.name)
    except OSError as error:
        yield Invalid(f"cannot be read: {error.strerror or error}", path.name)


def _told(file: BinaryIO, name: str, charset: str) -> Iterator[Line | Invalid]:
    """Read a file whose encoding is known, bad bytes replaced."""
    try:
        reader = io.TextIOWrapper(file, charset, "replace", newline="\n")
        number = 0
        while text := reader.readline(LONGEST):
            number += 1
            if len(text) >= LONGEST and not text.endswith("\n"):
                yield _too_long(name, number)
                while text and not text.endswith("\n"):
                    text = reader.readline(LONGEST)
                continue
            yield Line(number, text.rstrip("\n").removesuffix("\r"))
    except (LookupError, ValueError):
        yield Invalid(f"cannot be read as {charset[:40]}", name)


def _untold(file: BinaryIO, name: str) -> Iterator[Line | Invalid | Ignored]:
    """Read a file that is UTF-8 line by line; a line that is not is read as Windows-1252, and that is said once."""
    number, noted = 0, False
    while raw := file.readline(LONGEST):
        number += 1
        if len(raw) >= LONGEST and not raw.endswith(b"\n"):
            yield _too_long(name, number)
            while raw and not raw.endswith(b"\n"):
                raw = file.readline(LONGEST)
            continue
        raw = raw.rstrip(b"\n").removesuffix(b"\r")
        try:
            yield Line(number, raw.decode("utf-8"))
        except UnicodeDecodeError:
            if not noted:
                yield Ignored("not UTF-8; such lines are read as Windows-1252", name, number)
            noted = True
            yield Line(number, raw.decode("cp1252", "replace"))


def _too_long(name: str, number: int) -> Invalid:
    return Invalid(f"line is longer than {LONGEST:,} characters", name, number)
