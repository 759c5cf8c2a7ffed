"""Reads moves from their wording alone: each reading points at the exact words that gave it away."""

import re
from collections.abc import Callable, Iterable, Sequence

from goodwill.moves.normalise import Plain
from goodwill.moves.reader import BY_PLACE, Reading, Utterance
from goodwill.moves.sieve import Found, shipped_sieve

_WHY = re.compile(r"\bwhy\b|\bwhat for\b|\bhow come\b|\bwhat(?:'s| is| was) (?:behind|the reason)\b")
_ANSWER_WORDS = 3
_Seen = dict[tuple[str, int], Found]
Finder = Callable[[str, Sequence[str], bool], Iterable[Found]]
"""Gives the cues found in a sentence, from its pieces and whether it asks, in the order in which words raise them."""
VERSION = "cues@1"


class CueReader:
    """Finds wordings that hardly ever mean anything else. It prefers silence to a wrong reading.

    >>> [(seen.move, seen.start, seen.end) for seen in CueReader().read("I'll send the revised quote by Thursday.")]
    [('promise', 0, 39)]
    """

    name = VERSION

    def __init__(self, find: Finder | None = None) -> None:
        self._find = find or shipped_sieve().find

    def read(self, text: str, before: Sequence[Utterance] = ()) -> list[Reading]:
        """Give the moves seen, by place in the text; quoted mail is not read."""
        return self.read_plain(Plain.of(text), before)

    def read_plain(self, text: Plain, before: Sequence[Utterance] = ()) -> list[Reading]:
        """Give the moves seen in a text made plain."""
        return self._read(text, bool(before) and _asks_why(before[-1].text), frozenset())

    def read_thread(self, utterances: Sequence[Utterance]) -> list[list[Reading]]:
        """Give the readings of each utterance; what one speaker says in a row counts as one message."""
        return self.read_plain_thread(utterances, [Plain.of(one.text) for one in utterances])

    def read_plain_thread(self, utterances: Sequence[Utterance], texts: Sequence[Plain]) -> list[list[Reading]]:
        """Give the readings of each utterance of a thread whose texts were made plain."""
        out: list[list[Reading]] = []
        company: frozenset[str] = frozenset()
        last: Utterance | None = None
        for utterance, text in zip(utterances, texts, strict=True):
            goes_on = last is not None and last.by == utterance.by
            asked = last is not None and not goes_on and _asks_why(last.text)
            out.append(self._read(text, asked, company if goes_on else frozenset()))
            seen = frozenset(one.move for one in out[-1])
            company, last = company | seen if goes_on else seen, utterance
        return out

    def _read(self, text: Plain, asked_why: bool, company: frozenset[str]) -> list[Reading]:
        seen: _Seen = {}
        answer: Reading | None = None
        for (start, end, asks), pieces in zip(text.sentences, text.pieces, strict=True):
            sentence = text.text[start:end]
            for cue, left, right in self._find(sentence, pieces, asks):
                _keep(seen, start, (cue, start + left, start + right))
            if asked_why and answer is None and not asks and sentence.count(" ") >= _ANSWER_WORDS:
                answer = Reading("reason", start, end, 0.84, VERSION)
        if not seen and answer is None:
            return []
        found = [Reading(cue.move, start, end, cue.p, VERSION) for cue, start, end in _proved(seen, company)]
        if answer is not None and all(one.move != "reason" for one in found):
            found.append(answer)
        return found if len(found) < 2 else sorted(found, key=BY_PLACE)


def _asks_why(text: str) -> bool:
    return "?" in text and _WHY.search(text.lower()) is not None


def _keep(seen: _Seen, sentence: int, new: Found) -> None:
    """Keep one reading a move and sentence: a free-standing one before one that needs company, then the surer."""
    key = (new[0].move, sentence)
    old = seen.get(key)
    if old is None or new[0].rank > old[0].rank:
        seen[key] = new


def _proved(seen: _Seen, company: frozenset[str]) -> list[Found]:
    alone = {cue.move for cue, _, _ in seen.values() if not cue.beside} | company
    return [one for one in seen.values() if not one[0].beside or alone.intersection(one[0].beside)]
