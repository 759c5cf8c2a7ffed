"""What every reader of messages gives back: which move it saw, in which words, how surely, and who saw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Utterance:
    """One message or turn: who said it, and the words."""

    by: str
    text: str


class Reading(NamedTuple):
    """One move seen in text[start:end], with its chance and the reader's name and version."""

    move: str
    start: int
    end: int
    p: float
    reader: str


BY_PLACE = itemgetter(1, 2, 0)
"""Sorts readings by their place in the text, those of one place by move."""


class Reader(Protocol):
    """A witness: reads a message once; what it says is a reading, never a judgement."""

    @property
    def name(self) -> str:
        """The reader and its version, as `cues@1`."""

    def read(self, text: str, before: Sequence[Utterance] = ()) -> list[Reading]:
        """Give the moves seen in the text, in order of place; `before` is what was said earlier in the thread."""

    def read_thread(self, utterances: Sequence[Utterance]) -> list[list[Reading]]:
        """Give the readings of each utterance of one thread, in order."""
