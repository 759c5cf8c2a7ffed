"""What a reader saw in a message, as entries that cite it."""

from collections.abc import Iterator, Sequence

from goodwill.ledger.entry import Entry
from goodwill.ledger.mint import minted
from goodwill.moves.dates import due_day
from goodwill.moves.reader import Reader, Reading

LONGEST_READ = 100_000


def readings(message: Entry, reader: Reader) -> Iterator[Entry]:
    """Give what a reader sees in the first 100,000 characters of a message, as entries that cite it."""
    return as_entries(message, reader.read(read_of(message)))


def read_of(message: Entry) -> str:
    """Give the words of a message that are read."""
    return message.words[:LONGEST_READ]


def as_entries(message: Entry, told: Sequence[Reading]) -> Iterator[Entry]:
    """Give what was read in a message as entries that cite it."""
    for seen in told:
        values = {
            "of": message.id,
            "move": seen.move,
            "span": f"{seen.start}-{seen.end}",
            "reader": seen.reader,
            "p": f"{seen.p:.2f}",
        }
        if seen.move == "promise" and (due := due_day(message.words[seen.start : seen.end], message.day)):
            values["due"] = due.isoformat()
        name = minted("reading", message.id, seen.move, values["span"], seen.reader)
        yield Entry(message.day, "reading", name, values, "", message.time)
