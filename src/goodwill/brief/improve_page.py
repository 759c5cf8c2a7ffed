"""A signed deal looked at again, as a page and as data."""

from collections.abc import Iterator

from goodwill.brief.deal_document import heading_document, proposal_document
from goodwill.brief.deal_gaps import listed
from goodwill.brief.deal_page import deal_laid_out, gaps, proposal_line
from goodwill.brief.document import Document
from goodwill.brief.improving import LEAST, SURE, Improvement, Swap
from goodwill.brief.line import Line
from goodwill.brief.page import Page, Section
from goodwill.brief.their_side_page import chance, percent, their_document, their_sections, worth

READING = (
    "A chance is what the estimate says. In the short talks about three things it was measured on, swaps told as likely"
    " held somewhat less often than that; here it may do worse.",
    "Before you put a swap forward, ask the question under it: their word is worth more than any estimate.",
)


def improve_page(told: Improvement) -> Page:
    """Lay out the swaps, what each rests on, and what the other side seems to want."""
    name = told.dealing.name
    sure = tuple(_swap(one, told) for one in told.swaps if one.sure)
    unsure = tuple(_swap(one, told) for one in told.swaps if not one.sure)
    made = [
        *gaps(told.missing, told.ask),
        Section("What was signed", tuple(_signed(told))),
        Section("Likely better for both", sure, f"{percent(SURE)} or more that it is so for {name}"),
        Section("Perhaps better for both", unsure, "ask before you put it forward"),
        Section("Nothing better found", tuple(_nothing(told))),
    ]
    if told.side and told.looked_at:
        made += their_sections(told.side, told.dealing.bargain, name, told.as_of)
    if told.swaps:
        made.append(Section("How to read this", tuple(Line(text) for text in READING)))
    return deal_laid_out(told.dealing, f"Better for both: {told.dealing.bargain.deal}", made)


def _signed(told: Improvement) -> Iterator[Line]:
    deal = told.dealing.bargain.deal
    if told.signed is None:
        yield Line(f"nothing is signed in this deal yet; for packages to offer: goodwill deal {deal} offer")
        return
    yield proposal_line(told.signed, told.dealing)
    if told.signed.unsaid:
        unsaid = listed(list(told.signed.unsaid), "or")
        yield Line(f"what was signed names no option of {unsaid}: no swap can be weighed", mark="!")


def _swap(one: Swap, told: Improvement) -> Line:
    name, unit = told.dealing.name, "percent" if told.side is None else told.side.unit
    said = ", ".join(f"{issue} {new} in place of {old}" for issue, (old, new) in one.changed.items())
    theirs, low, high = (worth(value, unit, sign=True) for value in (one.theirs, one.low, one.high))
    if not one.guesses:
        brings = f"{worth(one.mine, 'points', sign=True)} to you, {theirs} to {name}"
        return Line(said, mark="*", notes=(f"{brings}, by the points you wrote down",))
    of = ", of the most they could win" if unit == "percent" else ""
    notes = [
        f"{worth(one.mine, 'points', sign=True)} to you; likely {theirs} for {name} ({low} to {high}{of})",
        f"{chance(one.likely)} that it is better for {name}; a guess in it: {listed(list(one.guesses))}",
    ]
    if one.question:
        notes.append(f'Ask {name}: "{one.question}" That settles {percent(one.settles)} of the doubt.')
    return Line(said, mark="*" if one.sure else "-", notes=tuple(notes))


def _nothing(told: Improvement) -> Iterator[Line]:
    if told.looked_at and not told.swaps:
        name = told.dealing.name
        even = f"a chance of {percent(LEAST)} or better to bring {name} more too"
        yield Line(f"no swap of up to three issues brings you more, with {even}")


def improve_document(told: Improvement) -> Document:
    """Give the swaps as data."""
    return {
        **heading_document(told.dealing),
        "signed": proposal_document(told.signed) if told.signed else None,
        "looked_at": told.looked_at,
        "swaps": [_swap_document(one) for one in told.swaps],
        "theirs": their_document(told.side),
        "missing": list(told.missing),
        "ask": list(told.ask),
    }


def _swap_document(one: Swap) -> Document:
    return {
        "changed": {issue: {"from": old, "into": new} for issue, (old, new) in one.changed.items()},
        "gain_mine": round(one.mine, 9),
        "gain_theirs": {"mean": round(one.theirs, 4), "low": round(one.low, 4), "high": round(one.high, 4)},
        "chance": round(one.likely, 4),
        "sure": one.sure,
        "guesses": list(one.guesses),
        "question": one.question or None,
        "settles": round(one.settles, 4),
    }
