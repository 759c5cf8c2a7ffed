"""What the book means on a day: everything a rule may ask, read from the ledger and from nothing else."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from goodwill.case.aside import set_aside
from goodwill.case.folds import Folds
from goodwill.case.parties import Parties
from goodwill.case.relation import Relations
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

if TYPE_CHECKING:
    from goodwill.case.pool import Pool
    from goodwill.case.standing import Standing
    from goodwill.case.ties import Tie


@dataclass(frozen=True)
class Case(Folds):
    """One reading of the book on one day, whole or narrowed to one counterparty.

    `book` holds the entries up to `today`, amendments applied, dismissed entries left out, every mention
    replaced by the id of its party; the user is `me`. A narrowed case has `party`, the counterparty, and holds
    only what passed between the two, what the network says of that party, and all ties.
    """

    book: Book
    today: date
    who: Parties
    party: str = ""
    draft: str = ""
    all_ties: "tuple[Tie, ...]" = field(default=(), repr=False)
    all_dated: "Pool | None" = field(default=None, repr=False)

    def name(self, ident: str) -> str:
        """Give the name to show for a party."""
        return self.who.name(ident)

    @property
    def sides(self) -> tuple[str, str]:
        """Give the two sides of a narrowed case: me and the counterparty."""
        return (self.me, self.party)

    def other(self, side: str) -> str:
        """Give the side across the table."""
        return self.party if side == self.me else self.me

    @cached_property
    def counterparties(self) -> tuple[str, ...]:
        """Name those with whom something passed, most entries first."""
        return self._relations.counterparties

    def among(self, party: str) -> "Case":
        """Narrow the case to one counterparty."""
        inside = self._relations.entries_with(party)
        return Case(Book(inside), self.today, self.who, party, self.draft, self.ties, self.pool)

    @cached_property
    def _relations(self) -> Relations:
        return Relations.of(self.book)

    @cached_property
    def since(self) -> date | None:
        """Give the day of the first entry between the two sides."""
        met = ("message", "talk", "promise", "invoice", "payment", "delivery", "offer", "agree")
        return next((entry.day for entry in self.book if entry.kind in met), None)

    def entry(self, ident: str) -> Entry | None:
        """Find an entry by its id."""
        return self.book.find(ident)

    @cached_property
    def silenced(self) -> frozenset[str]:
        """Name what a dismissal in force sets aside: entries, and rules by code or name."""
        return set_aside(self.book, self.today)

    def standing(self, side: str) -> "Standing":
        """Give what the evidence supports about one side: ability, benevolence, integrity, promptness."""
        return self._standing[side]

    @cached_property
    def _standing(self) -> "dict[str, Standing]":
        from goodwill.case.standing import standing

        return {side: standing(self, side, self.today) for side in self.sides}


def case(book: Book, today: date, me: Collection[str] = (), draft: str = "") -> Case:
    """Read a book as of a day: what came later is not in it, and what was set aside does not count.

    `me` lists the user's own names, mail addresses and phone numbers.
    """
    then = book.until(today)
    stands = then.without(set_aside(then, today)).amended()
    who = Parties.of(stands, me)
    return Case(Book(tuple(who.resolved(entry) for entry in stands)), today, who, draft=draft)
