"""What the sender of a mail wrote: the text part, or the HTML one made plain, without quotations and signatures."""

import re
from dataclasses import dataclass

from goodwill.doors import html_text, quoting, signature
from goodwill.doors.flowed import unflowed
from goodwill.doors.mime import Part

LONGEST_WORDS = 200_000
_CUT = "\n[the rest of this message is not read: it is too long]"
_EMPTY = re.compile(r"\s*(?:.{0,80}\b(?:html|graphical)\b.{0,120})?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a message, and whether characters were lost because its charset was wrong or unknown."""

    words: str
    lossy: bool = False


def written(message: Part, sender: str = "", charset: str = "") -> Written:
    """Give what the sender of a message wrote; the sender's name tells where a signature begins."""
    read = _shown(message, charset)
    whole = "\n\n".join(text for text, _ in read if text.strip())
    words = signature.unsigned(quoting.own(whole), sender)
    if len(words) > LONGEST_WORDS:
        words = words[:LONGEST_WORDS] + _CUT
    return Written(words, any(lossy for _, lossy in read))


def _shown(part: Part, charset: str) -> list[tuple[str, bool]]:
    """Give the texts of a message that its reader sees in it, each with its loss."""
    if part.attached:
        return []
    if part.kind == "multipart/alternative" and part.parts:
        return _alternative(part, charset)
    if part.kind in ("multipart/related", "multipart/signed") and part.parts:
        return _shown(part.parts[0], charset)
    if part.parts:
        return [read for inner in part.parts for read in _shown(inner, charset)]
    if part.kind in ("text/plain", "text/html"):
        return [_leaf(part, charset)]
    return []


def _alternative(part: Part, charset: str) -> list[tuple[str, bool]]:
    """Take the plain one of several versions of a text, or the HTML one where the plain one only points to it."""
    versions = [
        _shown(inner, charset)
        for kind in ("text/plain", "multipart/", "text/html")
        for inner in part.parts
        if inner.kind.startswith(kind)
    ]
    spoken = [version for version in versions if any(text.strip() for text, _ in version)]
    telling = (version for version in spoken if any(not _EMPTY.fullmatch(text[:400]) for text, _ in version))
    return next(telling, spoken[0] if spoken else [])


def _leaf(part: Part, charset: str) -> tuple[str, bool]:
    text, lossy = part.text(charset)
    if part.kind == "text/html":
        return html_text.plain(text), lossy
    if part.parameters.get("format", "").lower() == "flowed":
        text = unflowed(text, part.parameters.get("delsp", "").lower() == "yes")
    return text, lossy
