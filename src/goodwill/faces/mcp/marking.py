"""Which fields of an answer hold words from the book, and from which entries: an assistant must follow none of them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from goodwill.brief.wording.drafts import DRAFTS
from goodwill.case.case import Case
from goodwill.case.parties import ME
from goodwill.case.thread import DRAFT
from goodwill.codebook.stance import SEVERITIES, SHELVES, STANCES
from goodwill.ledger.entry import Entry
from goodwill.ledger.kinds import KINDS
from goodwill.ledger.source import Source
from goodwill.strategies.roster import ROSTER

MOST_ORIGINS = 12
OWN_FIELDS = frozenset({"guard"})
OPEN_FIELDS = frozenset({"terms", "evidence"})
_STATES = ("enough", "thin", "none", "me", "them", "mine", "theirs", "person", "organisation")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@cache
def own() -> frozenset[str]:
    """Give the texts that goodwill itself brings along; every other text may come from the book."""
    rules = (text for r in ROSTER for text in (r.code, r.name, r.told, *r.advice.values()))
    cited = (text for r in ROSTER for one in r.cites for text in (one.source, one.strength))
    words = (draft.purpose for draft in DRAFTS)
    return frozenset((*rules, *cited, *words, *SEVERITIES, *STANCES, *SHELVES.values(), *_STATES, *KINDS))


def marks(told: Any, entries: tuple[str, ...] = (), where: str = "/data") -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Give for each object of a document its fields with words from the book, and the entries those come from.

    >>> list(marks({"says": "six boxes", "code": "E201", "evidence": [{"id": "p1"}]}))
    [{'in': '/data', 'fields': ['says', 'evidence'], 'from': ['p1']}]
    """
    if isinstance(told, dict):
        entries = tuple(dict.fromkeys(_entries(told)))[:MOST_ORIGINS] or entries
        fields = [key for key, value in told.items() if key not in OWN_FIELDS and _imported(key, value)]
        if fields:
            yield {"in": where, "fields": fields, "from": list(entries)}
        parts: Iterable[tuple[Any, Any]] = ((k, v) for k, v in told.items() if k not in OPEN_FIELDS)
    else:
        parts = enumerate(told)
    for key, value in parts:
        if isinstance(value, dict | list):
            yield from marks(value, entries, f"{where}/{key}")


def origins(names: Iterable[str], case: Case) -> Iterator[dict[str, Any]]:
    """Give file, line, day and author of some entries, each once; of a party, those of the first entry about it."""
    about: dict[str, Entry] = {}
    for entry in case.book:
        for party in entry.parties():
            about.setdefault(party, entry)
    for name in dict.fromkeys(names):
        found = case.book.find(name) or about.get(name)
        place = found.source if found else Source()
        yield {
            "id": name,
            "file": place.file or None,
            "line": place.line,
            "day": found.day.isoformat() if found else None,
            "by": (found.get("by") or None) if found else ME if name == DRAFT else None,
        }


def _imported(key: str, value: Any) -> bool:  # noqa: ANN401
    """Say whether a field may hold words from the book: a text that is not goodwill's own, or a list of such."""
    if key in OPEN_FIELDS:
        return bool(value)
    texts = value if isinstance(value, list) else [value]
    return any(isinstance(one, str) and one not in own() and not _DAY.fullmatch(one) for one in texts)


def _entries(told: dict[str, Any]) -> Iterator[str]:
    """Name the entries that an object of a document says it rests on."""
    for one in told.get("evidence") or ():
        yield one["id"] if isinstance(one, dict) else one
    yield from told.get("uses") or ()
    if isinstance(told.get("id"), str):
        yield told["id"]
    for about in (told.get("party"), told.get("with")):
        if isinstance(about, dict) and about["id"]:
            yield about["id"]
