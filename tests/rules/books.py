"""Plausible books for tests: several parties, most kinds of entry, readings and what people say of them."""

from datetime import date, timedelta

from hypothesis import strategies as st

from goodwill.codebook.moves import MOVES
from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault
from goodwill.ledger.kinds import KINDS
from goodwill.ledger.notation import parse
from pages import Page, pages

FIRST = date(2025, 10, 1)
LAST = 180
PARTIES = ("ilsex", "kaiox", "olafx")
STRANGERS = ("stranger-one", "stranger-two")
SAID = (
    "the crates by Friday",
    "I will pay the deposit of 300",
    "How is the wall holding?",
    "You always let us down.",
    "I don't want to seem distrustful",
    "As it was agreed",
    "",
)
MOVE_NAMES = tuple(move.name for move in MOVES)
TARGETS = {
    "kept": ("promise",),
    "broken": ("promise",),
    "released": ("promise",),
    "renegotiated": ("promise",),
    "payment": ("invoice",),
    "check": ("claim",),
    "reading": ("message",),
    "answer": ("concern",),
    "confirm": ("reading",),
    "dismiss": ("promise", "reading", "claim", "message", "vouch"),
    "contest": ("broken", "breach", "promise", "check"),
    "amend": ("promise", "invoice"),
    "apology": ("breach", "promise"),
    "amends": ("breach",),
    "breach": ("promise",),
    "delivery": ("promise",),
}
CHOICES = {
    "amount": ("40", "300", "9000"),
    "cap": ("300", "3000"),
    "currency": ("EUR", "GBP"),
    "value": ("0.5", "-1", "1"),
    "every": ("week", "month"),
    "limit": ("1/60d", "2/90d"),
    "deal": ("book", "wall"),
    "since": ("2019", "2025-12-01"),
    "parts": ("responsibility,repair", "regret"),
    "minutes": ("5", "60"),
    "issue": ("price", "date"),
    "cost": ("two weekends", "a margin"),
    "benefit": ("a week sooner", "less to store"),
    "goodwill": ("yes", "a gesture"),
    "reason": ("frost", "the other bid covers weekends"),
    "for": ("the crates", "the plan"),
    "nature": ("friend", "family"),
    "terms": ("price=300", "price=120;days=30"),
    "how": ("public register", "call"),
    "digest": ("00ff", "12ab"),
    "notice": ("2", "5"),
    "answer": ("3", "10"),
    "p": ("0.6", "0.95"),
    "matter": ("late-payment", "experience"),
}
DATED = ("due", "until", "expires", "review")
SIDED = {
    "message": "by to", "promise": "by to", "invoice": "by to", "payment": "by to", "delivery": "by to",
    "offer": "by to", "agree": "by to", "walk": "by to", "decision": "by to", "concession": "by to",
    "accommodation": "by to", "concern": "by to", "thanks": "by to", "breach": "by to", "apology": "by to",
    "amends": "by to", "charter": "by to", "seal": "by to", "pulse": "by to",
    "answer": "by", "contest": "by", "confirm": "by",
}  # fmt: skip
KEYS = {
    "tie": "nature since", "vouch": "closeness matter", "reference": "chosen reliability followthrough again",
    "rating": "value matter", "claim": "matter expires", "check": "how result", "talk": "minutes purpose",
    "default": "level cap currency announced", "stake": "amount currency until", "safeguard": "type announced",
    "interest": "matter conflict disclosed", "promise": "due every deal", "renegotiated": "due asked",
    "invoice": "amount currency due", "payment": "amount currency", "delivery": "due", "concession":
    "deal issue cost benefit limit goodwill", "accommodation": "matter limit", "offer": "deal terms",
    "agree": "deal terms", "walk": "deal", "decision": "deal reason", "thanks": "for", "contest": "until",
    "dismiss": "until", "pulse": "outcome relationship", "breach": "cause", "apology": "parts", "amends": "amount",
    "charter": "notice answer review", "seal": "digest", "amend": "due", "comparable": "value", "message": "",
    "reading": "p", "kept": "", "broken": "", "released": "", "answer": "", "confirm": "", "concern": "",
}  # fmt: skip
NEEDED = {
    "seal": ("digest",),
    "invoice": ("amount",),
    "payment": ("amount",),
    "rating": ("value",),
    "comparable": ("matter",),
}
WEIGHTS = (*KEYS, *("message",) * 8, *("reading",) * 10, *("promise",) * 5, "stake", "stake", "agree", "offer", "vouch")

PAGES = tuple(pages())
FIRING = tuple(page for page in PAGES if page.expected)


@st.composite
def situations(draw: st.DrawFn) -> tuple[list[Entry], date]:
    """Draw a book and a day: entries at random, mostly around the scene of a rule's page and near its day."""
    made = draw(entries())
    if not draw(st.integers(0, 4)):
        return made, FIRST + timedelta(days=draw(st.integers(0, LAST + 60)))
    page = draw(st.sampled_from(FIRING))
    today = page.day + timedelta(days=draw(st.sampled_from((0, 0, 0, 1, -1, 10, 40))))
    return [*scene(page), *made[: draw(st.sampled_from((0, 5, 40)))]], today


