"""A book that lies open: whose it is, what it means on a day, who is who in it, and what is written into it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Self

from goodwill.case.case import Case, case
from goodwill.case.parties import ME
from goodwill.case.questions import may_be
from goodwill.desk import parties
from goodwill.desk.clock import now
from goodwill.desk.identity import Identity, identified, mistaken, remember, remembered
from goodwill.desk.parties import UnknownParty
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid
from goodwill.ledger.party import Party
from goodwill.store.journal import Journal, open_journal
from goodwill.store.records import Erased
from goodwill.store.unwritten import Unwritten


@dataclass(frozen=True)
class OpenBook:
    """A book, opened by someone: `me` are the user's own names, mail addresses and phones.

    What was read of the book is kept until the book grows by this hand.
    """

    journal: Journal
    me: tuple[str, ...] = ()

    @classmethod
    def open(cls, book: Path | str, me: Sequence[str] = (), *, create: bool = True) -> Self:
        """Open a book by path or URL; it is made where there is none, unless `create` is false."""
        return cls(open_journal(book, create), tuple(me))

    @classmethod
    def empty(cls, me: Sequence[str] = ()) -> Self:
        """Open no book at all: a draft can still be checked for what it says alone."""
        return cls(Unwritten(), tuple(me))

    @cached_property
    def book(self) -> Book:
        """The whole book."""
        return self.journal.book()

    @cached_property
    def identity(self) -> Identity:
        """Who the user is, and how that was found."""
        return identified(self.book, (*self.me, *remembered(self.journal)))

    def case(self, today: date) -> Case:
        """Read the book as of a day; the day asked last is kept while nobody writes."""
        known = self.__dict__.get("_read")
        if known is None or known.today != today:
            known = self.__dict__["_read"] = case(self.book, today, self.identity.mentions)
        return known

    def among(self, party: str, today: date) -> Case:
        """Read the book as of a day, narrowed to one counterparty."""
        whole = self.case(today)
        return whole.among(self.counterparty(party, whole))

    def find(self, name: str, whole: Case) -> str:
        """Find a party by id, name, mail, phone or alias; an unknown name raises UnknownParty with the nearest."""
        ident = parties.found(name, whole)
        if not ident:
            raise UnknownParty(self.mistaken(whole) or parties.nobody(name, whole))
        return ident

    def mistaken(self, whole: Case) -> str:
        """Say that nobody in the book deals with the user under the names told, and who is there; else nothing."""
        return "" if whole.counterparties else mistaken(self.book, self.identity.mentions)

    def counterparty(self, name: str, whole: Case) -> str:
        """Find someone the user deals with; the user's own name raises UnknownParty."""
        ident = self.find(name, whole)
        if ident == ME:
            raise UnknownParty(f"{name} is you; name somebody you deal with")
        return ident

    def parties(self, today: date) -> tuple[str, ...]:
        """Name the counterparties there is something to say about, busiest first."""
        return tuple(narrowed.party for narrowed in self.relations(today))

    def relations(self, today: date) -> Iterator[Case]:
        """Give the case of each counterparty there is something to say about, busiest first."""
        whole = self.case(today)
        return filter(parties.worth_a_brief, map(whole.among, whole.counterparties))

    def acquaintances(self, today: date) -> tuple[Party, ...]:
        """Name the counterparties there is something to say about, busiest first, with every way they are named."""
        whole = self.case(today)
        return tuple(parties.described(party, whole) for party in self.parties(today))

    def party(self, name: str, today: date) -> Party:
        """Give someone the user deals with, with every way they are named; the user's own name raises UnknownParty."""
        whole = self.case(today)
        return parties.described(self.counterparty(name, whole), whole)

    def mentions(self, party: str, today: date) -> tuple[str, ...]:
        """Give every way in which a party is named in the book, as written."""
        whole = self.case(today)
        return parties.mentions(self.find(party, whole), whole, self.book)

    def may_be(self, party: str, today: date) -> tuple[str, ...]:
        """Name those who may be this party under another name, which only the user can say."""
        whole = self.case(today)
        return may_be(self.find(party, whole), self.book, whole.who)

    def introduce(self, me: Sequence[str]) -> None:
        """Remember with the book by which names, addresses and phones the user goes."""
        remember(self.journal, tuple(me))
        self._forget()

    def record(self, entry: Entry) -> str | Invalid:
        """Write one entry; gives its id, or why it was not taken."""
        told = self.journal.append([entry], "record", recorded=now())
        self._forget()
        if told.conflicting:
            return told.conflicting[0]
        return told.accepted[0] if told.accepted else entry.id

    def erase(self, named: Collection[str], reason: str) -> Erased:
        """Delete the content of what names these mentions; the chain stays whole."""
        done = self.journal.erase(named, now(), reason)
        self._forget()
        return done

    def _forget(self) -> None:
        """Let what was read of the book go, once the book has grown."""
        for name in ("book", "identity", "_read"):
            self.__dict__.pop(name, None)
