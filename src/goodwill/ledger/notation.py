"""The ledger as text: one entry a line, readable by a person, parsed and printed without loss."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault

LONGEST_LINE = 1_000_000
_HEAD = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?[ \t]+([^ \t|]+)[ \t]+([^ \t|]+)")
_ITEM = re.compile(r'[ \t]+([A-Za-z_][\w-]*)=("(?:[^"\\]|\\.)*"(?=[ \t]|$)|[^ \t"][^ \t]*|(?=[ \t]|$))')
_WORDS = re.compile(r"[ \t]*\|[ ]?(.*)", re.DOTALL)
_BARE = re.compile(r'[^\s"|\\][^\s]*')
_ESCAPE = re.compile(r"\\([nr\\])")
_PLAIN = {"n": "\n", "r": "\r", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Invalid:
    """A line that could not be taken, and why; the text is kept so that nothing is lost."""

    reason: str
    file: str = ""
    line: int | None = None
    text: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.reason}" if where else self.reason


def parse_line(text: str) -> Entry | Invalid | None:
    r"""Read one line: an entry, the reason why it is none, or None for a blank line or a comment.

    >>> parse_line('2026-03-02 promise p1 by=alan to=me due=2026-03-06 | the crates by Friday').words
    'the crates by Friday'
    >>> parse_line('2026-02-30 promise p1 by=alan').reason
    'no such day: 2026-02-30'
    """
    if not text.strip() or text.startswith(";"):
        return None
    read = _read(text)
    if isinstance(read, str):
        return Invalid(read, text=text[:2000])
    reason = fault(read)
    return Invalid(reason, text=text[:2000]) if reason else read


def _read(text: str) -> Entry | str:
    """Take a line apart: an entry not yet checked, or the reason why it cannot be read."""
    if len(text) > LONGEST_LINE:
        return f"line is longer than {LONGEST_LINE:,} characters"
    head = _HEAD.match(text)
    if head is None:
        return "expected: DAY KIND ID [key=value ...] [| words]"
    day, time, kind, name = head.groups()
    try:
        said_on = date.fromisoformat(day)
    except ValueError:
        return f"no such day: {day}"
    values: dict[str, str] = {}
    at = head.end()
    while item := _ITEM.match(text, at):
        key, token = item.groups()
        if key in values:
            return f"key {key} is given twice"
        value = _decoded(token)
        if value is None:
            return f"value of {key} is not a valid quoted string"
        values[key] = value
        at = item.end()
    return _with_words(text, at, Entry(said_on, kind, name, values, "", time or "", text))


def _with_words(text: str, at: int, entry: Entry) -> Entry | str:
    """Add the words after the bar, or say what stands where keys or the bar should."""
    if not text[at:].strip(" \t"):
        return entry
    rest = _WORDS.match(text, at)
    if rest is None:
        return f"expected key=value or | words at: {text[at : at + 30].strip()}"
    words = _ESCAPE.sub(lambda m: _PLAIN[m[1]], rest[1])
    return Entry(entry.day, entry.kind, entry.id, entry.values, words, entry.time, text)


def _decoded(token: str) -> str | None:
    if not token.startswith('"'):
        return token
    try:
        value: str = json.loads(token, strict=False)
        value.encode("utf-8")
    except ValueError:
        return None
    return value


def _token(value: str) -> str:
    bare = _BARE.fullmatch(value) is not None and value.isprintable()
    return value if bare else json.dumps(value, ensure_ascii=False)


def line(entry: Entry) -> str:
    r"""Print an entry as its line; a line that was read prints as it was written.

    >>> line(Entry(date(2026, 3, 2), "thanks", "t1", {"by": "me", "to": "alan", "for": "two crates"}, "a\nb"))
    '2026-03-02 thanks t1 by=me to=alan for="two crates" | a\\nb'
    """
    if entry.written:
        return entry.written
    moment = f"{entry.day.isoformat()}T{entry.time}" if entry.time else entry.day.isoformat()
    parts = [moment, entry.kind, entry.id, *(f"{k}={_token(v)}" for k, v in entry.values.items())]
    if entry.words:
        words = entry.words.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
        parts.append(f"| {words}")
    return " ".join(parts)


def parse(lines: Iterable[str], file: str = "") -> Iterator[Entry | Invalid]:
    """Read line after line; each bad line becomes a value with its file, number and reason."""
    for number, text in enumerate(lines, 1):
        read = parse_line(text.rstrip("\n").removesuffix("\r"))
        if isinstance(read, Invalid):
            yield Invalid(read.reason, file, number, read.text)
        elif read is not None:
            yield read