def scene(page: Page) -> list[Entry]:
    """Give a page's entries with ids of their own, its counterparty and two others called as in this file."""
    own = [e for e in parse(page.ledger.splitlines()) if isinstance(e, Entry)]
    others = [name for entry in own for name in entry.parties() if name not in ("me", page.party)]
    names = dict(zip((page.party, *dict.fromkeys(others)), PARTIES, strict=False))
    return [_moved(entry, names, {e.id for e in own if e.kind != "party"}) for entry in own]


def _moved(entry: Entry, names: dict[str, str], ids: set[str]) -> Entry:
    values = dict(entry.values)
    for key in KINDS[entry.kind].party_keys:
        if key in values:
            values[key] = ",".join(names.get(name, name) for name in entry.many(key))
    for key in ("of", "after", "for"):
        if values.get(key) in ids:
            values[key] = f"q{values[key]}"
    name = f"q{entry.id}" if entry.kind != "party" else names.get(entry.id, entry.id)
    return Entry(entry.day, entry.kind, name, values, entry.words, entry.time)


@st.composite
def entries(draw: st.DrawFn, most: int = 40, parties: tuple[str, ...] = PARTIES) -> list[Entry]:
    """Draw up to `most` valid entries among me and some parties; later ones may cite earlier ones."""
    made: list[Entry] = []
    for number in range(draw(st.integers(0, most))):
        kind = draw(st.sampled_from(WEIGHTS))
        cited = [e for e in made if e.kind in TARGETS.get(kind, ())]
        if kind in TARGETS and not cited and kind not in ("payment", "delivery", "apology", "amends", "breach"):
            continue
        of = draw(st.sampled_from(cited)) if cited else None
        entry = draw(_entry(kind, f"e{number}", of, parties))
        assert not fault(entry), (entry, fault(entry))
        made.append(entry)
    return made


@st.composite
def _entry(draw: st.DrawFn, kind: str, name: str, of: Entry | None, parties: tuple[str, ...]) -> Entry:
    start = (of.day - FIRST).days if of else 0
    day = FIRST + timedelta(days=draw(st.integers(start, LAST)))
    values = draw(_parties(kind, parties))
    if of is not None:
        values["of"] = of.id
    for key in KEYS[kind].split():
        if key in NEEDED.get(kind, ()) or draw(st.integers(0, 3)):
            values[key] = _dated(draw, day) if key in DATED else draw(st.sampled_from(_choices(kind, key)))
    if kind == "comparable":
        values["matter"] = "price"
    if kind == "reading" and of is not None:
        values |= {"move": draw(st.sampled_from(MOVE_NAMES)), "span": f"0-{len(of.words)}", "reader": "cues@1"}
        day = of.day
    return Entry(day, kind, name, values, draw(st.sampled_from(SAID)))


@st.composite
def _parties(draw: st.DrawFn, kind: str, parties: tuple[str, ...]) -> dict[str, str]:
    """Draw who did it to whom: among the user and one party, or among parties for what the network says."""
    one = draw(st.sampled_from(parties))
    other = draw(st.sampled_from([p for p in (*parties, "me") if p != one]))
    pair = (one, other) if draw(st.booleans()) else (other, one)
    if kind in ("vouch", "reference", "rating"):
        return {"by": pair[0], "about": pair[1]}
    if kind == "tie":
        return {"a": pair[0], "b": pair[1]}
    if kind in ("talk", "stake", "safeguard"):
        return {"with": one}
    if kind == "default":
        return {"about": one}
    if kind in ("claim", "check"):
        return {"by": pair[0]}
    if kind == "interest":
        return {"of": pair[0]}
    sides = (one, "me") if draw(st.booleans()) else ("me", one)
    return dict(zip(SIDED.get(kind, "").split(), sides, strict=False))


def _choices(kind: str, name: str) -> tuple[str, ...]:
    """Give the closed list of a key where its kind has one, else some plausible values."""
    key = KINDS[kind].key(name)
    return (key.choices if key else ()) or CHOICES[name]


def _dated(draw: st.DrawFn, day: date) -> str:
    return (day + timedelta(days=draw(st.integers(0, 60)))).isoformat()


@st.composite
def among_strangers(draw: st.DrawFn) -> list[Entry]:
    """Draw entries that concern two strangers only, and neither the user nor anybody the user deals with."""
    made = []
    for number in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(("tie", "vouch", "reference", "rating", "message", "promise", "invoice", "claim")))
        one, other = draw(st.permutations(STRANGERS))
        keys = {"tie": ("a", "b"), "vouch": ("by", "about"), "reference": ("by", "about"), "rating": ("by", "about")}
        values = dict(zip(keys.get(kind, ("by", "to")), (one, other), strict=True))
        day = FIRST + timedelta(days=draw(st.integers(0, LAST)))
        values |= {"amount": "300"} if kind == "invoice" else {"value": "1"} if kind == "rating" else {}
        if kind in ("promise", "invoice"):
            values["due"] = _dated(draw, day)
        made.append(Entry(day, kind, f"s{number}", values, draw(st.sampled_from(SAID))))
    return made
