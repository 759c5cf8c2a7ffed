"""The people a mail names in its From, To and Cc: each as `Name <address>`, groups opened, at most fifty."""

import re
from email.utils import getaddresses
from functools import lru_cache

from goodwill.doors import header
from goodwill.doors.charset import decoded
from goodwill.doors.door import mention

MOST_PEOPLE = 50
_LONGEST_FIELD = 16_384
_ADDRESS = re.compile(r"[^\s<>\",;:@|]{1,120}@[^\s<>\",;:@|]{1,180}")
_FILED = re.compile(r"([^\s,]{1,60}), ?([^\s,.]{1,60})")
_NOT_GIVEN = frozenset({"ltd", "inc", "llc", "gmbh", "ag", "jr", "sr", "phd", "md", "plc", "sa", "se", "co"})
_DEEP = re.compile(r"[()]{8,}")


def people(*values: bytes) -> tuple[str, ...]:
    """Give everyone some address fields name, each once, in order.

    >>> people(b'"Fields, Alan" <Alan@fields.example>, Crew: jess@fields.example;', b"undisclosed-recipients:;")
    ('Alan Fields <alan@fields.example>', 'jess@fields.example')
    """
    found: dict[str, None] = {}
    for value in values:
        for person in _of(value[:_LONGEST_FIELD]):
            found.setdefault(person)
            if len(found) == MOST_PEOPLE:
                return tuple(found)
    return tuple(found)


@lru_cache(1024)
def _of(value: bytes) -> tuple[str, ...]:
    # The name is decoded after the parting, since an encoded name may hold a comma.
    written = _DEEP.sub(" ", decoded(value)[0]).replace("\x00", "")
    try:
        pairs = getaddresses([written])
    except (IndexError, ValueError, TypeError, AttributeError, RecursionError):
        pairs = []
    pairs = [pair for pair in pairs if any(pair)] or [("", found) for found in _ADDRESS.findall(written)]
    found = (_person(header.words(name), header.words(address)) for name, address in pairs)
    return tuple(person for person in found if person)


def _person(name: str, address: str) -> str:
    usable = _ADDRESS.search(address)
    plain = name.strip(" '\"") or ("" if usable else address)
    return mention(spoken(plain), usable[0] if usable and usable[0].isprintable() else "")


def spoken(name: str) -> str:
    """Turn a name as filed into the name as spoken, where it is clearly filed.

    >>> spoken("Fields, Alan"), spoken("Bell, Ltd"), spoken("Holm, Søren, Jr")
    ('Alan Fields', 'Bell, Ltd', 'Holm, Søren, Jr')
    """
    filed = _FILED.fullmatch(name)
    return f"{filed[2]} {filed[1]}" if filed and filed[2].lower() not in _NOT_GIVEN else name
