"""The sender's own words in a mail: what they quote or pass on is taken out, answers between quotes stay."""

import re
from collections.abc import Iterator

from goodwill.doors import phrases

_LONGEST = 400
_DATED = re.compile(r"\d{4}|\d\d?[:.h]\d\d")
_RULE = re.compile(r"\s*_{10,}\s*$")


def own(text: str) -> str:
    r"""Give a mail's text without what is quoted in it.

    >>> own("Friday it is.\n\nOn Mon, 2 Jun 2025 at 05:58, Alan Fields wrote:\n> Which day?\n> Alan")
    'Friday it is.'
    """
    lines = text.split("\n")
    kept = list(_unquoted(lines[: _end(lines)]))
    while kept and (not kept[-1].strip() or _RULE.match(kept[-1])):
        kept.pop()
    return "\n".join(kept)


def _end(lines: list[str]) -> int:
    """Find where the sender stops and an older message begins that carries no quotation marks."""
    for at, line in enumerate(lines):
        if not line or line.startswith(">"):
            continue
        short = line[:_LONGEST]
        if _unmarked_answer(lines, at):
            return at
        if ":" not in short and "--" not in short:
            continue
        if phrases.OLDER.match(short) or phrases.FORWARDED.match(short):
            return at
        if phrases.FROM.match(short) and _is_block(lines[at + 1 : at + 6]):
            return at
    return len(lines)


def _is_block(following: list[str]) -> bool:
    """Say whether the lines after a `From:` make it the head of an older message."""
    short = [line[:_LONGEST] for line in following]
    return any(phrases.SENT.match(line) for line in short) and any(phrases.TO.match(line) for line in short)


def _attribution(lines: list[str], at: int) -> int:
    """Give how many lines from here announce a quotation, as in `On Monday Alan wrote:`, wrapped over three at most."""
    first = lines[at][:_LONGEST].lstrip()
    if first[:3].lower() not in phrases.ATTRIBUTION_STARTS and "schrieb am" not in first:
        return 0
    if not any(line.rstrip().endswith(":") for line in lines[at : at + 3]):
        return 0
    for count in (1, 2, 3):
        if at + count > len(lines) or not lines[at + count - 1].strip():
            return 0
        joined = " ".join(line[:_LONGEST].strip() for line in lines[at : at + count])[:_LONGEST]
        if phrases.ATTRIBUTION.match(joined) and _DATED.search(joined):
            return count
    return 0


def _unmarked_answer(lines: list[str], at: int) -> bool:
    count = _attribution(lines, at)
    return count > 0 and not _quote_follows(lines, at + count)


def _quote_follows(lines: list[str], at: int) -> bool:
    following = (line for line in lines[at : at + 4] if line.strip())
    return next(following, "").lstrip().startswith(">")


def _unquoted(lines: list[str]) -> Iterator[str]:
    """Give the lines that are not quoted nor announce a quotation."""
    skip = 0
    dropped = False
    for at, line in enumerate(lines):
        if skip:
            skip -= 1
        elif line.lstrip(" ").startswith(">"):
            dropped = True
        elif count := _attribution(lines, at):
            skip, dropped = count - 1, True
        elif not (dropped and not line.strip()):
            dropped = False
            yield line
