"""Which entries belong to the relation between the user and one counterparty."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from goodwill.case.parties import ME
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

NETWORK = frozenset({"tie", "vouch", "claim", "check", "reference", "rating", "interest", "party"})
_CANDIDACY = frozenset({"claim", "vouch", "reference"})
_EVERYWHERE = frozenset({"dismiss", "comparable"})
DAYS_NOTED_BEFORE = 7


@dataclass(frozen=True)
class Relations:
    """The entries of a book by the counterparty they concern, in the order of the book."""

    inside: dict[str, tuple[int, ...]]
    counterparties: tuple[str, ...]
    _entries: tuple[Entry, ...]

    @classmethod
    def of(cls, book: Book) -> "Relations":
        """Sort each entry to the counterparties it concerns.

        An entry belongs to a counterparty when it passed between them and the user, when the network says it
        of them, when it is part of a deal with them, or when it cites an entry that belongs to them. An interest
        belongs as well to those for whom its holder has spoken. How it felt, noted without a name, belongs to whom the
        notes were about just before.
        """
        deals, spoken_for = _deals(book), _spoken_for(book)
        inside: dict[str, list[int]] = defaultdict(list)
        passed: Counter[str] = Counter()
        notes = _Notes({})
        for number, entry in enumerate(book):
            own = _own(entry) or _cited(entry, book, deals) or deals.get(entry.get("deal"), ())
            if entry.kind == "interest":
                own = tuple(dict.fromkeys((*own, *spoken_for.get(entry.get("of"), ()))))
            if entry.kind == "pulse" and not own and not entry.get("deal"):
                own = notes.about(entry)
            notes.noted(entry, own)
            for party in own:
                inside[party].append(number)
                passed[party] += entry.kind not in NETWORK or party == _judged(entry)
        busy = tuple(party for party, n in sorted(passed.items(), key=lambda item: (-item[1], item[0])) if n)
        return cls({party: tuple(numbers) for party, numbers in inside.items()}, busy, book.entries)

    def entries_with(self, party: str) -> tuple[Entry, ...]:
        """Give the entries that concern one counterparty, with those that concern everyone."""
        return tuple(self._entries[n] for n in sorted({*self.inside.get(party, ()), *self._everywhere}))

    @cached_property
    def _everywhere(self) -> tuple[int, ...]:
        return tuple(n for n, entry in enumerate(self._entries) if entry.kind in _EVERYWHERE)


@dataclass(frozen=True, slots=True)
class _Notes:
    """Whom each file was about on the newest day that was read of it."""

    newest: dict[str, tuple[date, frozenset[str]]]

    def noted(self, entry: Entry, parties: tuple[str, ...]) -> None:
        """Remember whom an entry of a file is about; what the network says is no dealing."""
        if parties and entry.kind not in NETWORK:
            day, known = self.newest.get(entry.get("src"), (entry.day, frozenset[str]()))
            known = known if day == entry.day else frozenset()
            self.newest[entry.get("src")] = (entry.day, known | set(parties))

    def about(self, entry: Entry) -> tuple[str, ...]:
        """Name the one counterparty of the newest day in the same file, at most a week back; of several, nobody."""
        day, known = self.newest.get(entry.get("src"), (entry.day, frozenset[str]()))
        near = (entry.day - day).days <= DAYS_NOTED_BEFORE
        return tuple(known) if near and len(known) == 1 else ()


def _judged(entry: Entry) -> str:
    """Name whom a claim, a referral or a reference is about: with a candidate, nothing else has passed yet."""
    return entry.get("by" if entry.kind == "claim" else "about") if entry.kind in _CANDIDACY else ""


def _own(entry: Entry) -> tuple[str, ...]:
    """Name the counterparties an entry concerns by what it says itself."""
    if entry.kind == "party":
        return (entry.id,)
    named = entry.parties()
    if len(named) == 2 and ME in named:
        return tuple(party for party in named if party != ME)
    others = tuple(dict.fromkeys(party for party in named if party != ME))
    if entry.kind in NETWORK or ME in named or len(others) == 1:
        return others
    return ()


def _cited(entry: Entry, book: Book, deals: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Name the counterparties of what an entry cites, however deep; of one day either entry may stand first."""
    cited: Entry | None = entry
    seen: set[str] = set()
    while cited is not None and cited.id not in seen:
        seen.add(cited.id)
        cited = book.find(cited.get("of")) or book.find(cited.get("after"))
        found = () if cited is None else _own(cited) or deals.get(cited.get("deal"), ())
        if found:
            return found
    return ()


def _spoken_for(book: Book) -> dict[str, dict[str, None]]:
    """Name those whom each party recommended, or gave a reference on."""
    spoken: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in book.kinds("vouch", "reference"):
        if entry.get("about") != ME:
            spoken[entry.get("by")][entry.get("about")] = None
    return spoken


def _deals(book: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Name the counterparties of each deal, from the entries that name both."""
    sides: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in book:
        if deal := entry.get("deal"):
            sides[deal].update(dict.fromkeys(_own(entry)))
    return {deal: tuple(parties) for deal, parties in sides.items()}
