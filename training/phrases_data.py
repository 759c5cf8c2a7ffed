"""The coded messages that phrases are learnt from: who wrote a sentence, what it does, what stands before it."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path

from moves_data import casino, phone_offers

from goodwill.moves.cues import CueReader
from goodwill.moves.normalise import Plain

CODED = Path(__file__).resolve().parent / "phrases_coded"
UNREAD = frozenset({"greeting", "question", "small-talk", "self-need", "other-need", "no-need"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """One coded sentence of a message, with the sentence before it and its place there."""

    writer: str
    text: str
    moves: frozenset[str]
    before: str
    cues: frozenset[str]
    first: bool
    last: bool
    whole: bool = True
    """Whether every move of it is coded; else nothing is known of it but that no rare move is in it."""


def coded(folder: Path = CODED) -> list[Sentence]:
    """Read every coded sentence, writer by writer."""
    return [one for file in sorted(folder.glob("*.txt")) for one in _sentences(file)]


def people(data: Path) -> list[Sentence]:
    """Give what people wrote, coded for this: how some of them shared out camping supplies, and every second of the
    first offers for a used phone.

    The project holds the codes and their places; the words stand in the public corpora.
    """
    texts = {"casino_talk": [turn.text for turn in casino(data)], "phone_offers": phone_offers(data)[0]}
    return [one for name, written in texts.items() for one in _coded_people(name, written)]


def _coded_people(name: str, written: list[str]) -> Iterator[Sentence]:
    reader = CueReader()
    for at, rows in groupby(_places(name), key=lambda row: int(row["text"])):
        said = [
            (
                frozenset(row["moves"].split()) - UNREAD,
                " ".join(written[at][int(row["start"]) : int(row["end"])].split()),
            )
            for row in rows
        ]
        yield from _sentences_of(said, name, reader)


def _places(name: str) -> list[dict[str, str]]:
    with (CODED / "people" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def harmless(data: Path) -> list[Sentence]:
    """Give what strangers sharing out camping supplies said: real talk, in which the rare moves hardly stand at all.

    What `people` gives of it is left out here.
    """
    reader, found = CueReader(), []
    known = {int(row["text"]) for row in _places("casino_talk")}
    for number, turn in enumerate(casino(data)):
        if number in known:
            continue
        text = Plain.of(turn.text)
        cues = [(one.start, one.move) for one in reader.read_plain(text)]
        before = ""
        for at, (start, end, _) in enumerate(text.sentences):
            told = frozenset(move for place, move in cues if start <= place < end)
            writer, last = f"casino {turn.dialogue % 2}", at == len(text.sentences) - 1
            found.append(Sentence(writer, turn.text[start:end], frozenset(), before, told, at == 0, last, whole=False))
            before = turn.text[start:end]
    return found


def messages(file: Path) -> Iterator[tuple[str, list[tuple[frozenset[str], str]]]]:
    """Give each message of a file: its heading, and its sentences with their codes."""
    heading, said = "", []
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("@ "):
            if said:
                yield heading, said
            heading, said = line[2:], []
        elif " |" in line:
            codes, _, text = line.partition(" |")
            said.append((frozenset(codes.split()) - {"-"} - UNREAD, text.strip()))
    if said:
        yield heading, said


def _sentences(file: Path) -> Iterator[Sentence]:
    reader = CueReader()
    for _, said in messages(file):
        yield from _sentences_of(said, file.stem, reader)


def _sentences_of(said: list[tuple[frozenset[str], str]], writer: str, reader: CueReader) -> Iterator[Sentence]:
    """Give the sentences of one message, each with the cues in it."""
    ends = list(accumulate(len(text) + 1 for _, text in said))
    cues = [(bisect_right(ends, one.start), one.move) for one in reader.read(" ".join(text for _, text in said))]
    for at, (moves, text) in enumerate(said):
        before = said[at - 1][1] if at else ""
        told = frozenset(move for place, move in cues if place == at)
        yield Sentence(writer, text, moves, before, told, at == 0, at == len(said) - 1)
