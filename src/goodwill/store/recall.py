"""Entries read back from the book's own lines: quick where a line is plain, by the full notation where not."""

import re
from datetime import date
from functools import lru_cache
from sys import intern

from goodwill.ledger.entry import Entry
from goodwill.ledger.kinds import KINDS
from goodwill.ledger.notation import Invalid, parse_line

# The shape of nearly every line that the ledger prints: no escape in a quoted value, no letter beyond ASCII in a
# bare one. The rest is read the long way.
_PLAIN = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))? ([^\s|]++) ([^\s|]++)"
    r"((?: [a-z]++=(?:\"[^\"\\]*+\"|[!#-\[\]-{}~][!#-~]*+))*+)"
    r"(?: \| ([^\n\r]*+))?"
)
_ITEM = re.compile(r" ([a-z]++)=(?:\"([^\"]*+)\"|([!#-~]*+))")
_ESCAPE = re.compile(r"\\([nr\\])")
_WORDS = {"n": "\n", "r": "\r", "\\": "\\"}
_day = lru_cache(maxsize=8192)(date.fromisoformat)


def recalled(text: str) -> Entry | Invalid | None:
    """Read one line that the store wrote; the answer is that of `parse_line`, sooner.

    >>> recalled("2026-03-02 thanks t1 by=me to=alan | two crates") == parse_line(
    ...     "2026-03-02 thanks t1 by=me to=alan | two crates")
    True
    """
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        return parse_line(text)
    day, time, kind, name, items, words = plain.groups()
    found = _ITEM.findall(items)
    values = {intern(key): quoted or bare for key, quoted, bare in found}
    try:
        said_on = _day(day)
    except ValueError:
        return parse_line(text)
    if len(values) != len(found) or kind not in KINDS:
        return parse_line(text)
    if words and "\\" in words:
        words = _unescaped(words)
    return Entry(said_on, intern(kind), name, values, words or "", time or "", text)


def _unescaped(words: str) -> str:
    if "\\\\" in words:
        return _ESCAPE.sub(lambda m: _WORDS[m[1]], words)
    return words.replace("\\n", "\n").replace("\\r", "\r")
