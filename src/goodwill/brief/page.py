"""A brief laid out as a page of sections, the same for terminal, Markdown and browser."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from goodwill.brief.brief import Brief, Owed, Promptness
from goodwill.brief.fairness import fairness_lines
from goodwill.brief.lateness import Lateness
from goodwill.brief.line import Line
from goodwill.case.quoting import counted, quoted
from goodwill.case.standing import Estimate, Standing
from goodwill.codebook.trust import FACETS
from goodwill.findings.finding import Exhibit, Finding
from goodwill.findings.select import MOST_SHOWN
from goodwill.findings.words import spoken, spoken_days

WORDS = "words"
MARKS = {"warning": "!", "advice": "*", "info": "-"}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; `aside` stands at the right of the heading. `name` is for a face that adds to it."""

    title: str
    lines: tuple[Line, ...]
    aside: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A title, an aside, and the sections that have something to say."""

    title: str
    aside: str
    sections: tuple[Section, ...]


def page(brief: Brief) -> Page:
    """Lay a brief out; a section without lines is left out."""
    name = brief.party.name
    made = (
        Section(f"How far you may trust {name}", _standing(brief.standing, brief.promptness, brief)),
        Section(f"How far {name} may trust you", _standing(brief.mirror, brief.my_promptness, brief)),
        Section("What stands out", tuple(_findings(brief)), _more(brief)),
        Section("Fairness", tuple(fairness_lines(brief.fairness, name))),
        Section("You owe", tuple(owed_line(item, brief.as_of) for item in brief.owed_by_me)),
        Section(f"{name} owes", tuple(owed_line(item, brief.as_of) for item in brief.owed_by_them)),
        Section("Next", tuple(Line(s.what, f"by {_day(s.by, brief)}", notes=(_why(s.why),)) for s in brief.next)),
        Section("Words you could use", tuple(Line(w.text, w.purpose) for w in brief.say), name=WORDS),
        Section("What would change this", tuple(_change(c.condition, c.result, brief) for c in brief.would_change)),
        Section("Not enough to say", tuple(_missing(brief))),
        Section("To settle", tuple(_open_questions(brief))),
    )
    facts = counted(brief.entries, "entry")
    since = f", since {spoken(brief.since)}" if brief.since else ""
    return Page(name, f"as of {spoken(brief.as_of)} · {facts}{since}", tuple(s for s in made if s.lines))


def _standing(standing: Standing, prompt: Promptness | None, brief: Brief) -> tuple[Line, ...]:
    told = () if prompt is None else (Line(_prompt(prompt, brief)),)
    return standing_lines(standing, brief.as_of) + told


def standing_lines(standing: Standing, today: date) -> tuple[Line, ...]:
    """Lay the four facets out, each with its interval, its acts and its newest day; one line where none has any."""
    if silent(standing):
        return (Line("not enough to say: no act on record speaks to any of " + ", ".join(FACETS)),)
    return tuple(_facet(facet, getattr(standing, facet), today) for facet in FACETS)


def silent(standing: Standing) -> bool:
    """Say whether no act on record speaks to any facet."""
    return all(getattr(standing, facet).state == "none" for facet in FACETS)


def _missing(brief: Brief) -> Iterator[Line]:
    """Say what is missing facet by facet, save for a side of which it was said already that there is nothing."""
    said = [whose for whose, of in (("their ", brief.standing), ("your ", brief.mirror)) if silent(of)]
    yield from (Line(spoken_days(t, brief.as_of)) for t in brief.not_enough if not t.startswith(tuple(said)))


def _facet(facet: str, estimate: Estimate, today: date) -> Line:
    if estimate.state == "none":
        return Line("not enough to say", facet)
    acts = counted(len(estimate.evidence), "act")
    newest = f", newest {spoken_days(str(estimate.newest), today)}" if estimate.newest else ""
    thin = ", thin" if estimate.state == "thin" else ""
    text = f"{estimate.mean:.2f}  ({estimate.low:.2f} to {estimate.high:.2f})  {acts}{newest}{thin}"
    return Line(text, facet, scale=estimate)


def _prompt(prompt: Promptness, brief: Brief) -> str:
    late = f"{prompt.late} of {prompt.n} dated items late"
    last = f", last on {_day(prompt.last_late, brief)}" if prompt.last_late else ""
    days = None if prompt.usually_pays_in is None else counted(round(prompt.usually_pays_in), "day")
    usual = f"; usually pays {days} after the invoice" if days else ""
    band = (
        f"; {prompt.band:.0f} of 100 by money and days late (80 = paid on the day)" if prompt.band is not None else ""
    )
    return late + last + usual + band


def _findings(brief: Brief) -> Iterator[Line]:
    """Show the findings; more than two of one rule and side are counted under the first, unless all were asked for."""
    most_alike = 2 if len(brief.findings) <= MOST_SHOWN else len(brief.findings)
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in brief.findings:
        groups.setdefault((finding.code, finding.by), []).append(finding)
    for group in groups.values():
        if len(group) <= most_alike:
            yield from (_finding(finding, brief) for finding in group)
        else:
            line = _finding(group[0], brief)
            yield replace(line, notes=(*line.notes, f"and {len(group) - 1} more like it"))


def _finding(finding: Finding, brief: Brief) -> Line:
    return finding_line(finding, brief.party.name, brief.as_of)


def finding_line(finding: Finding, name: str, today: date, join: str = "") -> Line:
    """Lay one finding out: mark, code and side, the fact, and what shows it; `join` names the other side after you."""
    mark = "+" if finding.stance == "strength" else MARKS[finding.severity]
    shown = tuple(_exhibit(exhibit) for exhibit in finding.evidence[:2])
    hidden = len(finding.evidence) - 2
    notes = [*shown, *([f"and {counted(hidden, 'more entry')}"] if hidden > 0 else [])]
    if finding.contested:
        notes.append("contested: see the contest before you rely on it")
    who = "you" if finding.by == "me" else name
    if finding.by == "me" and join:
        who = f"you, {join} {name}"
    cites = tuple(exhibit.id for exhibit in finding.evidence[: len(shown)])
    text = spoken_days(finding.says, today)
    return Line(text, f"{finding.code} {who}", mark, tuple(notes), code=finding.code, cites=cites)


def _exhibit(exhibit: Exhibit) -> str:
    place = exhibit.source.file + (f":{exhibit.source.line}" if exhibit.source.line else "")
    words = quoted(exhibit.words, most=90) if exhibit.words else exhibit.id
    return f"{words}, {spoken(exhibit.day)}" + (f" ({place})" if place else "")


def _more(brief: Brief) -> str:
    return f"{len(brief.findings)} of {len(brief.findings) + brief.more} shown" if brief.more else ""


def owed_line(item: Owed, today: date, who: str = "") -> Line:
    """Lay one open item out: what, by when, how late, or how likely to come late."""
    due = f"due {spoken_days(str(item.due), today)}" if item.due else "no day named"
    late = f", {counted(item.late, 'day')} late" if item.late else ""
    chance = _chance(item.expected) if item.expected and not item.late else ""
    read = "" if item.confirmed else " (read by machine, not yet confirmed)"
    promised = quoted(item.what) if item.what.strip() else "a promise without words"
    what = spoken_days(item.what, today) if item.kind == "invoice" else promised
    whose = f"{who}: " if who else ""
    text = f"{whose}{what}: {due}{late}{chance}{read}"
    done = item.said_done
    if done is None:
        return Line(text, mark="!" if item.late else "", cites=(item.id,))
    kept = f"; if it was kept then: goodwill record kept of={item.id} --as-of {done.day}" if item.confirmed else ""
    note = f"{spoken(done.day)}: {quoted(done.words)}{kept}"
    return Line(text, mark="!" if item.late else "", notes=(note,), cites=(done.id,))


def _chance(told: Lateness) -> str:
    """Say the chance of lateness with its interval; with no record of this pair, say that instead.

    Where the chance is certain, nothing is foretold: the day was moved after it had passed, and that is said.
    """
    if told.low >= 1:
        return ", moved after its day"
    if told.state == "none":
        return ", nothing of this sort on record to say whether it comes late"
    days = f", then by about {counted(round(told.days[1]), 'day')} in one case of five" if told.days[1] >= 1 else ""
    return f", {told.p_late:.0%} likely to come late ({told.low:.0%} to {told.high:.0%}){days}"


def _why(codes: tuple[str, ...]) -> str:
    return f"because of {', '.join(codes)}"


def _change(condition: str, result: str, brief: Brief) -> Line:
    return Line(spoken_days(f"If {condition}: {result}.", brief.as_of))


def _open_questions(brief: Brief) -> Iterator[Line]:
    yield from (Line(question) for question in brief.questions)
    if brief.unconfirmed:
        some = counted(brief.unconfirmed, "reading")
        yield Line(f"{some} of messages may matter and wait for your word: goodwill confirm")
    if brief.guard:
        yield Line(brief.guard)


def _day(day: date, brief: Brief) -> str:
    return spoken_days(day.isoformat(), brief.as_of)
