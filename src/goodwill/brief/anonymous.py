"""A conversation without names: each speaker a letter, in the order in which they first spoke."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from goodwill.case.thread import Message

_SHORTEST = 3
_NOT_ALONE = {"the", "and", "von", "van", "speaker", "unknown", "student", "buyer", "seller", "party", "team", "mrs"}


def anonymous(turns: Sequence[Message]) -> tuple[Message, ...]:
    """Put letters for the speakers, also where the words name them; whom nobody heard speak stays named.

    >>> from datetime import date
    >>> day = date(2026, 3, 2)
    >>> said = Message("m1", "Ana Ruiz", (), day, "", "Ana here"), Message("m2", "Bo", (), day, "", "Hi Ana")
    >>> [(turn.by, turn.words) for turn in anonymous(said)]
    [('A', 'A here'), ('B', 'Hi A')]
    """
    letters = {by: lettered(n) for n, by in enumerate(dict.fromkeys(turn.by for turn in turns))}
    said = {form: letters[by] for by in letters for part in _parts(by) for form in (part, part.title(), part.upper())}
    form = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(said, key=len, reverse=True)))})(?!\w)")

    def without(words: str) -> str:
        return form.sub(lambda found: said[found[0]], words) if said else words

    return tuple(
        replace(
            turn,
            by=letters[turn.by],
            to=(),
            words=without(turn.words),
            readings=tuple(replace(r, by=letters[turn.by], to="", words=without(r.words)) for r in turn.readings),
        )
        for turn in turns
    )


def lettered(n: int) -> str:
    """Give the n-th letter, from 0; past Z with a number.

    >>> lettered(0), lettered(25), lettered(26)
    ('A', 'Z', 'A2')
    """
    return chr(ord("A") + n % 26) + (str(n // 26 + 1) if n >= 26 else "")


def _parts(name: str) -> Iterable[str]:
    """Give the ways in which words may name somebody: the whole name, its parts, and the address."""
    plain, _, address = name.partition("<")
    whole = plain.strip()
    words = (word.strip(".,()'\"") for word in whole.split())
    parts = [word for word in words if len(word) >= _SHORTEST and word.casefold() not in _NOT_ALONE]
    return [part for part in (whole, address.rstrip(">"), *parts) if part]
