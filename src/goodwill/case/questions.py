"""Who may be one person and who may be two: what the book cannot settle, put to the user as questions."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from goodwill.case.parties import ME, Parties
from goodwill.ledger.book import Book
from goodwill.ledger.party import Party, name_in, normal, same_number, strong

LONG_ENOUGH = 4
MOST_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Question:
    """Two names that may be one person; only the user can say. `other` is a known party."""

    one: str
    other: str
    because: str

    def asked(self, name: str) -> str:
        """Put it as a question about the known party, called by the name to show."""
        if self.one == ME:
            return f"Are you {name}? ({self.because})"
        say = " ".join(
            json.dumps(part, ensure_ascii=False) for part in (f"name={name}", f"alias={self.one},{self.other}")
        )
        one, other = self.one, name
        if normal(one) == normal(name):
            one, other = f"{name} without an address", self.other if strong(self.other) else f"the other {name}"
        return f"Is {one} the same as {other}? ({self.because}) If so: goodwill record party {say}"


def questions(book: Book, parties: Parties) -> tuple[Question, ...]:
    """Ask about names and numbers that match a known party in part, and about known parties of one name."""
    mentions = sorted({mention for entry in book for mention in entry.parties()})
    loose = ((parties.resolve(mention), name_in(mention)) for mention in mentions)
    names = {i: parties.name(i) if strong(heard) else heard for i, heard in loose if i not in parties.known}
    known = [party for party in parties.known.values() if party.id != ME]
    asked = [
        Question(ident if strong(ident) else name, party.id, why)
        for ident, name in names.items()
        for party in known
        if (why := _why(ident, name, party))
    ]
    return (*asked, *_namesakes(parties, known), *_alike(parties, mentions))


def may_be(ident: str, book: Book, parties: Parties) -> tuple[str, ...]:
    """Name those of whom it is asked whether they are this party: none of them is counted as it."""
    asked = ((parties.resolve(q.one), q.other) for q in questions(book, parties))
    pairs = {other if one == ident else one for one, other in asked if ident in (one, other) and one != other}
    return tuple(sorted(parties.name(other) if other in parties.known else other for other in pairs - {ME, ident}))


def _why(ident: str, name: str, party: Party) -> str:
    """Say what a name that belongs to nobody has in common with a known party, if anything."""
    if any(same_number(ident, mention) for mention in party.mentions):
        return "the numbers differ in the country alone"
    if normal(name) == normal(party.name):
        return f"both are called {party.name}"
    words = set(normal(name).replace(".", " ").replace("@", " ").split())
    shared = sorted(word for word in words & set(normal(party.name).split()) if len(word) >= LONG_ENOUGH)
    return f"both are called {shared[-1].title()}" if shared else ""


def _alike(parties: Parties, mentions: Iterable[str]) -> Iterator[Question]:
    """Ask about a name or address that belongs to nobody yet and another that goes by the same name."""
    for ident in sorted({parties.resolve(mention) for mention in mentions} - parties.known.keys()):
        for other in parties.alike(ident)[:MOST_ALIKE]:
            yield Question(other, ident, f"both are called {parties.name(ident)}")


def _namesakes(parties: Parties, known: list[Party]) -> Iterator[Question]:
    """Ask about known parties that share a name with the user or with each other."""
    mine = parties.known[ME].mentions
    for number, party in enumerate(known):
        if normal(party.name) in mine:
            yield Question(ME, party.id, f"you said you are called {party.name}")
        for other in known[:number]:
            if normal(other.name) == normal(party.name):
                yield Question(other.id, party.id, f"both are called {party.name}")
                yield Question(party.id, other.id, f"both are called {party.name}")
