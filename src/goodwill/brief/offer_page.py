"""Packages to offer, as a page and as data."""

from collections.abc import Iterator

from goodwill.brief.deal_document import heading_document
from goodwill.brief.deal_page import deal_laid_out, gaps
from goodwill.brief.document import Document, rounded
from goodwill.brief.line import Line
from goodwill.brief.offer_words import said
from goodwill.brief.offering import Offering, Package
from goodwill.brief.page import WORDS, Page, Section
from goodwill.brief.their_side_page import chance, their_document, their_sections, worth
from goodwill.findings.words import spoken_days

READING = (
    "What a package is worth to you is by your own points; what it gives them is an estimate with its 90 % band.",
    "Which of them they like best tells what they want: write their answer down, and ask again.",
)


def offer_page(told: Offering) -> Page:
    """Lay out the packages, the words for them, and what the other side seems to want."""
    name = told.dealing.name
    made = [
        *gaps(told.missing, told.ask),
        Section("Ask first", tuple(_question(told))),
        Section("Packages", tuple(_package(one, told) for one in told.packages), _aim(told)),
        Section("No package found", tuple(_nothing(told))),
        Section("Words you could use", tuple(_words(told)), name=WORDS),
    ]
    if told.side:
        made += their_sections(told.side, told.dealing.bargain, name, told.as_of)
    if told.packages:
        made.append(Section("How to read this", tuple(Line(text) for text in READING)))
    return deal_laid_out(told.dealing, f"What to offer: {told.dealing.bargain.deal}", made)


def _question(told: Offering) -> Iterator[Line]:
    if told.side and told.side.nothing:
        yield Line(
            f"nothing is known yet of what {told.dealing.name} wants: these packages rest on your side alone", mark="!"
        )
    if told.question:
        yield Line(f'Ask {told.dealing.name}: "{told.question}"')


def _aim(told: Offering) -> str:
    return f"each worth about {worth(told.aim, 'points')} to you: {told.why}"


def _package(one: Package, told: Offering) -> Line:
    name, unit = told.dealing.name, told.side.unit if told.side else "percent"
    over = f", {worth(one.gain, 'points', sign=True)} over no deal" if one.gain is not None else ""
    notes = [f"{worth(one.mine, 'points')} to you{over}; {_cost(one, told)}"]
    of = ", of the most they could win" if unit == "percent" else ""
    band = f" ({worth(one.low, unit)} to {worth(one.high, unit)})" if told.side and not told.side.sure else ""
    notes.append(f"likely worth {worth(one.theirs, unit)}{band} to {name}{of}")
    if len(told.packages) > 1 and told.side and not told.side.sure:
        notes[-1] += f"; {chance(one.liked)} that it is the best of these for them"
    if one.over is not None:
        notes.append(f"{chance(one.over)} that it is better for {name} than no deal")
    if one.short:
        notes.append(f"{worth(one.short, unit)} below what terms worth as much to you could give {name}")
    return Line(said(one.terms), one.letter, notes=tuple(notes))


def _cost(one: Package, told: Offering) -> str:
    beside = "the best terms for you that they left open"
    if told.beside is not None:
        beside = f"your offer of {spoken_days(told.beside.offer.day.isoformat(), told.as_of)}"
    cost = round(one.cost, 9)
    if not cost:
        return f"costs you nothing beside {beside}"
    verb = "costs" if cost > 0 else "brings"
    return f"{verb} you {worth(abs(cost), 'points')} beside {beside}"


def _nothing(told: Offering) -> Iterator[Line]:
    if told.side and not told.packages:
        floor = told.dealing.bargain.my_reservation
        above = f" and no less than the {worth(floor, 'points')} of no deal" if floor is not None else ""
        yield Line(
            f"no terms are worth about {worth(told.aim, 'points')} to you{above}; say another worth: --aim POINTS"
        )


def _words(told: Offering) -> Iterator[Line]:
    purpose, text = told.words
    if text:
        yield Line(text, purpose)
    labels = [one.label for one in told.packages if one.label]
    if labels:
        yield Line(" ".join(labels), "say what each concession is, and fill the blanks or leave them out")


def offer_document(told: Offering) -> Document:
    """Give the packages as data."""
    return {
        **heading_document(told.dealing),
        "aim": {"worth": round(told.aim, 9), "why": told.why} if told.side else None,
        "beside": told.beside.offer.id if told.beside else None,
        "packages": [_package_document(one) for one in told.packages],
        "say": {"purpose": told.words[0], "text": told.words[1]} if told.packages else None,
        "question": told.question or None,
        "theirs": their_document(told.side),
        "missing": list(told.missing),
        "ask": list(told.ask),
    }


def _package_document(one: Package) -> Document:
    return {
        "letter": one.letter,
        "terms": one.terms,
        "mine": round(one.mine, 9),
        "cost": round(one.cost, 9),
        "gain_mine": None if one.gain is None else round(one.gain, 9),
        "theirs": {"mean": round(one.theirs, 4), "low": round(one.low, 4), "high": round(one.high, 4)},
        "liked_best": round(one.liked, 4),
        "below_frontier": round(one.short, 4),
        "over_no_deal": rounded(one.over),
        "label": one.label or None,
    }
