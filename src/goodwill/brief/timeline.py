"""What passed between two sides, newest first, as lines by month and as data."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from goodwill.brief.line import Line
from goodwill.brief.page import Page, Section
from goodwill.case.case import Case
from goodwill.case.parties import ME
from goodwill.case.quoting import counted, quoted
from goodwill.findings.words import described, spoken
from goodwill.ledger.entry import Entry

LONGEST = 200


def passed(case: Case) -> tuple[Entry, ...]:
    """Give what was said and done, newest first, without a machine's readings of it."""
    return tuple(reversed([entry for entry in case.book if entry.kind not in ("reading", "party")]))


def timeline_page(case: Case, most: int, skip: int = 0) -> Page:
    """Lay the acts of a case out by month, newest first: at most `most` of them, after the first `skip`."""
    every = passed(case)
    shown = every[skip : skip + most]
    months = groupby(shown, key=lambda entry: f"{entry.day:%B} {entry.day.year}")
    sections = tuple(Section(month, tuple(entry_lines(case, entries))) for month, entries in months)
    aside = f"as of {spoken(case.today)} · {len(shown)} of {counted(len(every), 'entry')}"
    return Page(case.name(case.party) if case.party else "Timeline", aside, sections)


def entry_lines(case: Case, entries: Iterable[Entry]) -> Iterator[Line]:
    """Give each entry as one line: its day and kind, who acted, and the words or what is told of it."""
    for entry in entries:
        words = quoted(entry.words, most=LONGEST) if entry.words.strip() else described(entry)
        who = actor(case, entry)
        yield Line(f"{who}: {words}" if who else words, f"{spoken(entry.day)}, {entry.kind}", cites=(entry.id,))


def actor(case: Case, entry: Entry) -> str:
    """Name who acted: you, a counterparty by name, or nobody in particular."""
    ident = case.who.resolve(entry.get("by")) if entry.get("by") else ""
    return "you" if ident == ME else case.name(ident) if ident else ""


def others(case: Case, entry: Entry) -> tuple[tuple[str, str], ...]:
    """Give everyone an entry speaks of besides the user: id and name of each."""
    named = dict.fromkeys(case.who.resolve(mention) for mention in entry.parties())
    return tuple((ident, case.name(ident)) for ident in named if ident != ME)


def entry_document(entry: Entry) -> dict[str, Any]:
    """Give an entry as data: its day, kind and id, what was said of it, its words, and where it came from."""
    values = {key: value for key, value in entry.values.items() if key not in ("src", "line", "span", "recorded")}
    return {
        "id": entry.id,
        "day": entry.day.isoformat(),
        "time": entry.time or None,
        "kind": entry.kind,
        "values": values,
        "words": entry.words,
        "recorded": entry.get("recorded") or None,
        "source": asdict(entry.source),
    }
