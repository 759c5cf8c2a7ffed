"""A small net that listens for word patterns anywhere in a text: it hears what sums of turns of phrase drown."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodwill.moves.grams import Ints
from goodwill.moves.rows import Rows
from goodwill.moves.weights import Floats, arrays_of, shipped_bytes

Steps = NDArray[np.int16]
PADS = 3
LONGEST = 200
"""The net hears no more than this many words of a text."""
_SHIFT = 128
_FEW = 30
"""So few texts are heard place after place; of more, the n-th places of all at once (quicker)."""
TEXT, BEFORE = ("text0", "text1", "text2"), ("before0", "before1")


@dataclass(frozen=True)
class Net:
    """Words as vectors of small whole numbers, filters over one to three words, and what each filter says."""

    words: tuple[str, ...]
    vectors: NDArray[np.int8]
    filters: dict[str, NDArray[np.int8]]
    step: float
    bias: Floats
    out: Floats
    out_bias: Floats

    @cached_property
    def ids(self) -> dict[str, int]:
        """The number of each known word, from 2; 0 stands for no word and 1 for any other."""
        return {word: at for at, word in enumerate(self.words, 2)}

    @cached_property
    def tables(self) -> dict[str, Steps]:
        """What each word says to each filter, worked out once: whole numbers, so that sums are exact."""
        wide = self.vectors.astype(float)
        return {
            name: np.round(wide @ part.astype(float) / _SHIFT).astype(np.int16) for name, part in self.filters.items()
        }

    def scores(self, texts: Rows, before: Rows, context: Floats) -> Floats:
        """Give each text's score for each label: (texts, labels); from the numbers of its words and of those before."""
        heard = np.hstack([self.strongest(TEXT, texts), self.strongest(BEFORE, before)])
        inner = np.maximum(heard * (self.step * _SHIFT) + self.bias, 0)
        # einsum stays on this core, where a product of matrices would wake all of them for less than it costs
        said = np.einsum("ij,jk->ik", np.hstack([inner, 2 * context]), self.out)
        return np.asarray(said + self.out_bias)

    def strongest(self, bank: Sequence[str], texts: Rows) -> Steps:
        """Give how strongly each filter of a bank answers at its best place in each text."""
        texts = texts.cut(LONGEST)
        lengths = texts.lengths + PADS
        ids = np.zeros(int(lengths.sum()) + PADS, np.int64)
        ids[np.arange(len(texts.numbers)) + PADS * (texts.at + 1)] = texts.numbers
        places = Rows(np.arange(len(ids) - PADS), lengths)
        if 0 < len(lengths) < _FEW:
            heat = self._heat(bank, ids, places.numbers)
            return np.asarray(np.maximum.reduceat(heat, lengths.cumsum() - lengths, axis=0))
        falling, columns = places.abreast()
        best = np.full((len(lengths), self.tables[bank[0]].shape[1]), np.iinfo(np.int16).min, np.int16)
        for at in columns:
            np.maximum(best[: len(at)], self._heat(bank, ids, at), out=best[: len(at)])
        out = np.empty_like(best)
        out[falling] = best
        return out

    def _heat(self, bank: Sequence[str], ids: Ints, at: Ints) -> Steps:
        """Give how strongly each filter of a bank answers at some places."""
        heat = self.tables[bank[0]].take(ids.take(at), axis=0)
        for on, name in enumerate(bank[1:], 1):
            table = self.tables[name]
            heat[:, -table.shape[1] :] += table.take(ids.take(at + on), axis=0)
        return heat


def read_net(raw: bytes, sha256: str) -> Net:
    """Give the net in a file's bytes; raises ValueError when they are not the ones expected."""
    told = arrays_of(raw, sha256)
    filters = {name: told.pop(name) for name in (*TEXT, *BEFORE)}
    return Net(filters=filters, step=float(told.pop("step")), **told)


def told_of(net: Net) -> dict[str, Any]:
    """Give the net's arrays, as a weights file holds them."""
    return {
        "vectors": net.vectors, **net.filters, "step": np.array(net.step),
        "bias": net.bias, "out": net.out, "out_bias": net.out_bias,
    }  # fmt: skip


@cache
def shipped_net() -> Net:
    """Give the net that ships with the package; its SHA-256 stands beside it."""
    return read_net(*shipped_bytes("net"))
