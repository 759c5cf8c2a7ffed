"""Which party is meant by a name, every way in which one is named, and whether there is anything to say about one."""

from goodwill.case.case import Case
from goodwill.case.parties import ME
from goodwill.desk.fault import DeskFault
from goodwill.ledger.book import Book
from goodwill.ledger.kinds import LETTER
from goodwill.ledger.party import Party, unaccented

MOST_NAMED = 5


class UnknownParty(DeskFault, LookupError):  # noqa: N818 - said to the user as it is
    """Nobody of that name is in the book; the message names the nearest."""


def found(name: str, whole: Case) -> str:
    """Find a party by id, name, mail, phone or alias; empty where nobody is called so, and several raise."""
    ident = whole.who.resolve(name)
    if ident == ME or ident in whole.counterparties or ident in whole.who.known:
        return ident
    wanted = unaccented(name)
    by_name = [p for p in whole.counterparties if unaccented(whole.name(p)) == wanted]
    partly = [p for p in whole.counterparties if wanted in unaccented(whole.name(p)).split()]
    several = by_name or partly
    if len(several) > 1:
        raise UnknownParty(f"{name} may be {' or '.join(several[:MOST_NAMED])}: say which")
    return several[0] if several else ""


def nobody(name: str, whole: Case) -> str:
    """Say that nobody is called so, and who is there instead."""
    from difflib import get_close_matches  # few names are slips

    names = [whole.name(party) for party in whole.counterparties]
    near = get_close_matches(name, names, 3, 0.5) or names[:3]
    there = f"there is {', '.join(near)}" if near else f"it is empty as of {whole.today}"
    return f"nobody called {name} is in the book; {there}"


def described(ident: str, whole: Case) -> Party:
    """Give a party with every way in which it is named; one that has no card of its own goes by its name alone."""
    return whole.who.known.get(ident) or Party(ident, whole.name(ident))


def mentions(ident: str, whole: Case, book: Book) -> tuple[str, ...]:
    """Give every way in which a party is named in a book, as written."""
    raw = {name for entry in book for name in entry.parties() if whole.who.resolve(name) == ident}
    known = whole.who.known.get(ident)
    return tuple(sorted(raw | {ident} | (set(known.mentions) if known else set())))


def worth_a_brief(narrowed: Case) -> bool:
    """Say whether there is more than one-way mail: newsletters and strangers are left out, letters are not."""
    if any(e.kind not in ("message", "reading", "party") or e.get("channel") == LETTER for e in narrowed.book):
        return True
    return {narrowed.me, narrowed.party} <= {message.by for message in narrowed.messages}
