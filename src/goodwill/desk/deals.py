"""Which deal is meant, and with whom."""

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from goodwill.brief.deal_gaps import listed
from goodwill.case.bargaining import across, deals, named
from goodwill.case.case import Case
from goodwill.desk.fault import DeskFault
from goodwill.desk.open_book import OpenBook
from goodwill.ledger.book import Book


class UnknownDeal(DeskFault, LookupError):  # noqa: N818 - said to the user as it is
    """No deal of that name is in the book, or it is not clear with whom; the message says what there is."""


def at_the_table(opened: OpenBook, name: str, today: date, party: str = "") -> tuple[Case, str, str]:
    """Give the case, the deal of that name, and who stands on the other side: `party`, else the only one there is."""
    whole = opened.case(today)
    deal = found_deal(name, whole)
    return whole, deal, opened.counterparty(party, whole) if party else other_side(deal, whole)


@dataclass(frozen=True, slots=True)
class Table:
    """A deal of the book, and who stands on the other side of it: id and name of each."""

    deal: str
    others: tuple[tuple[str, str], ...]


def tables(whole: Case) -> tuple[Table, ...]:
    """Name every deal of the book, in the order in which they were first written of."""
    about = Book(tuple(entry for entry in whole.book if entry.get("deal") or entry.kind in ("issue", "value")))
    sides = ((deal, across(about, deal, whole.me)) for deal in deals(about))
    return tuple(Table(deal, tuple((party, whole.name(party)) for party in others)) for deal, others in sides)


def found_deal(name: str, whole: Case) -> str:
    """Find a deal by its name; an unknown name raises with the nearest."""
    names = {named(deal): deal for deal in deals(whole.book)}
    if named(name) in names:
        return names[named(name)]
    near = [names[key] for key in get_close_matches(named(name), names, 3, 0.5)] or list(names.values())[:3]
    there = f"there is {', '.join(near)}" if near else f"no deal is, as of {whole.today}"
    raise UnknownDeal(f"no deal called {name} is in the book; {there}")


def other_side(deal: str, whole: Case) -> str:
    """Find who stands on the other side; where several do, that must be said."""
    others = across(whole.book, deal, whole.me)
    if len(others) > 1:
        raise UnknownDeal(f"{deal} is with {listed([*map(whole.name, others[:5])])}: say which, --with NAME")
    return others[0] if others else ""
