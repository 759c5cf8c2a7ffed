"""Who is who: how a person may be named, and when two names are surely one person."""

import re
from dataclasses import dataclass

_NAMED = re.compile(r"([^<>]*)<([^<>]*)>\s*")
FEWEST_DIGITS = 5
FEWEST_LOCAL_DIGITS = 7
_PHONE = re.compile(r"\+?[\d\s().\-\u00a0\u202f]{7,25}")


@dataclass(frozen=True, slots=True)
class Party:
    """A person or an organisation: the id it goes by, the name to show, and every exact way it was named."""

    id: str
    name: str
    type: str = "person"
    of: str = ""
    mentions: frozenset[str] = frozenset()


def address_in(mention: str) -> str:
    """Give the address in `Name <address>`, or the mention itself.

    >>> address_in("Alan Fields <alan@fields.example>")
    'alan@fields.example'
    """
    named = _NAMED.fullmatch(mention)
    return (named[2].strip() or named[1].strip() or mention) if named else mention


def name_in(mention: str) -> str:
    """Give the name in `Name <address>`, or the mention itself.

    >>> name_in("Alan Fields <alan@fields.example>")
    'Alan Fields'
    """
    named = _NAMED.fullmatch(mention)
    return (named[1].strip() or named[2].strip() or mention) if named else mention


def normal(mention: str) -> str:
    """Give the form in which two mentions are compared: mail in lower case, phone as digits, names without case.

    >>> normal("Alan@Fields.example"), normal("+1 (555) 010-99"), normal("  Alan   FIELDS ")
    ('alan@fields.example', '+155501099', 'alan fields')
    >>> normal("0044 7700 900123") == normal("+44 7700 900123"), normal("07700 900123")
    (True, '07700900123')
    """
    bare = address_in(mention)
    digits = "".join(c for c in bare if c.isdigit())
    if len(digits) >= FEWEST_DIGITS and _PHONE.fullmatch(bare.strip()):
        abroad = bare.strip().startswith("+")
        return f"+{digits}" if abroad else f"+{digits[2:]}" if digits.startswith("00") else digits
    return " ".join(bare.split()).casefold()


def unaccented(name: str) -> str:
    """Give a name in lower case without accents, as people type it.

    >>> unaccented("Chloé Lefèvre"), unaccented("Müßig")
    ('chloe lefevre', 'mussig')
    """
    import unicodedata  # for names typed by a person alone

    parts = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())


def strong(mention: str) -> bool:
    """Say whether a mention is a mail address or a phone number, which belong to one party alone."""
    plain = normal(mention)
    return "@" in plain or plain.lstrip("+").isdecimal()


def same_number(one: str, other: str) -> bool:
    """Say whether two phone numbers may be one, written with and without the country.

    >>> same_number("+44 7700 900123", "07700 900123"), same_number("+44 7700 900123", "0123")
    (True, False)
    """
    local, longer = sorted((normal(one), normal(other)), key=len)
    both = strong(one) and strong(other) and "@" not in local + longer and local != longer
    tail = local.lstrip("+0")
    return both and not local.startswith("+") and len(tail) >= FEWEST_LOCAL_DIGITS and longer.endswith(tail)
