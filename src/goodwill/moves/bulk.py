"""Reads many messages at once as `JointReader` reads them one by one: the same readings, in less time.

It needs numpy and some time to get ready, so what reads a single draft does without it.
"""

from collections.abc import Sequence
from itertools import accumulate, chain, pairwise

import numpy as np

from goodwill.moves.cues import CueReader
from goodwill.moves.joint import JointReader, by_sentence, joined
from goodwill.moves.normalise import Plain
from goodwill.moves.phrase_file import shipped_phrases
from goodwill.moves.phrase_table import PhraseTable, Sentences
from goodwill.moves.phrases import MOST_WORDS, Phrases
from goodwill.moves.reader import Reading, Utterance
from goodwill.moves.rows import Rows
from goodwill.moves.unswept import unswept

AT_ONCE = 4000


class BulkReader:
    """Says what `JointReader` says, of many messages or threads at once."""

    name = JointReader.name

    def __init__(self, phrases: Phrases | None = None) -> None:
        known = phrases or shipped_phrases()
        self._phrases = known
        self._cues = CueReader()
        self._table = PhraseTable(known)

    def read_each(self, texts: Sequence[str]) -> list[list[Reading]]:
        """Give the readings of messages that have nothing to do with each other."""
        parts = (texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE))
        return [one for part in parts for one in self.read_plain([Plain.of(text) for text in part])]

    @unswept()
    def read_plain(self, texts: Sequence[Plain]) -> list[list[Reading]]:
        """Give the readings of texts made plain, all at once."""
        return self._joined(texts, [self._cues.read_plain(text) for text in texts])

    def read_threads(self, threads: Sequence[Sequence[Utterance]]) -> list[list[list[Reading]]]:
        """Give the readings of each utterance of each thread."""
        most = max(map(len, threads), default=1) or 1
        step = max(AT_ONCE // most, 1)
        parts = (threads[start : start + step] for start in range(0, len(threads), step))
        return [one for part in parts for one in self._threads(part)]

    @unswept()
    def _threads(self, threads: Sequence[Sequence[Utterance]]) -> list[list[list[Reading]]]:
        known = [[Plain.of(one.text) for one in thread] for thread in threads]
        told = [self._cues.read_plain_thread(thread, texts) for thread, texts in zip(threads, known, strict=True)]
        found = self._joined([*chain.from_iterable(known)], [*chain.from_iterable(told)])
        ends = [0, *accumulate(map(len, threads))]
        return [found[start:end] for start, end in pairwise(ends)]

    def _joined(self, texts: Sequence[Plain], told: Sequence[Sequence[Reading]]) -> list[list[Reading]]:
        """Join what cues tell of some texts with what is learnt of their sentences."""
        cues = [by_sentence(text, one) for text, one in zip(texts, told, strict=True)]
        words = self._words([pieces for text in texts for pieces in text.pieces])
        first = np.zeros(len(words.lengths), np.bool_)
        ends = [0, *accumulate(len(text.sentences) for text in texts)]
        first[[start for start, end in pairwise(ends) if start < end]] = True
        judged = self._table.judged(Sentences(words, [*chain.from_iterable(cues)], first))
        return [
            joined(text, some, judged[start:end], self._phrases)
            for text, some, (start, end) in zip(texts, cues, pairwise(ends), strict=True)
        ]

    def _words(self, sentences: Sequence[Sequence[str]]) -> Rows:
        """Give the numbers of the words heard in sentences taken to pieces."""
        told = Rows.of(self._phrases.heard_of(chain.from_iterable(sentences)))
        sizes = Rows(told.lengths, np.fromiter(map(len, sentences), np.int64, len(sentences)))
        return Rows(told.numbers, sizes.sums(told.lengths)).cut(MOST_WORDS)
