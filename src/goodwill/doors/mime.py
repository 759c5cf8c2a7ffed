"""A mail's parts: which of them is text, and what its bytes say, within bounds of depth, number and size."""

import re
from binascii import a2b_base64, a2b_qp
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goodwill.doors import header
from goodwill.doors.charset import decoded, printable

DEEPEST = 20
MOST_PARTS = 2_000
LONGEST_TEXT = 1_000_000
# Parts within parts are copies: without this a message nested on purpose would take many times its size.
_LONGEST_INNER = 2_000_000
_LINE_END = re.compile(rb"(--)?[ \t]{0,80}(?:\r?\n|\Z)")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a message: its fields, its kind such as `text/plain`, its own parts or its bytes."""

    fields: Mapping[str, bytes]
    kind: str
    parameters: Mapping[str, str]
    body: bytes
    parts: tuple["Part", ...] = ()

    @property
    def attached(self) -> bool:
        """Say whether it is a file sent along, not something the sender wrote in the message."""
        shown = self.fields.get("content-disposition", b"").lower()
        return shown.startswith(b"attachment") or b"filename" in shown

    def text(self, charset: str = "") -> tuple[str, bool]:
        """Give the part as text, and whether something was lost in decoding."""
        read, lossy = decoded(self._plain_bytes(), charset or self.parameters.get("charset", ""))
        return printable(read), lossy

    def _plain_bytes(self) -> bytes:
        way = self.fields.get("content-transfer-encoding", b"").lower().strip()
        data = self.body[: LONGEST_TEXT * 3]
        if way == b"base64":
            data = a2b_base64(header.padded(data))
        elif way == b"quoted-printable":
            data = a2b_qp(data)
        return data if len(data) <= LONGEST_TEXT else data[:LONGEST_TEXT].rpartition(b"\n")[0]


def read(raw: bytes) -> Part:
    """Read a message into its parts; past the bounds a part is kept whole, without looking into it."""
    return _part(raw, 0, iter(range(MOST_PARTS)), "text/plain")


def _part(raw: bytes, depth: int, budget: Iterator[int], otherwise: str) -> Part:
    block, body = header.split(raw if depth < 2 else raw[:_LONGEST_INNER])
    found = header.fields(block)
    declared = found.get("content-type", b"")
    kind = declared.partition(b";")[0].strip().lower().decode("ascii", "replace")
    parameters = header.parameters(declared)
    kind = kind if "/" in kind else otherwise
    parts: tuple[Part, ...] = ()
    if kind.startswith("multipart/") and depth < DEEPEST and (boundary := parameters.get("boundary")):
        inner = "message/rfc822" if kind == "multipart/digest" else "text/plain"
        parts = tuple(
            _part(piece, depth + 1, budget, inner)
            for piece in _pieces(body, boundary)
            if next(budget, None) is not None
        )
    return Part(found, kind, parameters, b"" if parts else body, parts)


def _pieces(body: bytes, boundary: str) -> Iterator[bytes]:
    """Cut a body at its boundary; the end mark may be missing, as in a message that was cut off."""
    mark = b"--" + boundary.encode("utf-8", "replace")[:200]
    start, at = -1, body.find(mark)
    while at != -1:
        after = at + len(mark)
        if (at == 0 or body[at - 1 : at] == b"\n") and (ending := _LINE_END.match(body, after)):
            if start >= 0:
                yield body[start:at].removesuffix(b"\n").removesuffix(b"\r")
            if ending[1]:
                return
            start = ending.end()
        at = body.find(mark, after)
    if start >= 0:
        yield body[start:]
