"""Ids for what came without one: the same thing read again gets the same id."""

import hashlib

from goodwill.ledger.entry import Entry

ASKED = "-"
PROVENANCE = frozenset({"src", "line", "recorded"})


def minted(kind: str, *identity: str) -> str:
    """Mint an id that is the same whenever the same thing is read again, from whatever file.

    >>> minted("message", "<abc@mail.example>") == minted("message", "<abc@mail.example>")
    True
    """
    digest = hashlib.blake2b("\x1f".join((kind, *identity)).encode("utf-8", "replace"), digest_size=8)
    return f"{kind[:3]}-{digest.hexdigest()}"


def content(entry: Entry) -> tuple[object, ...]:
    """Give what an entry says, without where it was read and when it was recorded.

    >>> from datetime import date
    >>> one = Entry(date(2026, 3, 2), "thanks", "t1", {"by": "me", "to": "alan", "src": "a.mbox"})
    >>> content(one) == content(one.changed(src="b.mbox", line="7"))
    True
    """
    said = sorted((key, value) for key, value in entry.values.items() if value and key not in PROVENANCE)
    return (entry.day, entry.time, entry.kind, entry.id, tuple(said), entry.words)


def named(entry: Entry, again: int = 0) -> Entry:
    """Give an entry that asks for an id the one its content mints; `again` counts its equals met before it."""
    day, time, _kind, _id, said, words = content(entry)
    repeat = (str(again),) if again else ()
    name = minted(entry.kind, str(day), str(time), str(said), str(words), *repeat)
    return Entry(entry.day, entry.kind, name, entry.values, entry.words, entry.time)
