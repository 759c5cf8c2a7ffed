"""The text as readers take it, at its own length, so that every span points into the writer's own words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 2000
"""No sentence is read beyond this many characters; what is longer is cut here."""

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d.,:]*|[$£€%?!]")
"""A word, a number or a telling sign of a plain text."""
_SAME_LENGTH = {
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-",
    "\u2011": "-", "\u00a0": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "\r": " ", "\u0130": "i",
}  # fmt: skip
_ALIKE = re.compile(f"[{''.join(_SAME_LENGTH)}]")
_QUOTED = re.compile(
    r"^[ ]{0,3}(?:>|\|)[^\n]*|^-{2,}[ ]?original message[\s\S]*|^on [^\n]{8,120} wrote:[ ]*\n[\s\S]*", re.M
)
_END = re.compile(
    r"[.!?\n,:](?:(?<=[.!?])[.!?]*[\"')\]]{0,3}(?=\s|$)"
    r"(?<!\be\.g\.)(?<!\bi\.e\.)(?<! mr\.)(?<! ms\.)(?<! dr\.)(?<! mrs\.)(?<! no\.)"
    r"|(?<=\n)[ ]*(?=\n|[-*\u2022][ ]|\d{1,2}[.)][ ])|(?<=,)[ ]*\n(?=[ ]*\n)|(?<=:)[ ]*\n)"
)
_GREETING_LINE = re.compile(
    r"\A[ ]*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^\n,.!?]{0,60}[,!]?[ ]*\n"
)


class Sentence(NamedTuple):
    """A sentence's place in the text, and whether it asks."""

    start: int
    end: int
    asks: bool


class Plain(NamedTuple):
    """A text made plain, with the places of its sentences and their pieces: worked out once for all who read it.

    A piece is what stands between two blanks, a word with the signs beside it.
    """

    text: str
    sentences: tuple[Sentence, ...]
    pieces: tuple[list[str], ...]

    @classmethod
    def of(cls, text: str) -> "Plain":
        """Make a text plain."""
        lower = plain(text)
        places = sentences(lower)
        return cls(lower, places, tuple([lower[start:end].split() for start, end, _ in places]))


def plain(text: str) -> str:
    r"""Give the text in lower case with straight quotes and quoted mail blanked out, one character for one character.

    >>> plain("I\u2019ll pay.\n> You will pay?")
    "i'll pay.\n               "
    """
    if text.isascii():
        lower = text.replace("\t", " ").replace("\r", " ").lower()
    else:
        alike = _ALIKE.sub(lambda found: _SAME_LENGTH[found[0]], text)
        lower = alike.lower()
        if len(lower) != len(text):
            lower = "".join(low if len(low := char.lower()) == 1 else char for char in alike)
    if ">" in lower or "|" in lower or " wrote:" in lower or "original message" in lower:
        lower = _QUOTED.sub(lambda found: " " * len(found[0]), lower)
    return lower


def sentences(text: str) -> tuple[Sentence, ...]:
    """Give the sentences of a plain text, in order, none longer than LONGEST."""
    greeting = _GREETING_LINE.match(text) if "\n" in text else None
    start = greeting.end() if greeting else 0
    told = [Sentence(0, start, False)] if greeting else []
    for found in _END.finditer(text, start):
        end = found.end()
        if end - start > LONGEST:
            told += _cut(text, start, end, "?" in found[0])
        elif bare := (words := text[start:end]).strip():
            left = start + words.index(bare[0])
            told.append(Sentence(left, left + len(bare), "?" in found[0]))
        start = end
    if start < len(text):
        told += _cut(text, start, len(text), False)
    return tuple(told)


def _cut(text: str, start: int, end: int, asks: bool) -> Iterator[Sentence]:
    for at in range(start, end, LONGEST):
        words = text[at : at + LONGEST if at + LONGEST < end else end]
        bare = words.strip()
        if bare:
            left = at + words.index(bare[0])
            yield Sentence(left, left + len(bare), asks)
