"""Who is who in the book: mentions joined by mail, phone and exact alias, and by nothing less."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.kinds import KINDS
from goodwill.ledger.party import Party, name_in, normal, strong

ME = "me"
_UNDATED = 1970


@dataclass(frozen=True)
class Parties:
    """The parties of a book, and to which of them each mention belongs."""

    known: dict[str, Party]
    _ids: dict[str, str]
    _cache: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _heard: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, book: Book, me: Collection[str] = ()) -> "Parties":
        """Join the mentions of a book; `me` lists the user's own names, addresses and phones."""
        joined = _Joined()
        joined.declare(ME, [ME, *me])
        for entry in sorted(book.kinds("party"), key=lambda e: (e.day.year <= _UNDATED, e.moment)):
            joined.declare(entry.id, _ways_to_name(entry))
        labels = {entry.id: entry for entry in book.kinds("party")}
        seen = _names_seen(book)
        known = {ident: _party(ident, joined.mentions[ident], labels, seen) for ident in joined.mentions}
        return cls(known, joined.ids())

    def resolve(self, mention: str) -> str:
        """Give the id of the party a mention belongs to; an unknown mention stands for itself."""
        found = self._cache.get(mention)
        if found is None:
            found = self._ids.get(normal(mention)) or self._by_name(mention) or normal(mention)
            self._cache[mention] = found
            self._heard.setdefault(found, name_in(mention))
        return found

    def _joined(self, entry: Entry, key: str) -> str:
        """Give the ids of one mention or of several parted by commas."""
        return ",".join(dict.fromkeys(self.resolve(part) for part in entry.many(key)))

    def _by_name(self, mention: str) -> str:
        """Join `Name <address>` by its name when the address is none, or when the name is the user's own."""
        found = self._ids.get(normal(name_in(mention)), "")
        return found if found == ME or not strong(mention) else ""

    def name(self, ident: str) -> str:
        """Give the name to show for a party."""
        return self.known[ident].name if ident in self.known else self._heard.get(ident, ident)

    def alike(self, ident: str) -> tuple[str, ...]:
        """Give the names and addresses heard in the book that belong to nobody and go by the same name as this one."""
        name = normal(self.name(ident))
        heard = ((i, normal(one)) for i, one in self._heard.items() if i not in (ident, ME))
        return tuple(sorted(i for i, one in heard if name in (one, _bare(one)) or one == _bare(name)))

    def resolved(self, entry: Entry) -> Entry:
        """Give an entry with each mention replaced by the party it belongs to."""
        changes = {}
        for key in KINDS[entry.kind].party_keys:
            raw = entry.values.get(key)
            if raw:
                ids = self._cache.get(raw) or self._joined(entry, key)
                if ids != raw:
                    changes[key] = ids
        return entry.changed(**changes) if changes else entry


def _bare(name: str) -> str:
    """Leave out what stands in brackets after a name, as calls add a company to it."""
    return name.partition(" (")[0]


class _Joined:
    """Mentions joined step by step: strong ones always, names only while they belong to one party.

    What the user said of themselves holds in any case.
    """

    def __init__(self) -> None:
        self.mentions: dict[str, set[str]] = {}
        self._owner: dict[str, str] = {}
        self._named: dict[str, set[str]] = defaultdict(set)

    def declare(self, ident: str, mentions: Iterable[str]) -> None:
        ways = {normal(mention) for mention in mentions if mention}
        sure = [way for way in sorted(ways) if strong(way) or way == normal(ident)]
        owner = next((self._owner[way] for way in sure if way in self._owner), ident)
        self.mentions.setdefault(owner, set()).update(ways)
        for way in ways:
            if way in sure or ident == ME:
                self._owner.setdefault(way, owner)
            else:
                self._named[way].add(owner)

    def ids(self) -> dict[str, str]:
        unique = {way: next(iter(owners)) for way, owners in self._named.items() if len(owners) == 1}
        return unique | self._owner


def _ways_to_name(entry: Entry) -> list[str]:
    return [entry.id, entry.get("name"), *entry.many("mail"), *entry.many("phone"), *entry.many("alias")]


def _party(ident: str, mentions: set[str], labels: dict[str, Entry], seen: dict[str, str]) -> Party:
    entry = labels.get(ident)
    name = entry.get("name") if entry else ""
    heard = next((seen[mention] for mention in sorted(mentions) if mention in seen), "")
    return Party(
        ident,
        name or ("you" if ident == ME else heard or ident),
        (entry.get("type") if entry else "") or "person",
        entry.get("of") if entry else "",
        frozenset(mentions),
    )


def _names_seen(book: Book) -> dict[str, str]:
    """Give, for each address, the first name it was written with."""
    seen: dict[str, str] = {}
    for entry in book:
        for mention in entry.parties():
            if "<" in mention:
                seen.setdefault(normal(mention), name_in(mention))
    return seen


def likely_me(book: Book) -> tuple[str, ...]:
    """Give who is present on every thread: one mention is the user, several must be asked about.

    Threads that already say `me` need no guess and are left out; so is what names one side alone, as a letter does.
    """
    threads: dict[str, set[str]] = defaultdict(set)
    for entry in book.kinds("message"):
        present = {normal(mention) for mention in entry.parties()}
        threads[entry.get("thread") or ",".join(sorted(present))] |= present
    unsaid = [present for present in threads.values() if ME not in present and len(present) > 1]
    counts = Counter(mention for present in unsaid for mention in present)
    return tuple(sorted(mention for mention, n in counts.items() if n == len(unsaid)))
