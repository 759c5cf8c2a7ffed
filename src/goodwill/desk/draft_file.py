"""The bytes of a draft as text, in the charset it was saved in."""

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ONE_IN = 50


def text_of(raw: bytes) -> str:
    r"""Decode a draft: as its first bytes announce, else as UTF-8, else as Windows-1252.

    >>> text_of("J\u00fcrgen".encode("utf-16")), text_of(b"J\xfcrgen"), text_of(b"Ann\xc3")
    ('Jürgen', 'Jürgen', 'Ann')
    """
    told = next((name for mark, name in _MARKS if raw.startswith(mark)), "")
    if told:
        return raw.decode(told, "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(raw)
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def not_writing(text: str) -> bool:
    """Say whether more than one character in fifty is none that anybody writes, as in a picture."""
    return "\x00" in text or sum(c < " " and not c.isspace() for c in text) * _ONE_IN > len(text)
