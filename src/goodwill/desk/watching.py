"""What worsened since the last look: risks that were not there then, at most three a day, each said once."""

import json
from dataclasses import dataclass
from datetime import date, timedelta

from goodwill.brief.brief import Owed
from goodwill.brief.lateness import lateness_in
from goodwill.brief.owed import owed
from goodwill.case.case import Case
from goodwill.desk.open_book import OpenBook
from goodwill.findings.finding import Finding
from goodwill.findings.run import run
from goodwill.findings.select import select
from goodwill.store.journal import Journal
from goodwill.strategies.roster import ROSTER

MOST_NUDGES = 3
DAYS_BACK = 7
MOST_REMEMBERED = 2000
_MARK = "watch"


@dataclass(frozen=True, slots=True)
class Watched:
    """The new risks, since which day they are new, how many were held back, and everything open by counterparty."""

    since: date
    nudges: tuple[Finding, ...]
    held_back: int
    names: dict[str, str]
    due: tuple[tuple[str, Owed], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """What the book remembers of looks: the last day, how many nudges were given on it, which, and which wait."""

    last: date | None
    given: int
    said: tuple[str, ...]
    held: tuple[str, ...] = ()


def watched(opened: OpenBook, today: date, *, keep: bool) -> Watched:
    """Say what worsened since the last look, and what is open; with `keep`, remember that somebody looked."""
    look = last_look(opened.journal)
    day = since(look, today)
    now, then = opened.case(today), opened.case(day)
    new = worsened(now, then, look)
    said = allowed(new, look, today)
    if keep:
        remember(opened.journal, look, new, len(said), today)
    names = {finding.about: now.name(finding.about) for finding in said}
    return Watched(day, said, len(new) - len(said), names, everything_due(now))


def last_look(journal: Journal) -> Look:
    """Read the last look from the book."""
    kept = json.loads(journal.get_mark(_MARK) or "{}")
    last = date.fromisoformat(kept["last"]) if "last" in kept else None
    return Look(last, int(kept.get("given", 0)), tuple(kept.get("said", ())), tuple(kept.get("held", ())))


def worsened(now: Case, then: Case, look: Look) -> tuple[Finding, ...]:
    """Give the risks of today that were not there at the last look, or were held back then, and have not been said."""
    new: list[Finding] = []
    for party in now.counterparties:
        before = {key(f) for f in run(ROSTER, then.among(party))} if party in then.counterparties else set()
        before -= set(look.held)
        told = (f for f in run(ROSTER, now.among(party)) if f.stance == "risk" and f.severity != "info")
        new += [f for f in told if key(f) not in before and key(f) not in look.said]
    return select(new, len(new)).shown


def key(finding: Finding) -> str:
    """Name a finding so that it is said once: a pattern by its rule and side, a single act by its entry."""
    single = finding.evidence[0].id if len(finding.evidence) == 1 else ""
    return f"{finding.code}/{finding.by}/{finding.about}/{single}"


def allowed(found: tuple[Finding, ...], look: Look, today: date) -> tuple[Finding, ...]:
    """Cut to what may still be said today."""
    return found[: max(0, MOST_NUDGES - _given(look, today))]


def _given(look: Look, today: date) -> int:
    """Count what was said on the last day that somebody looked; an earlier day than that has no nudges of its own."""
    return look.given if look.last is not None and today <= look.last else 0


def remember(journal: Journal, look: Look, found: tuple[Finding, ...], said: int, today: date) -> None:
    """Keep with the book that somebody looked today, what was said (the first of what was found) and what waits."""
    names = [key(finding) for finding in found]
    kept = {
        "last": max(today, look.last or today).isoformat(),
        "given": _given(look, today) + said,
        "said": [*look.said, *names[:said]][-MOST_REMEMBERED:],
        "held": names[said:][:MOST_REMEMBERED],
    }
    journal.set_mark(_MARK, json.dumps(kept))


def since(look: Look, today: date) -> date:
    """Give the day to compare with: the last look, else a week ago."""
    return look.last if look.last and look.last < today else today - timedelta(days=DAYS_BACK)


def everything_due(now: Case) -> tuple[tuple[str, Owed], ...]:
    """List what is open with everybody, soonest first: whose it is with each item."""
    items: list[tuple[str, Owed]] = []
    cases = tuple(map(now.among, now.counterparties))
    for narrowed, expected in zip(cases, lateness_in(cases), strict=True):
        name = now.name(narrowed.party)
        items += [(f"you to {name}", item) for item in owed(narrowed, now.me, expected)]
        items += [(f"{name} to you", item) for item in owed(narrowed, narrowed.party, expected)]
    dated = [(who, item) for who, item in items if item.due is not None]
    return tuple(sorted(dated, key=lambda pair: (pair[1].due, pair[0], pair[1].id)))
