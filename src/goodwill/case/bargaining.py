"""What a deal is about: its issues and options, what each is worth to either side, and the worth of having no deal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.case.deals import Offer, offers
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

Points = dict[tuple[str, str, str], Entry]


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue: its options, and the points of each option by side; None where nobody wrote them down."""

    name: str
    options: tuple[str, ...]
    mine: tuple[float | None, ...]
    theirs: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Bargain:
    """One deal with one other side; `aside` says which lines could not be laid in, and why."""

    deal: str
    party: str
    issues: tuple[Issue, ...]
    my_reservation: float | None
    their_reservation: float | None
    offers: tuple[Offer, ...]
    aside: tuple[str, ...]


def named(text: str) -> str:
    """Give the form in which two names of one issue or option are the same: `120` and `120.0`, `Friday` and `friday`.

    >>> named("120.0") == named("120"), named("Next  Friday")
    (True, 'next friday')
    """
    folded = " ".join(text.casefold().split())
    try:
        return f"{float(folded):.12g}"
    except ValueError:
        return folded


def deals(book: Book) -> tuple[str, ...]:
    """Name every deal of the book, each as it was first written."""
    names: dict[str, str] = {}
    for entry in book:
        if deal := entry.get("deal"):
            names.setdefault(named(deal), deal)
    return tuple(names.values())


def across(book: Book, deal: str, me: str) -> tuple[str, ...]:
    """Name who stands on the other side of a deal: whose points are written down, else whoever took part in it."""
    taking_part = [entry for entry in book if named(entry.get("deal")) == named(deal)]
    valued = [entry for entry in book.kinds("value") if not entry.get("deal") and _belongs(entry, deal, book)]
    with_points = [*valued, *(entry for entry in taking_part if entry.kind in ("value", "reservation"))]
    found = [dict.fromkeys(p for e in some for p in e.parties() if p != me) for some in (with_points, taking_part)]
    return tuple(found[0] or found[1])


def bargain(book: Book, deal: str, me: str, party: str) -> Bargain:
    """Fold one deal with one other side; of two lines about the same thing the later one holds."""
    issues: dict[str, Entry] = {}
    points: Points = {}
    worth: dict[str, float | None] = {}
    for entry in book.kinds("issue", "value", "reservation"):
        if entry.kind == "issue" and named(entry.get("deal")) == named(deal):
            issues[named(entry.get("issue"))] = entry
        elif entry.kind == "value" and _belongs(entry, deal, book):
            points[entry.get("by"), named(entry.get("issue")), named(entry.get("option"))] = entry
        elif entry.kind == "reservation" and named(entry.get("deal")) == named(deal):
            worth[entry.get("by")] = entry.number("points")
    laid = tuple(_issue(key, entry, points, (me, party)) for key, entry in issues.items())
    made = tuple(o for o in offers(book) if named(o.deal) == named(deal) and _between(o, me, party))
    left = (*_left_out(laid, points, (me, party)), *_unclear(book, deal, (me, party)))
    return Bargain(deal, party, laid, worth.get(me), worth.get(party), made, left)


def _belongs(value: Entry, deal: str, book: Book) -> bool:
    """Say whether points are about a deal: the one they name, else the only one in which their issue stands."""
    if value.get("deal"):
        return named(value.get("deal")) == named(deal)
    return _deals_with(value, book) == {named(deal)}


def _deals_with(value: Entry, book: Book) -> set[str]:
    key = named(value.get("issue"))
    return {named(entry.get("deal")) for entry in book.kinds("issue") if named(entry.get("issue")) == key}


def _unclear(book: Book, deal: str, sides: tuple[str, str]) -> Iterator[str]:
    """Say which points name no deal although their issue stands in several."""
    for entry in book.kinds("value"):
        among = _deals_with(entry, book) if not entry.get("deal") and entry.get("by") in sides else set()
        if len(among) > 1 and named(deal) in among:
            yield f"{entry.id} names no deal, and `{entry.get('issue')}` stands in {len(among)}: say deal={deal}"


def _between(offer: Offer, me: str, party: str) -> bool:
    """Say whether an offer passed between the two; one that names nobody it was made to does."""
    to = {one.strip() for one in offer.to.split(",") if one.strip()}
    return offer.by == party or (offer.by == me and (not to or party in to or not party))


def _issue(key: str, entry: Entry, points: Points, sides: tuple[str, str]) -> Issue:
    """Lay out one issue; where its line names no options, those with points are its options."""
    told = options_in(entry.get("options"))
    options = told or tuple(
        {option: value.get("option") for (_, issue, option), value in points.items() if issue == key}.values()
    )
    mine, theirs = (
        tuple(found.number("points") if (found := points.get((side, key, named(o)))) else None for o in options)
        for side in sides
    )
    return Issue(entry.get("issue"), options, mine, theirs)


def options_in(text: str) -> tuple[str, ...]:
    """Read the options of an issue, parted by semicolons, or by commas where there are none; one named twice is one.

    >>> options_in("100, 110,120"), options_in("1,5 kg; 2 kg")
    (('100', '110', '120'), ('1,5 kg', '2 kg'))
    """
    parts = (part.strip() for part in text.split(";" if ";" in text else ","))
    return tuple({named(part): part for part in reversed([p for p in parts if p])}.values())[::-1]


def _left_out(issues: tuple[Issue, ...], points: Points, sides: tuple[str, str]) -> Iterator[str]:
    """Say which points are about no issue of the deal, or no option of it."""
    known = {named(issue.name): {named(option) for option in issue.options} for issue in issues}
    for (side, issue, option), entry in points.items():
        if side not in sides:
            continue
        if issue not in known:
            yield f"{entry.id} gives points for `{entry.get('issue')}`, which is no issue of this deal"
        elif option not in known[issue]:
            yield f"{entry.id} gives points for `{entry.get('option')}`, which is no option of `{entry.get('issue')}`"


def terms_of(offer: Offer, issues: tuple[Issue, ...]) -> tuple[int | None, ...]:
    """Give the option of each issue that an offer names, as its place; None where it names none of them."""
    told = {named(term): named(value) for term, value in offer.terms.items()}
    places = ({named(option): n for n, option in enumerate(issue.options)} for issue in issues)
    return tuple(place.get(told.get(named(issue.name), "")) for issue, place in zip(issues, places, strict=True))


def signed_or_newest(made: tuple[Offer, ...]) -> Offer | None:
    """Give the newest agreement, else the newest offer."""
    for kind in ("agree", "offer"):
        found = [offer for offer in made if offer.kind == kind]
        if found:
            return found[-1]
    return None


def left_on(made: tuple[Offer, ...]) -> date | None:
    """Give the day on which the deal was left, where that is the last that happened."""
    return made[-1].day if made and made[-1].kind == "walk" else None
