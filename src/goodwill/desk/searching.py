"""A word looked up at the desk: people by any of their names, rules by their pages, entries by their words."""

from dataclasses import dataclass

from goodwill.case.case import Case
from goodwill.findings.rule import Rule
from goodwill.ledger.entry import Entry
from goodwill.strategies.roster import ROSTER

MOST = 30


@dataclass(frozen=True, slots=True)
class Found:
    """What a word was found in: parties with their names, rules, and the newest entries, of `more` in all."""

    parties: tuple[tuple[str, str], ...] = ()
    rules: tuple[Rule, ...] = ()
    entries: tuple[Entry, ...] = ()
    more: int = 0


def search(case: Case, text: str, most: int = MOST) -> Found:
    """Look a text up in a case, without regard to case; an empty one is found nowhere."""
    wanted = " ".join(text.split()).casefold()
    if not wanted:
        return Found()
    people = tuple((p, case.name(p)) for p in case.counterparties if wanted in _names(case, p))
    hits = [e for e in case.book if e.kind not in ("reading", "party") and wanted in e.words.casefold()]
    return Found(people[:most], rules_about(text), tuple(reversed(hits[-most:])), max(0, len(hits) - most))


def rules_about(text: str) -> tuple[Rule, ...]:
    """Give the rules whose code, name or page holds every word of a text; an empty one is held by all."""
    words = text.casefold().split()
    return tuple(r for r in ROSTER if all(w in f"{r.code} {r.name} {r.shelf} {r.page}".casefold() for w in words))


def _names(case: Case, party: str) -> str:
    known = case.who.known.get(party)
    return "\n".join((case.name(party), *(known.mentions if known else ()))).casefold()
