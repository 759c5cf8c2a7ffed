"""Reads the captions of a recorded call (WebVTT, SRT) as Zoom, Teams and Meet write them: who said what."""

import html
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from goodwill.doors.charset import named
from goodwill.doors.door import Hints, Ignored, Item
from goodwill.doors.lines import LONGEST, Line, decoded, lines
from goodwill.doors.meeting import Dated, Piece, Turn, day_in, in_order, joined, speaker_in, spoken
from goodwill.doors.turn_line import sound
from goodwill.ledger.notation import Invalid

_STAMP = r"(?:(\d{1,3}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})"
_TIMING = re.compile(rf"\s{{0,8}}{_STAMP}\s{{1,8}}-->\s{{1,8}}{_STAMP}(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[\w.\-]{1,60})?\s+([^<>]{1,200})>")
_CHANGES = re.compile(r"\s{0,4}(?:[-\u2013] |>>|&gt;&gt;)")
_TAG = re.compile(r"</?[^<>]{0,200}>")
_LONGEST_BLOCK = 200
_NOT_CUES = ("NOTE", "STYLE", "REGION", "WEBVTT")


class Captions:
    """Captions of a call, with a speaker in each cue: `<v Name>` or `Name:`."""

    name = "captions"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether the file begins like WebVTT, or is named and timed like SRT."""
        text = decoded(head).lstrip("\ufeff")
        if text.startswith("WEBVTT"):
            return True
        return path.suffix.lower() in (".srt", ".vtt") and any(map(_TIMING.match, text.split("\n")[:40]))

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read cue by cue; what one speaker says without a pause of two seconds is one message."""
        yield from spoken(path, hints, lambda: joined(_pieces(path, hints.charset)))


def _pieces(path: Path, charset: str) -> Iterator[Piece]:
    """Read the blocks of the file as turns; a cue without a name belongs to the speaker before it, if one is known."""
    speaker = ""
    for block in _blocks(path, charset):
        if not isinstance(block, list):
            yield block
            continue
        for piece in _block(block, named(path), speaker):
            speaker = piece.speaker if isinstance(piece, Turn) else "" if isinstance(piece, Invalid) else speaker
            yield piece


def _blocks(path: Path, charset: str) -> Iterator[list[Line] | Invalid | Ignored]:
    """Part the file at its blank lines."""
    block: list[Line] = []
    size = 0
    for line in lines(path, charset):
        if not isinstance(line, Line):
            yield line
            continue
        size += len(line.text)
        if line.text.strip() and len(block) < _LONGEST_BLOCK and size < LONGEST:
            block.append(line)
            continue
        if block:
            yield block
        block = [line] if line.text.strip() else []
        size = len(line.text)
    if block:
        yield block


def _block(block: list[Line], file: str, speaker: str) -> Iterator[Piece]:
    """Read one block: a cue, a note that may name the day, or something that is neither."""
    timed = next((i for i, line in enumerate(block[:3]) if "-->" in line.text), None)
    first = block[0]
    if timed is None:
        yield from _remark(block, file)
        return
    timing = _TIMING.fullmatch(block[timed].text[:300])
    if timing is None:
        yield Invalid("not a time: " + block[timed].text[:60].strip(), file, first.number, first.text[:2000])
        return
    start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
    text = "\n".join(line.text for line in block[timed + 1 :])
    turn = partial(Turn, first.number, start=start, end=max(start, end))
    voices = list(_voices(text, speaker))
    if not voices:
        yield Ignored("a cue without words", file, first.number)
    for name, words in voices:
        if sound(words):
            yield Ignored("no words, or a sound", file, first.number)
        else:
            yield turn(name, words) if name else Invalid("no speaker named", file, first.number, words[:2000])


def _remark(block: list[Line], file: str) -> Iterator[Piece]:
    """Read a block that is no cue; a note or head may name the day."""
    text = " ".join(line.text for line in block[:10])[:300]
    if not text.lstrip("\ufeff").startswith(_NOT_CUES):
        yield Invalid("neither a cue nor a note", file, block[0].number, text)
    elif (day := day_in(text)) is not None:
        yield Dated(day)


def _voices(text: str, speaker: str) -> Iterator[tuple[str, str]]:
    """Part the words of a cue by who speaks them: `<v Name>` first, then `Name:` at the start of a line."""
    before, *marked = _VOICE.split(text)
    spoken_lines = [(speaker, before)] if before.strip() else []
    spoken_lines += [(in_order(_plain(name)), words) for name, words in zip(marked[::2], marked[1::2], strict=True)]
    for name, words in spoken_lines:
        yield from _lines(words, name, marked=bool(marked))


def _lines(text: str, speaker: str, *, marked: bool) -> Iterator[tuple[str, str]]:
    """Part words at lines that begin with a name; without one, all belong to one speaker.

    A dash or `>>` says that another speaks: without a name it is not known who.
    """
    kept: list[str] = []
    for line in text.split("\n"):
        name, words = ("", line) if marked else speaker_in(_plain(line))
        if name or (not marked and _CHANGES.match(line)):
            if kept:
                yield speaker, " ".join(kept)
            speaker, kept = name, []
        if plain := _plain(words):
            kept.append(plain)
    if kept:
        yield speaker, " ".join(kept)


def _plain(text: str) -> str:
    """Drop tags and resolve entities."""
    return " ".join(html.unescape(_TAG.sub("", text)).split()).removeprefix(">> ").removeprefix("- ")


def _seconds(groups: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(g or 0) for g in groups)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
