"""Concerns in a conversation and what became of each: restated, acknowledged, answered, or left open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goodwill.case.thread import Message, Reading

CONCERNS = ("concern", "frustration")
TURNS_AHEAD = 4
SHARED_WORDS = 2
LONG_WORD = 5
_COMMON = frozenset(
    {"about", "after", "again", "being", "could", "every", "other", "should", "their", "there", "these", "thing"}
    | {"think", "those", "would"}
)


@dataclass(frozen=True, slots=True)
class Raised:
    """A concern: who raised it, when, in which words, what became of it, and the words that answered."""

    by: str
    at: str
    words: str
    id: str
    state: str
    answer: str = ""


def heard(turns: Sequence[Message], times: Mapping[str, str]) -> Iterator[Raised]:
    """Follow each concern through the other side's next turns.

    It was restated when one of them says it back, answered when one takes up at least two of its longer words or gives
    a reason, apology, promise or safeguard at once, acknowledged when one only says that it was heard, and left open
    otherwise. A sentence read both as a concern and as frustration is one.
    """
    for place, turn in enumerate(turns):
        for reading in _concerns(turn):
            state, answer = _became(turn, reading.words, turns[place + 1 :])
            plain = " ".join(reading.words.split())
            yield Raised(turn.by, times.get(turn.id, ""), plain[:160], turn.id, state, answer)


def _concerns(turn: Message) -> Iterator[Reading]:
    """Give what was read as a concern, in the order of the words; where two overlap, the longer."""
    found = [reading for reading in turn.readings if reading.move in CONCERNS]
    for n, one in enumerate(found):
        others = (other for m, other in enumerate(found) if m != n and one.start < other.end and other.start < one.end)
        if not any((other.end - other.start, -found.index(other)) > (one.end - one.start, -n) for other in others):
            yield one


def _became(turn: Message, words: str, later: Sequence[Message]) -> tuple[str, str]:
    replies = [other for other in later if other.by != turn.by][:TURNS_AHEAD]
    for reply in replies:
        kind = "showing-empathy" in reply.moves()
        if "restatement" in reply.moves() or (kind and _content(words) & _content(reply.words)):
            return "restated", _short(reply)
    for place, reply in enumerate(replies):
        direct = place == 0 and reply.moves() & {"reason", "apology", "promise", "safeguard", "concession"}
        if direct or len(_content(words) & _content(reply.words)) >= SHARED_WORDS:
            return "answered", _short(reply)
    kindly = (reply for reply in replies if "showing-empathy" in reply.moves())
    return next((("acknowledged", _short(reply)) for reply in kindly), ("left open", ""))


def _content(words: str) -> frozenset[str]:
    found = ("".join(c for c in word if c.isalpha()) for word in words.casefold().split())
    return frozenset(word[:7] for word in found if len(word) >= LONG_WORD and word not in _COMMON)


def _short(turn: Message) -> str:
    plain = " ".join(turn.words.split())
    return plain if len(plain) <= 120 else plain[:119] + "…"
