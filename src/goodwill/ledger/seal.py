"""The seal of an answer: it binds whoever gave it, and tells nothing until the answer is opened."""

import hashlib

from goodwill.ledger.entry import Entry

SEALED = ("outcome", "self", "process", "relationship", "salt")


def digest(pulse: Entry) -> str:
    """Give the seal of a pulse: SHA-256 over its day, its points, its salt and its words, as 64 hex digits.

    The salt is what keeps the seal from being guessed: there are few ways to answer with four numbers.

    >>> from datetime import date
    >>> one = Entry(date(2026, 3, 31), "pulse", "u1", {"by": "me", "process": "3", "salt": "9f"}, "heard last")
    >>> digest(one) == digest(one.changed(by="Rosa")), digest(one) == digest(one.changed(process="5"))
    (True, False)
    """
    said = (str(pulse.day), *(pulse.get(key) for key in SEALED), " ".join(pulse.words.split()))
    return hashlib.sha256("\x1f".join(said).encode("utf-8", "replace")).hexdigest()
