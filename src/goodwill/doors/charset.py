"""Bytes as text, whatever charset they claim: the claim is tried, and a loss is said, never hidden."""

import codecs
import re
from functools import lru_cache
from pathlib import Path

# These are text to the codecs module but carry other things (code escapes, host names) or cost too much.
_REFUSED = frozenset({"idna", "punycode", "undefined", "mbcs", "oem", "unicode_escape", "raw_unicode_escape"})
# Senders that claim one of these often send UTF-8, which a wrong claim cannot be mistaken for.
_OFTEN_WRONG = ("ascii", "latin", "iso8859", "cp125", "utf-8")
# Spaces and marks of writing direction are kept as they came; the screen makes them visible.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff]+")


def decoded(data: bytes, claimed: str = "") -> tuple[str, bool]:
    r"""Give bytes as text, and whether something was lost on the way.

    >>> decoded("café".encode(), "iso-8859-1"), decoded(b"caf\xe9"), decoded(b"\x81", "no-such-charset")
    (('café', False), ('café', False), ('\ufffd', True))
    """
    name = _codec(claimed[:40])
    for attempt in ("utf-8", name) if name.startswith(_OFTEN_WRONG) else (name, "utf-8"):
        try:
            return data.decode(_wider(attempt)), False
        except (UnicodeError, LookupError, ValueError, OverflowError):
            continue
    return _nearly(data)


def _nearly(data: bytes) -> tuple[str, bool]:
    """Read bytes that fit nothing: as damaged UTF-8 where most of it is sound, else as Windows text."""
    damaged = data.decode("utf-8", "replace")
    lost = damaged.count("\ufffd")
    if lost * 2 < sum(c > "\x7f" for c in damaged):
        return damaged, True
    text = data.decode("cp1252", "replace")
    return text, "\ufffd" in text


def printable(text: str) -> str:
    r"""Give text without control characters and lone surrogates; line ends become `\n`.

    >>> printable("a\x00b\r\nc\ud800")
    'ab\nc'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)


def named(path: Path) -> str:
    """Give a file's name as it can be written in the book; bytes that are no text become `?`."""
    return printable(path.name.encode("utf-8", "replace").decode("utf-8")) or "?"


@lru_cache(256)
def _codec(claimed: str) -> str:
    try:
        name = codecs.lookup(claimed.strip().strip("\"'")).name
    except (LookupError, ValueError, UnicodeError):
        return "utf-8"
    return "utf-8" if name in _REFUSED else name


def _wider(name: str) -> str:
    """Read Latin-1 as its superset of Windows, as every mail program does: the dashes and quotes are there."""
    return "cp1252" if name == "iso8859-1" else name
