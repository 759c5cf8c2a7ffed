"""Reads a charter that both sides signed: who with whom, since when, and the days they agreed on."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from pathlib import Path

from goodwill.codebook.charter import CLAUSES, OPENING, SIGNED
from goodwill.doors.charset import named
from goodwill.doors.door import Hints, Ignored, Item, minted
from goodwill.doors.lines import Line, decoded, lines
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid
from goodwill.ledger.party import name_in

_OPENING = re.compile(rf"{OPENING} (.{{1,200}}?) and (.{{1,200}})")
_CLAUSE = re.compile(r"\d{1,2}\. ([A-Z][^.\d]{2,40})\. ")
_SIGNATURE = re.compile(rf"{SIGNED} {{0,20}}([^,]{{1,200}}), on (\d{{4}}-\d\d-\d\d)\b")
_DAYS = re.compile(r"(\d{1,3}) days?\b")
_DAY = re.compile(r"\b(\d{4}-\d\d-\d\d)\b")
_TERMS = {clause.name: clause.term for clause in CLAUSES if clause.term}
_MOST_LINES, _LONGEST = 400, 100_000


class Charter:
    """A text that begins `A charter between ... and ...`, as `goodwill charter` writes it."""

    name = "charter"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether the first line names two who made a charter."""
        first = decoded(head).lstrip("\ufeff \r\n").split("\n", 1)[0]
        return path.suffix.lower() in ("", ".txt", ".md", ".charter") and bool(_OPENING.fullmatch(first.strip()))

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Give the charter as one entry on the day of the later signature; unsigned it is left out, with the reason."""
        read: list[Line] = []
        size = 0
        for line in lines(path, hints.charset):
            if not isinstance(line, Line):
                yield line
                continue
            size += len(line.text)
            if size > _LONGEST or len(read) == _MOST_LINES:
                yield Invalid("longer than a charter can be", named(path), line.number)
                return
            if read or line.text.strip("\ufeff \t"):
                read.append(line)
        if read:
            yield _charter(read, named(path))


def _charter(read: list[Line], file: str) -> Item:
    """Read the lines of one charter, the opening first."""
    opening, first = _OPENING.fullmatch(read[0].text.strip("\ufeff \t")), read[0].number
    signed = [found for line in read if (found := _SIGNATURE.match(line.text.strip()))]
    unsigned = sum(line.text.startswith(SIGNED) for line in read) - len(signed)
    if opening is None or len(signed) < 2:
        return Ignored(f"a charter counts once both have signed it with name and day; {len(signed)} did", file)
    sides = (opening[1].strip(), opening[2].strip())
    days = [_day(found[2]) for found in signed]
    if stranger := next((found[1].strip() for found in signed if not _one_of(found[1], sides)), ""):
        return Invalid(f"signed by {stranger}, who is not one of the two it names", file, first)
    if None in days or unsigned:
        return Invalid("a signature without a day that there is", file, first)
    terms = _terms(read)
    if isinstance(terms, Invalid):
        return Invalid(terms.reason, file, terms.line)
    words = "\n".join(line.text.rstrip() for line in takewhile(lambda line: not line.text.startswith(SIGNED), read))
    values = {"by": sides[0], "to": sides[1], **terms, "src": file, "line": str(first)}
    day = max(day for day in days if day)
    return Entry(day, "charter", minted("charter", str(day), words), values, words.strip("\ufeff \n"))


def _terms(read: list[Line]) -> dict[str, str] | Invalid:
    """Find the days that the clauses set; a clause that was struck out, or its blank left open, sets none."""
    terms: dict[str, str] = {}
    for start, title, text in _clauses(read):
        term = _TERMS.get(title, "")
        if term == "review":
            if (found := _DAY.search(text)) and _day(found[1]) is None:
                return Invalid(f"no such day: {found[1]}", line=start)
            terms |= {term: found[1]} if found else {}
        elif term and (found := _DAYS.search(text)):
            terms[term] = found[1]
    return terms


def _clauses(read: list[Line]) -> Iterator[tuple[int, str, str]]:
    """Give the line, title and text of each numbered clause, which ends at the next, an empty line or a signature."""
    start, title, text = 0, "", ""
    for line in read:
        plain = line.text.strip()
        begun = _CLAUSE.match(plain + " ")
        if text and (begun or not plain or plain.startswith(SIGNED)):
            yield start, title, text
            text = ""
        if begun:
            start, title, text = line.number, begun[1], plain + " "
        elif text:
            text += plain + " "
    if text:
        yield start, title, text


def _one_of(name: str, sides: tuple[str, str]) -> bool:
    """Say whether a signature shares a word with one of the names above."""
    words = {word for side in sides for word in name_in(side).casefold().split()}
    return bool(words & set(name_in(name.strip()).casefold().split()))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
