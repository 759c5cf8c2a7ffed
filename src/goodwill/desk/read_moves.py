"""The readers alone: what they see in a file of messages, with chances and spans."""

from collections.abc import Callable, Iterator
from itertools import islice, tee
from pathlib import Path
from typing import Any

from goodwill.desk.fault import DeskFault
from goodwill.desk.utterances import Utterance, utterances
from goodwill.ledger.notation import Invalid
from goodwill.moves.many import ReaderOfMany, in_batches
from goodwill.moves.model import ModelReader
from goodwill.moves.reader import Reading
from goodwill.moves.scoring import Turn


class Unreadable(DeskFault, OSError):  # noqa: N818 - said to the user as it is
    """A file in which there are no messages to read; the message says why."""


def read_moves(file: Path, reject: Callable[[Invalid], None] = lambda _: None) -> Iterator[dict[str, Any]]:
    """Read the moves of each message of JSON lines, or of a file that a door knows, in order.

    The trained reader answers for the moves it was trained on, cues and phrases for all others. What cannot be read is
    given to `reject`; where that is all there is, the file is said to be unreadable.
    """
    reader, model = ReaderOfMany(), ModelReader()
    plain, turned = tee(_messages(file, reject))
    context, trained = _turns(turned), frozenset(model.labels)
    for some in in_batches(plain, lambda message: len(message.text)):
        told, sentences = reader.read_sentences([message.text for message in some])
        turns = islice(context, len(some))
        for message, by_rest, (chances, readings) in zip(some, told, model.read_turns(turns, sentences), strict=True):
            each = dict(zip(model.labels, (round(p, 4) for p in chances.tolist()), strict=True))
            yield _row(message, each, readings + [one for one in by_rest if one.move not in trained])


def _messages(file: Path, reject: Callable[[Invalid], None]) -> Iterator[Utterance]:
    """Give the messages of a file one by one; a file without any is said to be unreadable."""
    waiting: list[Invalid] = []
    found = False
    for item in utterances(file):
        if isinstance(item, Utterance):
            found = True
            yield item
        elif found:
            reject(item)
        else:
            waiting.append(item)
    if not found:
        raise Unreadable(str(waiting[0]) if waiting else f"{file.name}: no messages in it")
    for item in waiting:
        reject(item)


def _turns(messages: Iterator[Utterance]) -> Iterator[Turn]:
    """Give each message with its context: what was said before it in its own thread, and its place there."""
    last: dict[str, tuple[str, str, int]] = {}
    for message in messages:
        before, by, at = last.get(message.thread, ("", "", 0))
        yield Turn(message.text, before, at, at > 0 and by == message.by)
        last[message.thread] = (message.text, message.by, at + 1)


def _row(message: Utterance, chances: dict[str, float], seen: list[Reading]) -> dict[str, Any]:
    spans: dict[str, list[list[int]]] = {}
    for one in seen:
        chances[one.move] = max(round(one.p, 4), chances.get(one.move, 0.0))
        spans.setdefault(one.move, []).append([one.start, one.end])
    return {
        "id": message.id,
        "by": message.by,
        "text": message.text,
        "moves": chances,
        "seen": sorted(spans),
        "spans": spans,
    }
