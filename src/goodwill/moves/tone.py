"""How a text is likely to be taken: open to the other view or not, warm or tough. The text, never its writer."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from goodwill.moves.grams import letter_keys, seen, word_keys
from goodwill.moves.masking import masked, tokens
from goodwill.moves.rows import Rows
from goodwill.moves.weights import Floats, Weights, shipped

LONGEST = 20_000
_LISTS = {
    "hedge": "think believe feel opinion guess suppose seem seems perhaps maybe might could somewhat probably possibly "
    "sometimes some likely usually often generally tend",
    "agree": "agree agreed right point understand see valid sense true fair while although though both however",
    "deny": "not no never nothing nobody wrong disagree false ridiculous stupid nonsense lie ignorant idiot dumb "
    "don't doesn't isn't aren't can't won't didn't wasn't",
    "absolute": "always never all every everyone obviously clearly certainly simply just only fact period must should "
    "any completely totally absolutely really very",
    "you": "you your yourself",
    "i": "i my me i'm i'd i've",
    "we": "we our us let's",
    "ground": "because therefore since due",
    "thanks": "thank thanks appreciate respect glad interesting great good love",
    "soften": "would could can do",
}


@dataclass(frozen=True, slots=True)
class Tone:
    """`receptive` is on the raters' scale, about 0 in the middle; `warm` is a chance."""

    receptive: float
    warm: float


@cache
def _lists() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()) for words in _LISTS.values())


def context(words: Sequence[Sequence[str]]) -> Floats:
    """Give, for each text, presence, count and share of each word list, its length, and its signs."""
    out = np.zeros((len(words), 3 * len(_LISTS) + 4))
    for row, one in enumerate(words):
        size = max(len(one), 1)
        counts = [sum(word in listed for word in one) for listed in _lists()]
        shape = [np.log1p(size) / 3, "?" in one, "!" in one, np.log1p(one.count(".")) / 2]
        out[row] = [*(min(n, 1) for n in counts), *np.log1p(counts), *(10 * n / size for n in counts), *shape]
    return 0.3 * out


def raw_tone(weights: Weights, texts: Sequence[str]) -> Floats:
    """Give both scores of each text: (texts, 2)."""
    plain = [masked(text[:LONGEST]) for text in texts]
    words = [tokens(text) for text in plain]
    scores = np.einsum("ij,jk->ik", context(words), weights.dense) + weights.bias
    known = Rows.of([weights.numbered(one) for one in words])
    parts = word_keys(known.numbers, known.at), letter_keys(plain)
    for number, part in enumerate(parts):
        scores += weights.block(number, seen(*part, weights.table), len(texts))
    return np.asarray(scores)


def tones(texts: Sequence[str]) -> list[Tone]:
    """Give the tone of each text."""
    if not texts:
        return []
    weights = shipped("tone")
    scores = raw_tone(weights, texts)
    warm = weights.chance(scores)[:, 1]
    return [Tone(float(score[0]), float(chance)) for score, chance in zip(scores, warm, strict=True)]
