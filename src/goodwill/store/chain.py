"""The chain: each event is sealed by a hash that covers the event before it, so that no change goes unseen.

An event commits to its content by SHA-256(salt || payload). When payload and salt are deleted the commitment
stays, cannot be tested by guessing, and the chain still verifies.
"""

import hashlib
import unicodedata
from functools import lru_cache
from typing import NamedTuple

SALT = 16
KEY = 16
_TITLE = b"goodwill book 1"


class Event(NamedTuple):
    """One event as it stands in the book for good; its content lies apart from it."""

    seq: int
    prev: bytes
    hash: bytes
    commitment: bytes
    key: bytes
    parties: bytes
    recorded: str
    came: str


def genesis(secret: bytes) -> bytes:
    """Give the hash that stands before the first event of a book."""
    return hashlib.sha256(_TITLE + secret).digest()


def commitment(salt: bytes, payload: bytes) -> bytes:
    """Commit to a content without telling it."""
    return hashlib.sha256(salt + payload).digest()


def sealed(event: Event) -> bytes:
    """Give the hash an event must carry: it covers every field and the hash of the event before."""
    seq, prev, _, promised, key, parties, recorded, came = event
    when, how = recorded.encode(), came.encode()
    sizes = b"%d %d %d %d %d %d " % (seq, len(promised), len(key), len(parties), len(when), len(how))
    return hashlib.sha256(b"".join((prev, sizes, promised, key, parties, when, how))).digest()


def entry_key(secret: bytes, name: str) -> bytes:
    """Give the key under which an entry's id is known in the book: it tells nothing without the book's secret."""
    return hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=KEY, key=secret, person=b"entry").digest()


@lru_cache(maxsize=4096)
def party_key(secret: bytes, mention: str) -> bytes:
    """Give the key under which a party is looked up, the same for every spelling that `canonical` makes one."""
    plain = canonical(mention).encode("utf-8", "replace")
    return hashlib.blake2b(plain, digest_size=KEY, key=secret, person=b"party").digest()


def canonical(mention: str) -> str:
    """Give a party's mention in one spelling: the address where there is one, letters compared without case.

    >>> canonical("Alan Fields <Alan@fields.example>")
    'alan@fields.example'
    """
    start, end = mention.rfind("<"), mention.rfind(">")
    inner = mention[start + 1 : end] if 0 <= start < end else ""
    return " ".join(unicodedata.normalize("NFC", inner or mention).casefold().split())


def head_text(seq: int, seal: bytes) -> str:
    """Print the head of a book: the number of its last event, and that event's hash."""
    return f"{seq}:{seal.hex()}"


def head_read(text: str) -> tuple[int, str] | None:
    """Read a head that was written down; None where the text is none.

    >>> head_read("3:" + "ab" * 32)[0]
    3
    """
    seq, _, seal = text.strip().lower().partition(":")
    whole = (
        seq.isdecimal() and seq.isascii() and len(seq) < 19 and len(seal) == 64 and set(seal) <= set("0123456789abcdef")
    )
    return (int(seq), seal) if whole else None
