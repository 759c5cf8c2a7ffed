"""The reader's features in plain strings: slow, easy to check, and the yardstick the fast ones are held against."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import scipy.sparse as sp

from goodwill.moves.grams import LETTERS
from goodwill.moves.masking import masked, tokens

_LONGEST_GRAM = 5


def word_grams(text: str) -> Iterator[str]:
    """Words, pairs, triples, and pairs around one or two words."""
    words = tokens(masked(text))
    for name, at in (("1", (0,)), ("2", (0, 1)), ("3", (0, 1, 2)), ("s", (0, 2)), ("t", (0, 3))):
        for start in range(len(words) - at[-1]):
            yield f"{name} " + " ".join(words[start + offset] for offset in at)


def letter_grams(text: str) -> Iterator[str]:
    """Two to five letters within a word and the spaces around it."""
    letters = "".join(letter if letter in LETTERS else "\0" for letter in masked(text))
    for width in range(2, _LONGEST_GRAM + 1):
        for start in range(len(letters) - width + 1):
            gram = letters[start : start + width]
            if " " not in gram[1:-1] and gram.strip(" "):
                yield gram


def before_grams(text: str) -> Iterator[str]:
    """Words and pairs of the utterance before."""
    words = tokens(masked(text))
    for name, size in (("1", 1), ("2", 2)):
        for start in range(len(words) - size + 1):
            yield f"{name} " + " ".join(words[start : start + size])


def scaled(counts: sp.csr_matrix, power: float, factor: float) -> sp.csr_matrix:
    """Divide each row by its number of grams to a power, so that long texts do not shout."""
    total = np.maximum(np.asarray(counts.sum(1)).ravel(), 1.0)
    return sp.diags(factor * total**-power) @ counts
