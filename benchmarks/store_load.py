"""Entries as a mailbox gives them, for the store's benchmarks: quoted mentions, words of two lines."""

from collections.abc import Iterator
from datetime import date

from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import line, parse_line


def messages(count: int, start: int = 0) -> Iterator[Entry]:
    for number in range(start, start + count):
        values = {
            "by": f"Alan Fields {number % 300} <alan{number % 300}@fields.example>",
            "to": "me",
            "channel": "mail",
            "thread": f"t{number % 997}",
            "src": "mail.mbox",
            "line": str(number),
        }
        words = f"Dear Ms Reyes,\nthe words of message {number}, which go on for a line or two. \u00c0 bient\u00f4t"
        entry = Entry(date(2026, 1 + number % 12, 1 + number % 28), "message", f"m{number}", values, words, "10:05")
        found = parse_line(line(entry))
        assert isinstance(found, Entry)
        yield found
