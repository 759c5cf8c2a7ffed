"""Reads messages as they come: one by one while they are few, many at once when that is quicker; the same readings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from goodwill.moves.joint import JointReader
from goodwill.moves.normalise import Plain, Sentence
from goodwill.moves.reader import Reading
from goodwill.moves.unswept import unswept

if TYPE_CHECKING:
    from goodwill.moves.bulk import BulkReader

MOST_TEXTS = 4000
MOST_LETTERS = 400_000
"""So many texts or characters are read at a time; from so many on it pays to get ready for it."""
_PAYS = 2000
"""Once ready, it pays from so many characters on."""
Item = TypeVar("Item")


class ReaderOfMany:
    """Says of each text what `JointReader` says."""

    name = JointReader.name

    def __init__(self) -> None:
        self._one = JointReader()
        self._bulk: BulkReader | None = None

    def read_each(self, texts: Sequence[str]) -> list[list[Reading]]:
        """Give the readings of messages that have nothing to do with each other."""
        return self.read_sentences(texts)[0]

    @unswept()
    def read_sentences(self, texts: Sequence[str]) -> tuple[list[list[Reading]], list[Sequence[Sentence]]]:
        """Give the readings of messages that have nothing to do with each other, and the places of their sentences."""
        letters, taken = sum(map(len, texts)), [Plain.of(text) for text in texts]
        places: list[Sequence[Sentence]] = [one.sentences for one in taken]
        if not (_many(len(texts), letters) or (self._bulk and letters >= _PAYS)):
            return [self._one.read_plain(one) for one in taken], places
        if self._bulk is None:
            from goodwill.moves.bulk import BulkReader

            self._bulk = BulkReader()
        return self._bulk.read_plain(taken), places


def in_batches(items: Iterable[Item], letters: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Give the items of a stream in batches, each of so many texts or so many characters.

    >>> [len(batch) for batch in in_batches(["a" * 240_000] * 5, len)]
    [2, 2, 1]
    """
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += letters(item)
        if _many(len(batch), size):
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _many(texts: int, letters: int) -> bool:
    return texts >= MOST_TEXTS or letters >= MOST_LETTERS
