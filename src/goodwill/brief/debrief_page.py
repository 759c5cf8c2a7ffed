"""A debrief laid out as a page, and as data."""

from collections.abc import Iterator
from dataclasses import asdict, replace

from goodwill.brief.debriefing import Debrief, Given, Kind, Quote
from goodwill.brief.document import Document
from goodwill.brief.heard import Raised
from goodwill.brief.line import Line
from goodwill.brief.page import Page, Section
from goodwill.case.quoting import counted

MOST = 12
LABELLED = ("cost", "benefit", "limit", "goodwill")
BLANKS = 'About "{words}": it costs me ______; it gives you ______; I can do it until ______; I do it because ______.'


def debrief_page(told: Debrief, title: str, *, whole: bool = False) -> Page:
    """Lay a debrief out: what cannot be said first, then who was heard, what was given, and what to do next.

    Of a long talk each section shows its first dozen, concerns left open before the others, unless it is asked whole.
    """
    raised = told.raised if whole else sorted(told.raised, key=lambda r: r.state != "left open")
    made = (
        Section("Not certain", tuple(Line(text) for text in told.uncertain)),
        Section("Who spoke", tuple(Line(_share(told, n)) for n in range(len(told.shares)))),
        Section("Concerns and what became of them", tuple(_raised(r) for r in raised)),
        Section("Said back", tuple(_quoted(q) for q in told.restated)),
        Section("Given", tuple(_given(given) for given in told.given)),
        Section("Heard, to confirm before it counts", tuple(_quoted(q, move) for move, q in told.heard)),
        Section("In kind", tuple(_in_kind(told))),
        Section("Next", tuple(Line(f"{n}. {text}") for n, text in enumerate(told.next, 1))),
    )
    turns = sum(share.turns for share in told.shares)
    aside = f"{turns} turns · read by machine; a pattern explains a talk, it forecasts nothing"
    shown = (section if whole else _cut(section) for section in made)
    return Page(f"Debrief: {title}", aside, tuple(section for section in shown if section.lines))


def _cut(section: Section) -> Section:
    """Keep the first dozen lines of a section, and say of how many."""
    lines = section.lines
    if len(lines) <= MOST:
        return section
    return replace(section, lines=lines[:MOST], aside=f"{MOST} of {len(lines)} shown")


def _share(told: Debrief, n: int) -> str:
    share = told.shares[n]
    spoke = f"{share.by}: {share.share:.0%} of the words in {counted(share.turns, 'turn')}"
    return f"{spoke}, {counted(share.questions, 'question')}"


def _raised(raised: Raised) -> Line:
    mark = "!" if raised.state == "left open" else ""
    notes = (f'"{raised.answer}"',) if raised.answer else ()
    return Line(f'"{raised.words}": {raised.state}', _who(raised.by, raised.at), mark, notes)


def _given(given: Given) -> Line:
    words = given.quote.words
    missing = [part for part in LABELLED if part not in given.labels]
    text = f'"{words}": ' + (f"{', '.join(given.labels)} said" if given.labels else "never named as a concession")
    notes = (BLANKS.format(words=words),) if len(missing) == len(LABELLED) else ()
    return Line(text, _who(given.quote.by, given.quote.at), "" if given.labels else "*", notes)


def _quoted(quote: Quote, move: str = "") -> Line:
    return Line(f'{move + ": " if move else ""}"{quote.words}"', _who(quote.by, quote.at), "-")


def _who(by: str, at: str) -> str:
    return f"{by}, {at}" if at else by


def _in_kind(told: Debrief) -> Iterator[Line]:
    for cycle in told.cycles:
        kind = "friendly" if cycle.family == "virtuous" else "defensive"
        began = cycle.began
        mark = "+" if cycle.family == "virtuous" else "!"
        yield Line(f'{cycle.turns} {kind} turns in a row, from "{began.words}"', _who(began.by, began.at), mark)
    for kind_of in told.reciprocity:
        yield Line(_mirrored(kind_of))


def _mirrored(kind: Kind) -> str:
    sure = f", z {kind.z:.1f}" if kind.z is not None else ""
    return (
        f"{kind.move} after {kind.move}: {kind.naive:+.2f} as counted, {kind.net:+.2f} without what chance gives"
        f"{sure}, over {kind.n} pairs of turns"
    )


def debrief_document(told: Debrief) -> Document:
    """Give a debrief as data."""
    return asdict(told)
