"""The lines above a mail's text: who, to whom, when and about what, unfolded and decoded."""

import re
from binascii import a2b_base64, a2b_qp
from collections.abc import Mapping
from urllib.parse import unquote_to_bytes

from goodwill.doors.charset import decoded, printable

LONGEST_BLOCK = 262_144
_FIELD = re.compile(rb"^([!-9;-~]{1,80})[ \t]*:((?:[^\n]*)(?:\n[ \t][^\n]*)*)", re.MULTILINE)
_END = re.compile(rb"\n\r?\n|\A\r?\n")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"(?<=\?=)[ \t\r\n]+(?==\?)")
_PARAMETER = re.compile(r';\s*([^\s=;"]{1,60})\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)')
_ESCAPED = re.compile(r"\\(.)")


def split(raw: bytes) -> tuple[bytes, bytes]:
    """Part a message into its header and its body."""
    end = _END.search(raw)
    if end is None:
        return raw, b""
    return raw[: end.start() + 1], raw[end.end() :]


def fields(block: bytes) -> dict[str, bytes]:
    r"""Read the fields of a header by lower-case name; where one stands twice, the first counts.

    >>> fields(b"From: a@b.example\nSubject: one\n two\n")["subject"]
    b'one two'
    """
    found: dict[str, bytes] = {}
    for field in _FIELD.finditer(block[:LONGEST_BLOCK]):
        name = field[1].decode("ascii").lower()
        if name not in found:
            found[name] = field[2].replace(b"\r", b"").replace(b"\n", b"").strip()
    return found


def text(value: bytes) -> str:
    """Decode a field with its encoded words.

    >>> text(b"=?utf-8?q?S=C3=B8?= =?utf-8?b?cmVu?= Holm")
    'Søren Holm'
    """
    return words(decoded(value[:65_536])[0])


def words(value: str) -> str:
    """Decode the encoded words of a text; one that cannot be decoded stays as it is."""
    if "=?" in value:
        value = _WORD.sub(_word, _together(value))
    return " ".join(printable(value).split())


def _together(value: str) -> str:
    """Join neighbours of one charset, since senders cut a character in two between them."""
    joined: list[tuple[str, str, str]] = []
    out, at = "", 0
    for match in _WORD.finditer(value := _BETWEEN_WORDS.sub("", value)):
        same = joined and match.start() == at and joined[-1][:2] == (match[1].lower(), match[2].lower())
        if same and not joined[-1][2].endswith("="):
            joined[-1] = (*joined[-1][:2], joined[-1][2] + match[3])
        else:
            out += _written(joined) + value[at : match.start()]
            joined = [(match[1].lower(), match[2].lower(), match[3])]
        at = match.end()
    return out + _written(joined) + value[at:]


def _written(joined: list[tuple[str, str, str]]) -> str:
    return "".join(f"=?{charset}?{way}?{data}?=" for charset, way, data in joined)


def _word(match: re.Match[str]) -> str:
    data = match[3].encode("ascii", "replace")
    try:
        plain = a2b_base64(padded(data)) if match[2] in "bB" else a2b_qp(data.replace(b"_", b" "))
    except ValueError:
        return match[0]
    return decoded(plain, match[1].partition("*")[0])[0]


def padded(data: bytes) -> bytes:
    """Give base64 data its missing end, or drop the one character that cannot be decoded."""
    kept = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    if len(kept) % 4 == 1:
        kept = kept[:-1]
    return kept + b"=" * (-len(kept) % 4)


def parameters(value: bytes) -> Mapping[str, str]:
    """Read the parameters behind a field's value, those cut in pieces or percent-encoded too.

    >>> parameters(b"text/plain; charset*=''utf-8; boundary*0=ab; boundary*1=cd")
    {'charset': 'utf-8', 'boundary': 'abcd'}
    """
    found: dict[str, str] = {}
    for match in _PARAMETER.finditer(decoded(value[:8192])[0]):
        name, star, rest = match[1].lower().partition("*")
        plain = _ESCAPED.sub(r"\1", match[2][1:-1]) if match[2].startswith('"') else match[2]
        if match[1].endswith("*"):
            plain = _unquoted(plain)
        if star and rest.rstrip("*").isdecimal():
            found[name] = found.get(name, "") + plain
        else:
            found.setdefault(name, plain)
    return found


def _unquoted(value: str) -> str:
    charset, quote, rest = value.partition("'")
    rest = rest.partition("'")[2] if quote else value
    return decoded(unquote_to_bytes(rest), charset if quote else "")[0]
