"""Reads a letter typed or scanned into a text file: from the day and the greeting down to the name below it."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from goodwill.doors import days, phrases, signature
from goodwill.doors.charset import named
from goodwill.doors.door import Hints, Ignored, Item, mention, minted
from goodwill.doors.lines import Line, decoded, lines
from goodwill.ledger.entry import Entry
from goodwill.ledger.kinds import LETTER
from goodwill.ledger.notation import Invalid

_LONGEST = 200_000
_HEAD_LINES = 60
_GREETING = re.compile(
    r"(?:dear|sehr geehrte[rs]?|liebe[rs]?|ch(?:e|è)re?|estimad[oa]|querid[oa])\s+([^\d:,!]{2,60}?)\s*[,:!]?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:mrs?|ms|miss|mx|sir|madam|herrn?|frau|monsieur|madame|señora?)\b\.?\s*", re.IGNORECASE)
_DATED = re.compile(
    r"(?:[^\W\d][^\d:]{0,40},\s*|(?:date|datum|fecha)\s*:\s*)?(?:the |den |le )?(?=\d|[^\W\d]{3,9} \d)(.{6,24})",
    re.IGNORECASE,
)


class Letter:
    """A `.txt` or `.md` with a day and, below it, a greeting such as `Dear Ms Weber,` on lines of their own.

    What has no day is most likely a draft, and is left to be checked, not brought.
    """

    name = "letter"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether a greeting stands alone on one of the first lines, and a day above it."""
        if path.suffix.lower() not in (".txt", ".md", ""):
            return False
        texts = [text.strip("\ufeff \t\r") for text in decoded(head).split("\n")]
        return any(map(_day, texts[: _greeting(texts)]))

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read the one letter in the file; without a name below its closing nobody wrote it."""
        texts: list[str] = []
        size = 0
        for line in lines(path, hints.charset):
            if not isinstance(line, Line):
                yield line
                continue
            texts.append(line.text.strip("\ufeff \t"))
            size += len(line.text)
            if size > _LONGEST:
                yield Invalid("longer than a letter can be", path.name, line.number)
                return
        yield from _letter(texts, path)


def _letter(texts: list[str], path: Path) -> Iterator[Item]:
    """Give the letter as one message, from the greeting to the name."""
    at = _greeting(texts)
    written = next(filter(None, map(_day, texts[:at])), None)
    sender = _sender(texts[at:])
    if written is None or not sender:
        yield Invalid("a letter without a " + ("day" if sender else "name below its closing"), path.name)
        return
    if note := _ambiguous(texts[:at]):
        yield Ignored(note, path.name)
    words = signature.unsigned("\n".join(texts[at:]), sender)
    keys = {"by": sender, "to": _receiver(texts, at), "channel": LETTER, "src": named(path), "line": str(at + 1)}
    ident = minted("message", "letter", written.isoformat(), sender.casefold(), words)
    yield Entry(written, "message", ident, {key: value for key, value in keys.items() if value}, words)


def _greeting(texts: list[str]) -> int:
    """Find the line of the greeting; 0 where there is none, so that nothing stands above it."""
    found = (at for at, text in enumerate(texts[:_HEAD_LINES]) if len(text) < 80 and _GREETING.fullmatch(text))
    return next(found, 0)


def _day(text: str) -> date | None:
    """Read a line that is a day and nothing else, but for the place before it."""
    match = _DATED.fullmatch(text)
    return days.day(match[1]) if match else None


def _ambiguous(above: list[str]) -> str:
    """Say that nothing tells which is the day and which the month, where that is so; `5.11.` has the day first."""
    written = next((text for text in above if _day(text)), "")
    match = _DATED.fullmatch(written)
    numbers = days.parts(match[1]) if match and "." not in match[1] else None
    if numbers is None or numbers[0] > 12 or numbers[1] > 12 or numbers[0] == numbers[1]:
        return ""
    return f"nothing tells whether {written} has the day first; taken so"


def _sender(texts: list[str]) -> str:
    """Give the name that stands below the closing."""
    closing = next((at for at, text in reversed(list(enumerate(texts))) if phrases.CLOSER.match(text)), None)
    if closing is None:
        return ""
    below = next((text for text in texts[closing + 1 :] if text), "")
    return mention(below) if signature.is_name(below) else ""


def _receiver(texts: list[str], greeting: int) -> str:
    """Give the whole name of the one greeted, where it stands in the address above.

    `Ms Weber` alone is not given: it names nobody who is known, and most letters one keeps are one's own to read.
    """
    match = _GREETING.fullmatch(texts[greeting])
    surname = _TITLE.sub("", match[1]).split()[-1:] if match else []
    above = (_TITLE.sub("", text) for text in texts[:greeting] if signature.is_name(text))
    whole = (name for name in above if len(name.split()) > 1 and surname == name.split()[-1:])
    return mention(next(whole, ""))
