"""The lines of contact cards and calendars: a name, its parameters and a value, long ones folded over several lines."""

import re
from binascii import a2b_qp
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from goodwill.doors.charset import decoded, printable

# A photo is longer, and nobody reads it here.
_LONGEST = 20_000
_NAME = re.compile(r"(?:[\w-]{1,40}\.)?([A-Za-z][\w-]{0,60})")
_PARAMETER = re.compile(r';\s*([\w-]{1,40})(?:\s*=\s*((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*))?')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_COMMA = re.compile(r"(?<!\\)((?:\\\\)*),")
_SEMICOLON = re.compile(r"(?<!\\)((?:\\\\)*);")


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One line put together: upper-case name, parameters by upper-case name, the value as written, its first line."""

    name: str
    parameters: Mapping[str, str]
    value: str
    line: int

    @property
    def text(self) -> str:
        r"""The value with its escapes undone: `\n` is a new line, `\,` a comma."""
        return _plain(self.value)

    def parts(self, separator: str = ";") -> tuple[str, ...]:
        """Give the value cut at semicolons or commas that are not escaped."""
        cut = (_COMMA if separator == "," else _SEMICOLON).sub("\\1\x00", self.value)
        return tuple(_plain(part).strip() for part in cut.split("\x00"))


def content_lines(lines: Iterable[bytes], charset: str = "") -> Iterator[ContentLine]:
    r"""Put folded lines together and take each apart; lines that are none are passed over.

    >>> [c.text for c in content_lines([b"SUMMARY:Coffee\\, then", b"  crates", b"nonsense"])]
    ['Coffee, then crates']
    """
    held, start, soft = bytearray(), 1, False
    for number, line in enumerate(lines, 1):
        if held and (soft or line[:1] in (b" ", b"\t")):
            if len(held) < _LONGEST:
                held += (line if soft else line[1:])[:_LONGEST]
        else:
            yield from _parsed(bytes(held), charset, start)
            held, start = bytearray(line[:_LONGEST]), number
        soft = held[-1:] == b"=" and b"QUOTED-PRINTABLE" in held[:200].upper()
        if soft:
            held = held[:-1]
    yield from _parsed(bytes(held), charset, start)


def _parsed(raw: bytes, charset: str, line: int) -> Iterator[ContentLine]:
    written = printable(decoded(raw.removeprefix(b"\xef\xbb\xbf"), charset)[0])
    name = _NAME.match(written)
    if name is None:
        return
    parameters: dict[str, str] = {}
    at = name.end()
    while found := _PARAMETER.match(written, at):
        key = found[1].upper()
        value = (found[2] or "").replace('"', "")
        # Version 2.1 writes the bare value, `TEL;CELL:`, where later versions write `TYPE=CELL`.
        parameters[key] = value if found[2] is not None else parameters.get(key, "")
        at = found.end()
    if written[at : at + 1] != ":":
        return
    value = written[at + 1 :]
    if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in parameters:
        value = printable(decoded(a2b_qp(raw[raw.find(b":") + 1 :]), parameters.get("CHARSET", charset))[0])
    elif "CHARSET" in parameters:
        value = printable(decoded(raw[raw.find(b":") + 1 :], parameters["CHARSET"])[0])
    yield ContentLine(name[1].upper(), parameters, value, line)


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)
