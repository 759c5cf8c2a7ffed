"""What a draft says: its moves and its own words, each with the place where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from goodwill.case.thread import Message, Reading
from goodwill.case.wording import Wording

LONGEST = 50_000
_REACH = 400
_QUOTED = re.compile(
    r"^[ ]{0,3}>[^\n]*|^-{2,}[ ]?original message[\s\S]*|^on [^\n]{8,120} wrote:[ ]*\n[\s\S]*", re.M | re.I
)
_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})
_END = re.compile(r"[.!?](?=\s|$)|\n")
_DAY = Wording(
    "",
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tonight|tomorrow)\b|\b\d{4}-\d\d-\d\d\b"
    r"|\b\d{1,2}[/.]\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:this|next|end of (?:the|this|next)) (?:week|month)\b"
    r"|\b(?:\d{1,2} (?:of )?)?(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b\d{1,2} may\b|\bmay \d{1,2}\b|\b(?:within|in) (?:the next )?(?:\d{1,2}|an?|one|two|three|ten) "
    r"(?:hour|day|week)",
    re.I,
)

_GROUNDS = Wording(
    "because|due to|owing to|so that|in order to|reason|is why|since |, as ",
    r"\b(?:because|due to|owing to|so that|in order to|the reasons?|this is why|that is why"
    r"|since (?:you|we|it|they|the|our|your|my|there|this|I)\b)"
    r"|, as (?:(?:my|our|his|her|their|most|many|nobody|there)\b|(?:I|we|it|they|he|she|you) "
    r"(?:is|are|was|were|have|has|had|need|can|cannot|can't|could|do|does|don't|doesn't)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a draft, and the characters where they stand."""

    words: str
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """Give its place in the draft."""
        return (self.start, self.end)


def said(draft: Message | None, *moves: str) -> tuple[Reading, ...]:
    """Give what was read in a draft of some moves, in order of place; without a draft, nothing."""
    if draft is None:
        return ()
    seen = (reading for reading in draft.readings if reading.move in moves)
    return tuple(sorted(seen, key=lambda reading: (reading.start, reading.move)))


def gives_reason(draft: Message | None) -> bool:
    """Say whether a draft gives grounds anywhere: read in it, or in words such as "since you cover weekends"."""
    return bool(said(draft, "reason")) or next(wordings(draft, _GROUNDS), None) is not None


def own_words(draft: Message) -> str:
    """Give what the writer wrote, quoted mail blanked out one character for one; the start of it where it is long."""
    return _own(draft.words)


@lru_cache(maxsize=2)
def _own(words: str) -> str:
    return _QUOTED.sub(lambda found: " " * len(found[0]), words[:LONGEST].translate(_STRAIGHT))


def wordings(draft: Message | None, pattern: "Wording | re.Pattern[str]") -> Iterator[Passage]:
    """Give each place in the writer's own words where a pattern stands."""
    if draft is not None:
        for found in pattern.finditer(own_words(draft)):
            yield Passage(draft.words[found.start() : found.end()], found.start(), found.end())


def told(draft: Message | None, pattern: "Wording | re.Pattern[str]", move: str) -> Iterator[Passage]:
    """Give each place of a draft where a pattern stands, then each sentence in which the move was read besides."""
    worded = list(wordings(draft, pattern))
    yield from worded
    for one in said(draft, move):
        if not any(one.start < found.end and found.start < one.end for found in worded):
            yield Passage(one.words, one.start, one.end)


def sentence(draft: Message, start: int, end: int, *, mark: bool = False) -> Passage:
    """Give the sentence in which some characters of a draft stand, with or without its closing mark."""
    earliest, latest = max(0, start - _REACH), min(len(draft.words), end + _REACH)
    begin = max((found.end() for found in _END.finditer(draft.words, earliest, start)), default=earliest)
    after = _END.search(draft.words, end, latest)
    stop = latest if after is None else after.end() if mark else after.start()
    words = draft.words[begin:stop]
    begin += len(words) - len(words.lstrip())
    return Passage(words.strip(), begin, begin + len(words.strip()))


def names_day(words: str) -> bool:
    """Say whether words name a day or a span of days.

    >>> names_day("by Thursday"), names_day("as soon as I can"), names_day("it may be late")
    (True, False, False)
    """
    return _DAY.search(words[:LONGEST]) is not None
