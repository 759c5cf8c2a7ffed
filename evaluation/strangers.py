"""Messages written, and coded twice, by others who knew neither cues nor phrases nor rules; what a reader finds there.

uv run python -m evaluation.strangers
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cache
from itertools import accumulate
from pathlib import Path

from evaluation.moves import WORDS, Count, Said, all_moves, counts, kappa, total

from goodwill.moves.cues import CueReader
from goodwill.moves.joint import JointReader
from goodwill.moves.reader import Reader

HERE = Path(__file__).resolve().parent / "strangers"
SETS = ("plain", "indirect")
UNCODED = frozenset({"greeting", "question", "small-talk", "self-need", "other-need", "no-need"})
Message = list[tuple[str, str]]


@cache
def messages(name: str) -> tuple[Message, ...]:
    """Read the messages of a set, each as its sentences with their ids."""
    parts = (HERE / f"{name}.txt").read_text("utf-8").split("\n@ ")
    rows = ([line.partition(" | ") for line in part.splitlines()[1:] if " | " in line] for part in parts)
    return tuple([(one, text) for one, _, text in some] for some in rows if some)


@cache
def coding(name: str, which: str) -> Said:
    """Read one coding of a set: which moves each sentence makes."""
    with (HERE / f"{name}_{which}.csv").open(encoding="utf-8", newline="") as rows:
        return {row["id"]: set(row["moves"].split()) for row in csv.DictReader(rows)}


def both(name: str) -> tuple[Said, Said]:
    """Give both codings of a set."""
    return coding(name, "a"), coding(name, "b")


def read_by(reader: Reader, read: Iterable[Message]) -> Said:
    """Read each message whole, and give what was seen sentence by sentence."""
    said: Said = {}
    for message in read:
        ends = list(accumulate(len(text) + 1 for _, text in message))
        said |= {one: set() for one, _ in message}
        for seen in reader.read(" ".join(text for _, text in message)):
            if seen.move not in UNCODED:
                said[message[bisect_right(ends, seen.start)][0]].add(seen.move)
    return said


def by_both(name: str) -> Said:
    """Read a set with the reader as it ships."""
    return read_by(JointReader(), messages(name))


def by_cues(name: str) -> Said:
    """Read a set with the cues alone."""
    return read_by(CueReader(), messages(name))


def by_words(name: str) -> Said:
    """Read a set with the baseline: one or two telling words a move."""
    return told_by_words(messages(name))


def told_by_words(read: Iterable[Message]) -> Said:
    """Tell the moves of messages by one or two telling words a move."""
    said = {}
    for one, text in (pair for message in read for pair in message):
        words = set(text.lower().replace("?", " ? ").replace(".", " ").replace(",", " ").split())
        said[one] = {move for move, telling in WORDS.items() if words & telling} - UNCODED
    return said


READERS = (by_both, by_cues, by_words)


@cache
def measured(read: Callable[[str], Said], name: str) -> dict[str, Count]:
    """Count what a reader finds in a set, move by move; what one coding alone says is left out."""
    return counts(list(coding(name, "a")), read(name), both(name), all_moves(both(name)))


def main() -> None:
    for name in SETS:
        agreed = sum(kappa(*both(name), move) for move in all_moves(both(name))) / len(all_moves(both(name)))
        print(f"{name}: {sum(map(len, messages(name)))} sentences, mean kappa {agreed:.2f}")
        for what, read in zip(("as shipped", "cues alone", "word lists"), READERS, strict=True):
            count = total(measured(read, name))
            print(f"  {what}: precision {count.precision:.2f}, recall {count.recall:.2f}")


if __name__ == "__main__":
    main()
