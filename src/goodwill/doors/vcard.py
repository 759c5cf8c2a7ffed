"""Contact cards (.vcf), of any version: who someone is, how they are reached, for whom they work."""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from pathlib import Path

from goodwill.doors.byte_lines import byte_lines
from goodwill.doors.charset import named
from goodwill.doors.content_lines import ContentLine, content_lines
from goodwill.doors.door import UNDATED, Hints, Ignored, Item, mention
from goodwill.doors.people import spoken
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

_MOST_LINES = 2_000
_MOST_VALUES = 20
_MAIL = re.compile(r"[^\s<>\",;|]{1,120}@[^\s<>\",;|]{1,180}")
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
_NOT_SLUG = re.compile(r"[\W_]+")


class Vcard:
    """Reads cards one by one; only lines of one card are held."""

    name = "contact cards"

    def knows(self, path: Path, head: bytes) -> bool:
        """Know cards by their first line."""
        return head.lstrip(b"\xef\xbb\xbf\r\n\t ")[:11].upper() == b"BEGIN:VCARD"

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read the cards in the order of the file."""
        try:
            with path.open("rb") as file:
                yield from _cards(content_lines(byte_lines(file), hints.charset), named(path))
        except OSError as error:
            yield Invalid(f"cannot be read: {error.strerror}", named(path))


def _cards(lines: Iterator[ContentLine], file: str) -> Iterator[Item]:
    card: list[ContentLine] = []
    depth = 0
    for line in lines:
        edge = line.name in ("BEGIN", "END") and line.text.strip().upper() == "VCARD"
        if edge and line.name == "BEGIN":
            depth += 1
            card = [line] if depth == 1 else card
        elif edge and depth:
            depth -= 1
            if depth == 0:
                yield _party(card, file)
                card = []
        elif depth == 1 and len(card) < _MOST_LINES:
            card.append(line)
    if card:
        yield Invalid("the card is cut off before its END", file, card[0].line, _full_name(card))


def _party(card: list[ContentLine], file: str) -> Item:
    kind = _first(card, "KIND", "X-ADDRESSBOOKSERVER-KIND").lower()
    start = card[0].line
    if kind in ("group", "location"):
        return Ignored(f"a {kind}, not a party", file, start)
    mails = _many(m[0].lower() for c in _named(card, "EMAIL") if (m := _MAIL.search(c.text)))
    phones = _many(_phone(c.text) for c in _named(card, "TEL"))
    employer = mention(next(iter(_pieces(card, "ORG")), ""))
    name = mention(spoken(_full_name(card))) or employer or mails.partition(",")[0] or phones.partition(",")[0]
    if not name:
        return Invalid("a card without a name, mail or phone", file, start)
    organisation = kind in ("org", "organization") or name == employer or _first(card, "X-ABSHOWAS") == "COMPANY"
    values = {
        "name": name,
        "type": "organisation" if organisation else "person",
        "mail": mails,
        "phone": phones,
        "alias": _many(mention(alias) for c in _named(card, "NICKNAME") for alias in c.parts(",")),
        "of": "" if employer == name else employer,
        "src": file,
        "line": str(start),
    }
    ident = _ident(name, _first(card, "UID") or f"{mails} {phones}")
    return Entry(_day(card), "party", ident, {k: v for k, v in values.items() if v})


def _full_name(card: list[ContentLine]) -> str:
    family, given, *_ = (*_pieces(card, "N"), "", "")
    return _first(card, "FN") or f"{given} {family}".strip()


def _ident(name: str, identity: str) -> str:
    digest = blake2b(f"{name}\x1f{identity}".encode("utf-8", "replace"), digest_size=2)
    return f"{_NOT_SLUG.sub('-', name.lower()).strip('-')[:60] or 'party'}-{digest.hexdigest()}"


def _phone(value: str) -> str:
    """Write a number as its digits, `+` before them where its country is told.

    >>> _phone("tel:+44-7700-900142;ext=3"), _phone("0049 (0)30 1234")
    ('+447700900142', '+49301234')
    """
    value = value.lower().removeprefix("tel:").partition(";")[0].strip()
    abroad = value.startswith(("+", "00"))
    digits = "".join(c for c in (value.replace("(0)", "") if abroad else value) if c in "0123456789")[:20]
    return f"+{digits.lstrip('0')}" if abroad else digits


def _day(card: list[ContentLine]) -> date:
    found = _DAY.match(_first(card, "REV"))
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else UNDATED
    except ValueError:
        return UNDATED


def _named(card: list[ContentLine], *names: str) -> Iterator[ContentLine]:
    return (line for line in card if line.name in names)


def _first(card: list[ContentLine], *names: str) -> str:
    return next((" ".join(line.text.split())[:300] for line in _named(card, *names) if line.text.strip()), "")


def _pieces(card: list[ContentLine], name: str) -> tuple[str, ...]:
    return next((tuple(part[:300] for part in line.parts()[:8]) for line in _named(card, name)), ())


def _many(values: Iterator[str]) -> str:
    return ",".join([*dict.fromkeys(value for value in values if value)][:_MOST_VALUES])
