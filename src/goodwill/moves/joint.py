"""Reads a message by its cues and by what was learnt of phrases: each sees what the other misses, and may doubt it."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from goodwill.moves.cues import CueReader
from goodwill.moves.normalise import Plain
from goodwill.moves.phrase_file import shipped_phrases
from goodwill.moves.phrases import VERSION, Heard, Phrases
from goodwill.moves.reader import BY_PLACE, Reading, Utterance


class JointReader:
    """Says a move where the learnt phrases are sure of it, or where a cue tells it and they do not doubt it.

    A cue points at its own words, the phrases at the sentence. Moves that only cues know are said as they tell them.

    >>> [(seen.move, seen.reader) for seen in JointReader().read("I'll send the revised quote by Thursday.")]
    [('promise', 'cues@1')]
    """

    name = f"{CueReader.name}+{VERSION}"

    def __init__(self, phrases: Phrases | None = None) -> None:
        self._cues = CueReader()
        self._phrases = phrases or shipped_phrases()

    def read(self, text: str, before: Sequence[Utterance] = ()) -> list[Reading]:
        """Give the moves seen, by place in the text; quoted mail is not read."""
        return self.read_plain(Plain.of(text), before)

    def read_plain(self, text: Plain, before: Sequence[Utterance] = ()) -> list[Reading]:
        """Give the moves seen in a text made plain."""
        return self._joined(text, self._cues.read_plain(text, before))

    def read_thread(self, utterances: Sequence[Utterance]) -> list[list[Reading]]:
        """Give the readings of each utterance of one thread, in order."""
        known = [Plain.of(one.text) for one in utterances]
        told = self._cues.read_plain_thread(utterances, known)
        return [self._joined(text, cues) for text, cues in zip(known, told, strict=True)]

    def _joined(self, text: Plain, told: Sequence[Reading]) -> list[Reading]:
        cues = by_sentence(text, told)
        return joined(text, cues, self._judged(text, cues), self._phrases)

    def _judged(self, text: Plain, told: Sequence[Collection[str]]) -> list[list[tuple[str, float]]]:
        known, before, last = self._phrases, list[int](), len(told) - 1
        said = []
        for at, (pieces, cues) in enumerate(zip(text.pieces, told, strict=True)):
            words = known.heard(pieces)
            said.append(known.summed(Heard(words, before, known.cues(cues), at == 0, at == last)))
            before = words
        return known.judged(said, told)


def by_sentence(text: Plain, told: Sequence[Reading]) -> list[dict[str, Reading]]:
    """Give what cues tell of each sentence, by move."""
    cues: list[dict[str, Reading]] = [{} for _ in text.sentences]
    ends = [one.end for one in text.sentences] if told else []
    for cue in told:
        cues[min(bisect_right(ends, cue.start), len(cues) - 1)][cue.move] = cue
    return cues


def joined(
    text: Plain, told: Sequence[dict[str, Reading]], judged: Iterable[list[tuple[str, float]]], known: Phrases
) -> list[Reading]:
    """Give the readings of a text from what cues tell of its sentences and what phrases are sure of there."""
    found: list[Reading] = []
    for (start, end, _), cues, seen in zip(text.sentences, told, judged, strict=True):
        if seen:
            found += [cues.get(move) or Reading(move, start, end, chance, VERSION) for move, chance in seen]
        if cues:
            found += [cue for move, cue in cues.items() if move not in known.places]
    return found if len(found) < 2 else sorted(found, key=BY_PLACE)
