"""The wording of many texts taken to pieces: what stands between blanks is masked and spelt only once."""

from collections.abc import Iterable
from itertools import islice

import numpy as np

from goodwill.moves.grams import Table, letter_keys
from goodwill.moves.masking import masked_piece, pieces, tokens
from goodwill.moves.rows import Rows

LONGEST = 20_000
"""No text is read beyond this many characters."""
_NONE = np.zeros(0, np.int64)


class _Numbers(dict[str, int]):
    """Numbers things in the order in which they are met."""

    def __missing__(self, thing: str) -> int:
        number = self[thing] = len(self)
        return number


class Wording:
    """Numbers the pieces of texts, and keeps of each the words the models know, the runs of letters, signs and size."""

    def __init__(self, words: dict[str, int], heard: dict[str, int], table: Table) -> None:
        self._known, self._table = (words, heard), table
        self._numbers = _Numbers()
        self.words = self.heard = self.letters = Rows(_NONE, _NONE)
        self.asks = self.sizes = _NONE

    def __len__(self) -> int:
        return len(self._numbers)

    def taken(self, texts: Iterable[str]) -> Rows:
        """Give the numbers of the pieces of each text."""
        known, number = len(self._numbers), self._numbers.__getitem__
        rows = Rows.of([[*map(number, pieces(text[:LONGEST]))] for text in texts])
        if len(self._numbers) > known:
            self._keep([masked_piece(piece) for piece in islice(self._numbers, known, None)])
        return rows

    def _keep(self, fresh: list[str]) -> None:
        spoken = [tokens(piece) for piece in fresh]
        words, heard = self._known
        self.words = self.words.plus(Rows.of([[words.get(word, 0) for word in some] for some in spoken]))
        self.heard = self.heard.plus(Rows.of([[heard.get(word, 1) for word in some] for some in spoken]))
        self.letters = self.letters.plus(self._letters([f" {piece} " for piece in fresh]))
        self.asks = np.append(self.asks, np.array(["?" in piece for piece in fresh], np.int64))
        self.sizes = np.append(self.sizes, np.array([piece.count(" ") + 1 for piece in fresh], np.int64))

    def _letters(self, fresh: list[str]) -> Rows:
        keys, at = letter_keys(fresh)
        which, rows = self._table.found(keys)
        return Rows(rows, np.bincount(at.take(which), minlength=len(fresh)))
