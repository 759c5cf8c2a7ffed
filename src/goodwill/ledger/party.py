"""Who is who: how a person may be named, and when two names are surely one person."""

import re
from dataclasses import dataclass

_NAMED = re.compile(r"([^<>]*)<([^<>]*)>\s*")
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
    return named[2] if named else mention


def name_in(mention: str) -> str:
    """Give the name in `Name <address>`, or the mention itself.

    >>> name_in("Alan Fields <alan@fields.example>")
    'Alan Fields'
    """
    named = _NAMED.fullmatch(mention)
    return (named[1].strip() or named[2]) if named else mention


def normal(mention: str) -> str:
    """Give the form in which two mentions are compared: mail in lower case, phone as digits, names without case.

    >>> normal("Alan@Fields.example"), normal("+1 (555) 010-99"), normal("  Alan   FIELDS ")
    ('alan@fields.example', '+155501099', 'alan fields')
    """
    bare = address_in(mention)
    if _PHONE.fullmatch(bare.strip()):
        digits = "".join(c for c in bare if c.isdigit())
        return f"+{digits}" if bare.strip().startswith("+") else digits
    return " ".join(bare.split()).casefold()


def strong(mention: str) -> bool:
    """Say whether a mention is a mail address or a phone number, which belong to one party alone."""
    plain = normal(mention)
    return "@" in plain or plain.lstrip("+").isdecimal()
