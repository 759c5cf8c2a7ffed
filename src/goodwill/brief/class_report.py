"""Many conversations looked back on together: a few lines for each, and what stands in how many of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from goodwill.brief.debrief_page import debrief_document
from goodwill.brief.debriefing import Cycle, Debrief
from goodwill.brief.document import Document
from goodwill.brief.line import Line
from goodwill.brief.page import Page, Section
from goodwill.case.quoting import counted

STATES = ("restated", "acknowledged", "answered", "left open")


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation: what it is called, and what was heard in it."""

    title: str
    told: Debrief


def class_page(talks: Sequence[Talk]) -> Page:
    """Lay many debriefs out: what is common to them, then each in a few lines."""
    made = (
        Section("In how many", tuple(Line(text) for text in together(talks))),
        Section("Each talk", tuple(_line(talk) for talk in talks)),
        Section("Where a defensive run began", tuple(_began(talks))),
    )
    aside = "read by machine; it counts what was said, and marks and ranks nobody"
    return Page(f"Debrief of {counted(len(talks), 'talk')}", aside, tuple(s for s in made if s.lines))


def together(talks: Sequence[Talk]) -> tuple[str, ...]:
    """Say in how many talks something was heard; what was heard in none is left out."""
    seen: tuple[tuple[str, Callable[[Debrief], bool]], ...] = (
        ("a concern was raised", lambda t: bool(t.raised)),
        ("a concern was said back to whoever raised it", lambda t: any(r.state == "restated" for r in t.raised)),
        ("a concern was left open", lambda t: any(r.state == "left open" for r in t.raised)),
        ("a concession was never named as one", lambda t: any(not g.labels for g in t.given)),
        ("three or more turns in a row were defensive", lambda t: bool(_defensive(t))),
        ("one speaker asked nothing", lambda t: any(not s.questions and s.turns > 2 for s in t.shares)),
        ("there was little to go on, or more than two spoke", lambda t: bool(t.uncertain)),
    )
    counts = [(text, sum(holds(talk.told) for talk in talks)) for text, holds in seen]
    return tuple(f"{text}: {n} of {len(talks)}" for text, n in counts if n)


def _line(talk: Talk) -> Line:
    told = talk.told
    shares = " : ".join(f"{share.by} {share.share:.0%}" for share in told.shares[:4])
    given = sum(not one.labels for one in told.given)
    notes = [f"words {shares}; {counted(sum(share.turns for share in told.shares), 'turn')}"]
    if told.raised:
        states = [(state, sum(r.state == state for r in told.raised)) for state in STATES]
        notes.append("concerns: " + ", ".join(f"{n} {state}" for state, n in states if n))
    if told.given:
        notes.append(f"{counted(len(told.given), 'concession')}, {given} never named as one")
    first_open = next((r for r in told.raised if r.state == "left open"), None)
    if first_open:
        notes.append(f'left open: "{first_open.words}" ({first_open.by}, {first_open.at})')
    mark = "!" if _defensive(told) else "*" if first_open else ""
    return Line(talk.title, mark=mark, notes=tuple(notes))


def _defensive(told: Debrief) -> tuple[Cycle, ...]:
    return tuple(cycle for cycle in told.cycles if cycle.family == "vicious")


def _began(talks: Sequence[Talk]) -> Iterator[Line]:
    for talk in talks:
        for cycle in _defensive(talk.told):
            text = f'{talk.title}: {cycle.turns} turns, from "{cycle.began.words}"'
            yield Line(text, f"{cycle.began.by}, {cycle.began.at}", "!")


def class_document(talks: Sequence[Talk]) -> Document:
    """Give many debriefs as data."""
    return {
        "together": list(together(talks)),
        "talks": [{"title": talk.title, **debrief_document(talk.told)} for talk in talks],
    }
