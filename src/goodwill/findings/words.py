"""Days and entries as a person writes them, and nothing that would drive a terminal."""

import re
from datetime import date

from goodwill.ledger.entry import Entry

_TOLD = ("matter", "level", "value", "result", "amount", "currency", "due", "until", "limit", "type", "closeness")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def spoken(day: date) -> str:
    """Write a day as people do.

    >>> spoken(date(2026, 5, 12))
    '12 May 2026'
    """
    return f"{day.day} {day:%B} {day.year}"


def spoken_days(text: str, today: date) -> str:
    """Write each ISO day in a text as people do; the year is left out where it is this one.

    >>> spoken_days("was due 2026-05-12", date(2026, 6, 1))
    'was due 12 May'
    """

    def one(found: re.Match[str]) -> str:
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return found[0]
        return spoken(day) if day.year != today.year else f"{day.day} {day:%B}"

    return _ISO.sub(one, text)


def visible(text: str) -> str:
    r"""Write characters that would drive a terminal or turn a text around as escapes that can be seen.

    >>> visible("six boxes\x1b[2J")
    'six boxes\\u001b[2J'
    """
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def described(entry: Entry) -> str:
    """Describe an entry that has no words of its own, from its keys.

    >>> described(Entry(date(2026, 2, 2), "invoice", "i1", {"number": "1042", "amount": "380", "due": "2026-02-16"}))
    'invoice 1042, amount 380, due 2026-02-16'
    """
    told = [f"{key} {value}" for key, value in entry.values.items() if key in _TOLD]
    head = f"{entry.kind} {entry.get('number')}".strip()
    return ", ".join([head, *told])
